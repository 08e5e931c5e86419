//! A second string after `code` is an alias.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    #[immersve(code = "CARD_GONE", "CARD_MISSING")]
    CardLost,
}

fn main() {}
