//! A code that another variant has.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    #[immersve(code = "CARD_LOST")]
    Lost,
    #[immersve(code = "CARD_LOST")]
    Gone,
}

fn main() {}
