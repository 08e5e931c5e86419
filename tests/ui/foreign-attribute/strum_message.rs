//! The description of a code is not the message of strum.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    #[strum(message = "the card is lost")]
    CardLost,
}

fn main() {
    let code: CardErrorCode = "CARD_LOST".parse().unwrap();
    let text: &str = code.as_ref();
    let _: Box<dyn std::error::Error> = format!("{text} {code}").into();
}
