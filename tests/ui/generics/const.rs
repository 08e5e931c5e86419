//! A code enum has no const parameter.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode<const N: usize = 1> {
    CardLost,
}

fn main() {}
