//! Two words for the code, and neither is right.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    #[immersve(rename = "CARD_GONE")]
    #[immersve(value = "CARD_LOST")]
    CardLost,
}

fn main() {}
