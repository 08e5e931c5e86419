//! Two keys for the code, one of them unknown.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    #[immersve(code = "CARD_GONE", value = "CARD_LOST")]
    CardLost,
}

fn main() {}
