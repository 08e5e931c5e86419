//! The crate is a path.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
#[immersve(crate = immersve-errors)]
enum CardErrorCode {
    CardLost,
}

fn main() {}
