//! A variant with a code has no data.

use immersve_errors::{ImmersveErrorCode, UnknownCode};

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    CardLost,
    Unknown(UnknownCode),
}

fn main() {}
