//! A key of a variant on the enum.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
#[immersve(alias = "CARD_GONE")]
enum CardErrorCode {
    CardLost,
}

fn main() {}
