//! The opposite of what was meant is no advice.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
#[immersve(display)]
enum CardErrorCode {
    CardLost,
}

fn main() {}
