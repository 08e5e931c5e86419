//! An enum cannot embed itself, not even in a box; its uses give no further errors.

use immersve_errors::{ApiError, ImmersveErrorCode};

#[derive(Debug, Clone, PartialEq, Eq, Hash, ImmersveErrorCode)]
enum CardErrorCode {
    CardLost,
    #[immersve(embed)]
    Again(Box<CardErrorCode>),
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, ImmersveErrorCode)]
enum ShippingErrorCode {
    AddressRequired,
    #[immersve(embed, unknown)]
    Again(std::sync::Arc<Self>),
}

fn read(error: ApiError<CardErrorCode>) -> Option<&'static str> {
    let Ok(code) = "ADDRESS_REQUIRED".parse::<ShippingErrorCode>();
    println!("{code} {}", ShippingErrorCode::CODES[0].code());
    match error.into_code()? {
        CardErrorCode::CardLost => Some("lost"),
        code => code.info().map(|info| info.code()),
    }
}

fn main() {
    println!("{:?}", read as fn(_) -> _);
}
