//! Each alias needs its own `alias`.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    #[immersve(aliases = "CARD_GONE")]
    CardLost,
}

fn main() {}
