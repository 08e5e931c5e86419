//! Codes with `|` between them: a variant has one code, and the others are aliases.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    #[immersve(code = "CARD_LOST" | "CARD_GONE")]
    CardLost,
}

fn main() {}
