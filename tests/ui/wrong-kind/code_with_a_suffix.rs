//! A literal with a suffix is no plain string.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    #[immersve(code = "CARD_LOST"s)]
    CardLost,
}

fn main() {}
