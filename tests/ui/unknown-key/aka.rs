//! Another name of a code is an `alias`.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    #[immersve(aka = "CARD_GONE")]
    CardLost,
}

fn main() {}
