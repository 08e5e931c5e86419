//! A second code is an alias.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    #[immersve(code = "CARD_LOST", code = "CARD_GONE")]
    Lost,
}

fn main() {}
