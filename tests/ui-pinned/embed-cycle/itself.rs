//! An enum cannot embed itself. The second error is the compiler's own for such a type.

use immersve_errors::{ApiError, ImmersveErrorCode};

#[derive(Debug, ImmersveErrorCode)]
enum CardErrorCode {
    CardLost,
    #[immersve(embed)]
    Again(CardErrorCode),
}

fn read(error: &ApiError<CardErrorCode>) -> &str {
    println!("{} {:?}", CardErrorCode::CODES[0].code(), "CARD_LOST".parse::<CardErrorCode>());
    error.code().map_or("", ImmersveErrorCode::as_str)
}

fn main() {
    println!("{:?}", read as fn(&_) -> &_);
}
