//! The path after `crate` is missing.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
#[immersve(crate)]
enum CardErrorCode {
    CardLost,
}

fn main() {}
