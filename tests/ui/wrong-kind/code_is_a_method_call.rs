//! A code is a literal, and no call of a method.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    #[immersve(code = "CARD_LOST".to_string())]
    CardLost,
}

fn main() {}
