//! A mistake in an enum that is not `Debug` is one error.

use immersve_errors::ImmersveErrorCode;

#[derive(ImmersveErrorCode)]
enum CardErrorCode {
    #[immersve(cod = "CARD_LOST")]
    CardLost,
}

fn main() {}
