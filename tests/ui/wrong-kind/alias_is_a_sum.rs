//! An alias is a literal, and no sum.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    #[immersve(alias = "CARD_" + "GONE")]
    CardLost,
}

fn main() {}
