//! An enum without `Debug` is one error, at the enum.

use immersve_errors::ImmersveErrorCode;

#[derive(ImmersveErrorCode)]
enum CardErrorCode {
    CardLost,
}

fn main() {}
