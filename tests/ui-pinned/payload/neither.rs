//! What is neither made of a text nor gives one is one error, however much the enum is used.

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
