//! A retry hint is a string.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    #[immersve(retry = always)]
    CardLost,
}

fn main() {}
