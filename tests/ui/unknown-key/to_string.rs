//! What strum calls `to_string` is `code` here.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    #[immersve(to_string = "CARD_GONE")]
    CardLost,
}

fn main() {}
