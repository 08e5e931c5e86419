//! An attribute of the enum without arguments.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
#[immersve]
enum CardErrorCode {
    CardLost,
}

fn main() {}
