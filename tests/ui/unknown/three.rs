//! Three unknown variants: the second and the third are errors, and the first is shown once.

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
