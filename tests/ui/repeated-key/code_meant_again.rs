//! Two words for the code, of which one is right.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    #[immersve(code = "CARD_GONE", value = "CARD_LOST")]
    CardLost,
}

fn main() {}
