//! A digit beside a letter reads two ways.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    CardV2,
}

fn main() {}
