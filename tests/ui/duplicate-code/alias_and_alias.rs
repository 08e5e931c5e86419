//! An alias that another variant has.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    #[immersve(alias = "OLD")]
    CardLost,
    #[immersve(alias = "OLD")]
    Gone,
}

fn main() {}
