//! An embedded type is a code enum, also in an open enum.

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
