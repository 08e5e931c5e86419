//! A key that cannot be combined with the others is not suggested.

use immersve_errors::{ImmersveErrorCode, UnknownCode};

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    CardLost,
    #[immersve(unknown, rename = "UNKNOWN")]
    Unknown(UnknownCode),
}

fn main() {}
