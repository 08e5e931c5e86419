//! Nor without the method.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
#[immersve(operation = "/api/cards")]
enum CardErrorCode {
    CardLost,
}

fn main() {}
