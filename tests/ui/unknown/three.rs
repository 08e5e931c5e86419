//! Each further place is an error, the first is shown once.

use immersve_errors::{ImmersveErrorCode, UnknownCode};

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    CardLost,
    #[immersve(unknown)]
    Unknown(UnknownCode),
    #[immersve(unknown)]
    Other(String),
    #[immersve(unknown)]
    Rest(String),
}

fn main() {}
