//! A key without a value.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    #[immersve(code)]
    KYCRequired,
}

fn main() {}
