//! A union is no enum.

use immersve_errors::ImmersveErrorCode;

#[derive(ImmersveErrorCode)]
union CardErrorCode {
    code: u8,
}

fn main() {}
