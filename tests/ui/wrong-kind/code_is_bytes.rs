//! A code is a string, not bytes.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    #[immersve(code = b"CARD_LOST")]
    CardLost,
}

fn main() {}
