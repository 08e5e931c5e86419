//! A near miss names the value that was meant.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    #[immersve(retry = "if-idempotent")]
    CardLost,
}

fn main() {}
