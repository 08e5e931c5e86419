//! A status is an integer.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    #[immersve(status = 403.0)]
    CardLost,
}

fn main() {}
