//! A near miss of a key that belongs elsewhere.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
#[immersve(rename = "CARD_LOST")]
enum CardErrorCode {
    #[immersve(operations = "order-card")]
    CardLost,
}

fn main() {}
