//! No code can be skipped.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    CardLost,
    #[serde(skip)]
    CardStolen,
}

fn main() {}
