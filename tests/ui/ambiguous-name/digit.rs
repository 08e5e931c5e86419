//! A name with a digit beside a letter could mean several codes.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    CardV2,
}

fn main() {}
