//! An unsized struct gives one error.

use immersve_errors::ImmersveErrorCode;

#[derive(ImmersveErrorCode)]
struct CardErrorCode {
    code: str,
}

fn main() {}
