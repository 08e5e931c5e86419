//! The number after `status` is missing.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    #[immersve(status)]
    CardLost,
}

fn main() {}
