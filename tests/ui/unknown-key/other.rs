//! What other derives call `other` is `unknown` here.

use immersve_errors::{ImmersveErrorCode, UnknownCode};

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    CardLost,
    #[immersve(other)]
    Unknown(UnknownCode),
}

fn main() {}
