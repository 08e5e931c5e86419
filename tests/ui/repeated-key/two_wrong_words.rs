//! Two keys for the code, both unknown.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    #[immersve(rename = "CARD_GONE")]
    #[immersve(value = "CARD_LOST")]
    CardLost,
}

fn main() {}
