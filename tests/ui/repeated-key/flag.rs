//! A flag cannot be given twice.

use immersve_errors::{ImmersveErrorCode, UnknownCode};

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    CardLost,
    #[immersve(unknown, unknown)]
    Unknown(UnknownCode),
}

fn main() {}
