//! A code is a literal; macros are not expanded.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    #[immersve(code = concat!("CARD", "_LOST"))]
    CardLost,
}

fn main() {}
