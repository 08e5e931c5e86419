//! Keys are in snake case.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
#[immersve(noDisplay)]
enum CardErrorCode {
    CardLost,
}

fn main() {}
