//! For a key with a spelling mistake, the error names the right one, and there is no other error.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    #[immersve(cdoe = "KYC_REQUIRED")]
    KYCRequired,
}

fn main() {}
