//! A flag with a colon and a value.

use immersve_errors::{ImmersveErrorCode, UnknownCode};

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    CardLost,
    #[immersve(unknown: true)]
    Unknown(UnknownCode),
}

fn main() {}
