//! An unknown code has no retry hint.

use immersve_errors::{ImmersveErrorCode, UnknownCode};

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    CardLost,
    #[immersve(retry = "never", unknown)]
    Unknown(UnknownCode),
}

fn main() {}
