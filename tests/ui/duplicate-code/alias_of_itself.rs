//! An alias that is the code of its own variant.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    #[immersve(alias = "CARD_LOST")]
    CardLost,
}

fn main() {}
