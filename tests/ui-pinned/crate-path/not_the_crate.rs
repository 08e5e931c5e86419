//! A `crate` path to another module is one error.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
#[immersve(crate = std)]
enum CardErrorCode {
    CardLost,
}

fn main() {}
