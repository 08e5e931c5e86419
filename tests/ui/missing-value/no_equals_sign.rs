//! A colon instead of `=`, and no value.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    #[immersve(code:)]
    CardLost,
}

fn main() {}
