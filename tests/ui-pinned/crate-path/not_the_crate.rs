//! A path to something else is one error.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
#[immersve(crate = std)]
enum CardErrorCode {
    CardLost,
}

fn main() {}
