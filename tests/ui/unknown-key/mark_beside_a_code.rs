//! Nor is a mark where the variant has a code.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    #[immersve(code = "CARD_LOST", default)]
    CardLost,
}

fn main() {}
