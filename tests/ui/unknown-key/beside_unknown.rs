//! A key that could not stand here is not suggested.

use immersve_errors::{ImmersveErrorCode, UnknownCode};

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    CardLost,
    #[immersve(unknown, rename = "UNKNOWN")]
    Unknown(UnknownCode),
}

fn main() {}
