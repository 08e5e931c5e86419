//! A name with `r#` means the same code.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    r#CardLost,
    #[immersve(code = "CARD_LOST")]
    Gone,
}

fn main() {}
