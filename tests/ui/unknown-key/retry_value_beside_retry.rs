//! The value of `retry` beside the key.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    #[immersve(retry = "never", always)]
    CardLost,
}

fn main() {}
