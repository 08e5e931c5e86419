//! An alias that is the code of another variant.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    CardLost,
    #[immersve(alias = "CARD_LOST")]
    Gone,
}

fn main() {}
