//! A variant has one code; the error suggests `alias` for a second one.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    #[immersve(code = "CARD_LOST", code = "CARD_GONE")]
    Lost,
}

fn main() {}
