//! A status has no type suffix.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    #[immersve(status = 403u32)]
    CardLost,
}

fn main() {}
