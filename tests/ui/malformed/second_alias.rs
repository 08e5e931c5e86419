//! A second alias needs the key again.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    #[immersve(alias = "CARD_GONE", "CARD_MISSING")]
    CardLost,
}

fn main() {}
