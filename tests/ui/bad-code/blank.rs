//! A code cannot be blank.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    #[immersve(code = "  ")]
    CardLost,
}

fn main() {}
