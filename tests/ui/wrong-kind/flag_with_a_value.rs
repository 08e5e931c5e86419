//! A flag has no value.

use immersve_errors::{ImmersveErrorCode, UnknownCode};

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    CardLost,
    #[immersve(unknown = true)]
    Unknown(UnknownCode),
}

fn main() {}
