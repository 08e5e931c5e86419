//! A raw name is the same word.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    r#CardLost,
    #[immersve(code = "CARD_LOST")]
    Gone,
}

fn main() {}
