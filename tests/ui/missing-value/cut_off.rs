//! The value after `=` is missing.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    #[immersve(alias = "CARD_GONE", code =)]
    KYCRequired,
}

fn main() {}
