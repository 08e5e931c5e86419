//! An alias that its own variant has already.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    #[immersve(alias = "OLD", alias = "OLD")]
    CardLost,
}

fn main() {}
