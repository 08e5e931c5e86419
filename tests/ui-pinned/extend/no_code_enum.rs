//! A type that is extended is a code enum; the field of `unknown` alone is a text.

use immersve_errors::{ImmersveErrorCode, UnknownCode};

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    CardLost,
    #[immersve(embed, unknown)]
    Unknown(UnknownCode),
}

fn main() {
    let Ok(code) = "CARD_LOST".parse::<CardErrorCode>();
    println!("{code} {:?}", code.info());
}
