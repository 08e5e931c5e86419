//! What other derives call `rename` is `code` here.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    #[immersve(rename = "KYC_REQUIRED")]
    KYCRequired,
}

fn main() {}
