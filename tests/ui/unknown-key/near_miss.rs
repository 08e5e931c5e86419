//! A near miss names the key that was meant, and nothing else is said about the variant.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    #[immersve(cdoe = "KYC_REQUIRED")]
    KYCRequired,
}

fn main() {}
