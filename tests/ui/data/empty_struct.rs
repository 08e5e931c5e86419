//! A variant without data has no braces.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    #[immersve(code = "CARD_LOST")]
    Lost {},
}

fn main() {}
