//! Not even a struct without a size makes a second error.

use immersve_errors::ImmersveErrorCode;

#[derive(ImmersveErrorCode)]
struct CardErrorCode {
    code: str,
}

fn main() {}
