//! The code is not the `rename` of serde. No derive of serde needs to be there.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    #[serde(rename = "INSUFFICIENT_FUNDS")]
    InsufficientBalance,
}

fn main() {}
