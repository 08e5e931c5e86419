//! The status of a success is not an error status.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    #[immersve(status = 200)]
    CardLost,
}

fn main() {}
