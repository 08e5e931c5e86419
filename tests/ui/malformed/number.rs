//! A number without a key is a status.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    #[immersve(403)]
    CardLost,
}

fn main() {}
