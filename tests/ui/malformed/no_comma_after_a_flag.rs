//! A missing comma after a flag.

use immersve_errors::{ImmersveErrorCode, UnknownCode};

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    CardLost,
    #[immersve(unknown embed)]
    Unknown(UnknownCode),
}

fn main() {}
