//! A hint is a string, not a boolean.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    #[immersve(retry = true)]
    CardLost,
}

fn main() {}
