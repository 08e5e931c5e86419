//! A status is a number.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    #[immersve(status = "403")]
    CardLost,
}

fn main() {}
