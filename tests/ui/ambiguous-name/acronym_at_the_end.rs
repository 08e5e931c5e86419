//! A name that ends with several capitals could mean several codes.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    NeedsKYC,
}

fn main() {}
