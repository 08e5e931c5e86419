//! A raw name is the same name.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    #[r#immersve(cod = "CARD_GONE")]
    CardLost,
}

fn main() {}
