//! `retries` is `retry`.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    #[immersve(retries = "never")]
    CardLost,
}

fn main() {}
