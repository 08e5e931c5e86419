//! An enum has one unknown variant at most.

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
