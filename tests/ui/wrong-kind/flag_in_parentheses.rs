//! A flag has no value in parentheses.

use immersve_errors::{ImmersveErrorCode, UnknownCode};

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    CardLost,
    #[immersve(unknown(UnknownCode))]
    Unknown(UnknownCode),
}

fn main() {}
