//! The least that is an enum of codes.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    CardLost,
}

fn main() {
    assert_eq!(CardErrorCode::CardLost.as_str(), "CARD_LOST");
}
