//! The advice has the spelling of an operation.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
#[immersve(operation = "create card")]
enum CardErrorCode {
    CardLost,
}

fn main() {}
