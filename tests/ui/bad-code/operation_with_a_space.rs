//! An operation has no spaces, and the advice has a hyphen.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
#[immersve(operation = "create card")]
enum CardErrorCode {
    CardLost,
}

fn main() {}
