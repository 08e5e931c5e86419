//! An enum has one place for unknown codes.

use immersve_errors::{ImmersveErrorCode, UnknownCode};

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    CardLost,
    #[immersve(unknown)]
    Unknown(UnknownCode),
    #[immersve(unknown)]
    Other(String),
}

fn main() {}
