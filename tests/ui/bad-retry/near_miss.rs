//! For a value with a spelling mistake, the error names the right one.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    #[immersve(retry = "if-idempotent")]
    CardLost,
}

fn main() {}
