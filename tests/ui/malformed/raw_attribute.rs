//! An attribute whose name has `r#` is the same attribute.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    #[r#immersve(cod = "CARD_GONE")]
    CardLost,
}

fn main() {}
