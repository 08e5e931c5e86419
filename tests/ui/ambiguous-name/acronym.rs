//! A name with several capitals in a row could mean several codes.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    KYCRequired,
}

fn main() {}
