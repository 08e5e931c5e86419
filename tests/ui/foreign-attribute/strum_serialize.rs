//! The code is not what strum writes.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    #[strum(serialize = "INSUFFICIENT_FUNDS")]
    InsufficientBalance,
}

fn main() {}
