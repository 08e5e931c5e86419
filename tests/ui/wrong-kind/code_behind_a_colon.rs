//! A value comes after `=`, not after a colon.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    #[immersve(code: "CARD_LOST")]
    Lost,
}

fn main() {}
