//! A run of capitals reads two ways.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    KYCRequired,
}

fn main() {}
