//! A struct is no enum.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
struct CardErrorCode {
    code: String,
}

fn main() {}
