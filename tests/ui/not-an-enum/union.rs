//! A union is not an enum.

use immersve_errors::ImmersveErrorCode;

#[derive(ImmersveErrorCode)]
union CardErrorCode {
    code: u8,
}

fn main() {}
