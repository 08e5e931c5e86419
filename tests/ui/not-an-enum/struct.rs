//! A struct is not an enum.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
struct CardErrorCode {
    code: String,
}

fn main() {}
