//! An operation is not its path.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
#[immersve(operation = "POST /api/cards")]
enum CardErrorCode {
    CardLost,
}

fn main() {}
