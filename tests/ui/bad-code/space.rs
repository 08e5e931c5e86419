//! A code has no spaces.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    #[immersve(code = "CARD LOST")]
    CardLost,
}

fn main() {}
