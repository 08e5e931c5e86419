//! A name that is an alias of another variant.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    #[immersve(alias = "CARD_LOST")]
    Gone,
    CardLost,
}

fn main() {}
