//! A key is one word.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    #[immersve(immersve::code = "CARD_LOST")]
    Lost,
}

fn main() {}
