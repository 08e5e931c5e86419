//! A name that could mean several codes is no second error.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    #[serde(rename = "KYC_REQUIRED")]
    KYCRequired,
}

fn main() {}
