//! A retry hint needs a value.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    #[immersve(retry = true)]
    CardLost,
}

fn main() {}
