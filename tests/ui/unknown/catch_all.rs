//! Another name for a variant for all other codes.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    CardLost,
    CatchAll,
}

fn main() {}
