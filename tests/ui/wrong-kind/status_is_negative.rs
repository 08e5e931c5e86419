//! A status is a number from 400 to 599.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    #[immersve(status = -403)]
    CardLost,
}

fn main() {}
