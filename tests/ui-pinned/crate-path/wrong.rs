//! A `crate` path to nothing is one error.

use immersve_errors::{ImmersveErrorCode, UnknownCode};

#[derive(Debug, ImmersveErrorCode)]
#[immersve(crate = immersve_errors::inner)]
enum CardErrorCode {
    CardLost,
    #[immersve(unknown)]
    Unknown(UnknownCode),
}

fn main() {}
