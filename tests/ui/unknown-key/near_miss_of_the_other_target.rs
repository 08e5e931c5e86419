//! A misspelled key of the enum on a variant.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
#[immersve(rename = "CARD_LOST")]
enum CardErrorCode {
    #[immersve(operations = "order-card")]
    CardLost,
}

fn main() {}
