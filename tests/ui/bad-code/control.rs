//! A code has no control characters.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    #[immersve(code = "CARD\0LOST")]
    CardLost,
}

fn main() {}
