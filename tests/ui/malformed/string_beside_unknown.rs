//! An unknown code has no code of its own.

use immersve_errors::{ImmersveErrorCode, UnknownCode};

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    CardLost,
    #[immersve(unknown, "UNKNOWN")]
    Unknown(UnknownCode),
}

fn main() {}
