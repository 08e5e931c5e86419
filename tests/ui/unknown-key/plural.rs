//! Each alias has a key of its own.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    #[immersve(aliases = "CARD_GONE")]
    CardLost,
}

fn main() {}
