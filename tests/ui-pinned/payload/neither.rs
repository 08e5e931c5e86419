//! A field of an unknown variant that is not a text at all is one error.

use immersve_errors::ImmersveErrorCode;

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    CardLost,
    #[immersve(unknown)]
    Unknown(u8),
}

fn main() {
    let Ok(code) = "CARD_LOST".parse::<CardErrorCode>();
    println!("{code} {:?}", code.info());
}
