//! The same where unknown codes are kept.

use immersve_errors::{ImmersveErrorCode, UnknownCode};

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    CardLost,
    #[immersve(embed)]
    Shipping(Vec<String>),
    #[immersve(unknown)]
    Unknown(UnknownCode),
}

fn main() {}
