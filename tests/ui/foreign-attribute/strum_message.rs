//! The description of a code is not the message of strum.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    #[strum(message = "the card is lost")]
    CardLost,
}

fn main() {}
