//! An unknown code has no aliases.

use immersve_errors::{ImmersveErrorCode, UnknownCode};

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    CardLost,
    #[immersve(unknown, alias = "OTHER")]
    Unknown(UnknownCode),
}

fn main() {}
