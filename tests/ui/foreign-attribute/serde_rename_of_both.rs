//! The `rename` of serde in its long form gives one error for each text.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    #[serde(rename(serialize = "CARD_LOST", deserialize = "CARD_GONE"))]
    CardLost,
}

fn main() {}
