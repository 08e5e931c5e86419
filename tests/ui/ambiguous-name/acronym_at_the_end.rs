//! A run of capitals at the end reads two ways.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    NeedsKYC,
}

fn main() {}
