//! An operation is not its path, without the method either.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
#[immersve(operation = "/api/cards")]
enum CardErrorCode {
    CardLost,
}

fn main() {}
