//! Two enums cannot embed each other. The compiler's own errors for such types show at the enums.

use immersve_errors::{ApiError, ImmersveErrorCode, UnknownCode};

#[derive(Debug, Clone, PartialEq, Eq, Hash, ImmersveErrorCode)]
enum CardErrorCode {
    CardLost,
    #[immersve(embed)]
    Shipping(ShippingErrorCode),
    #[immersve(unknown)]
    Unknown(UnknownCode),
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, ImmersveErrorCode)]
enum ShippingErrorCode {
    AddressRequired,
    #[immersve(embed, unknown)]
    Card(CardErrorCode),
}

const FIRST: &str = CardErrorCode::CODES[0].code();

fn read(error: &ApiError<CardErrorCode>) -> &str {
    error.code().map_or(FIRST, ImmersveErrorCode::as_str)
}

fn main() {
    println!("{:?}", read as fn(&_) -> &_);
}
