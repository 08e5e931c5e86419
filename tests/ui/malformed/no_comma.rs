//! A missing comma.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    #[immersve(alias = "CARD_GONE" status = 400)]
    CardLost,
}

fn main() {}
