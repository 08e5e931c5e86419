//! A text of strum that cannot be a code.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    #[strum(to_string = "insufficient balance")]
    InsufficientBalance,
}

fn main() {}
