//! A wrong embedded type is one error, even if the outer enum is used in many places.

use immersve_errors::{CodeInfo, ImmersveErrorCode, UnknownCode};

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    CardLost,
    #[immersve(embed)]
    Shipping(Shipping),
    #[immersve(unknown)]
    Unknown(UnknownCode),
}

#[derive(Debug)]
struct Shipping;

const LAST: CodeInfo = CardErrorCode::CODES[CardErrorCode::CODES.len() - 1];

fn main() {
    let Ok(code) = "CARD_LOST".parse::<CardErrorCode>();
    println!("{code} {:?} {LAST:?}", code.info());
}
