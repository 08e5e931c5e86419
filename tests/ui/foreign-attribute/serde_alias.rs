//! An alias is not that of serde.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    #[serde(alias = "INSUFFICIENT_FUNDS")]
    InsufficientBalance,
}

fn main() {}
