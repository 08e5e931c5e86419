//! A code is a string without a suffix.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    #[immersve(code = "CARD_LOST"s)]
    CardLost,
}

fn main() {}
