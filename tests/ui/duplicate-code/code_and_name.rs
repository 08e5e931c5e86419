//! A code that another variant has by its name.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    CardLost,
    #[immersve(code = "CARD_LOST")]
    Gone,
}

fn main() {}
