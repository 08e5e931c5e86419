//! The value of `retry` without its key.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    #[immersve(always)]
    CardLost,
}

fn main() {}
