//! A code is a string.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    #[immersve(code = 404)]
    CardLost,
}

fn main() {}
