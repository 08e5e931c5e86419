//! The text of a code is `code`.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    #[immersve(text = "CARD_GONE")]
    CardLost,
}

fn main() {}
