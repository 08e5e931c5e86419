//! For a string without a key, the error suggests `code`.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    #[immersve("KYC_REQUIRED")]
    KYCRequired,
}

fn main() {}
