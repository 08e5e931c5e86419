//! An attribute with `=` instead of parentheses.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    #[immersve = "KYC_REQUIRED"]
    KYCRequired,
}

fn main() {}
