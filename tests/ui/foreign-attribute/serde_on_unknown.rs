//! A variant for unknown codes has no name of its own.

use immersve_errors::{ImmersveErrorCode, UnknownCode};

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    CardLost,
    #[serde(rename = "OTHER")]
    #[immersve(unknown)]
    Unknown(UnknownCode),
}

fn main() {}
