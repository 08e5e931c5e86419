//! The last error status is 599.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    #[immersve(status = 600)]
    CardLost,
}

fn main() {}
