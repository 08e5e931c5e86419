//! A code that three variants have: the first one is shown once.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    CardLost,
    #[immersve(code = "CARD_LOST")]
    Gone,
    #[immersve(alias = "CARD_LOST")]
    Stolen,
}

fn main() {}
