//! A status is a bare number.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    #[immersve(status = 403u32)]
    CardLost,
}

fn main() {}
