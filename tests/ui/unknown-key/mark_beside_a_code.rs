//! `unknown` is not suggested for a variant with a code.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    #[immersve(code = "CARD_LOST", default)]
    CardLost,
}

fn main() {}
