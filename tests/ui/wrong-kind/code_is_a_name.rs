//! A code is a string, not a constant.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    #[immersve(code = CARD_LOST)]
    CardLost,
}

fn main() {}
