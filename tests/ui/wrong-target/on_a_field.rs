//! The attribute on the field instead of the variant.

use immersve_errors::{ImmersveErrorCode, UnknownCode};

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    CardLost,
    Unknown(#[immersve(unknown)] UnknownCode),
}

fn main() {}
