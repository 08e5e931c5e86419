//! A code cannot be empty.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    #[immersve(code = "")]
    CardLost,
}

fn main() {}
