//! An attribute without arguments.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    #[immersve]
    KYCRequired,
}

fn main() {}
