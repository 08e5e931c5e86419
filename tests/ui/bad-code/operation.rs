//! An operation follows the rules of a code.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
#[immersve(operation = "")]
enum CardErrorCode {
    CardLost,
}

fn main() {}
