//! Everything that can be said.

use immersve_errors::{ImmersveErrorCode, UnknownCode};

#[derive(Debug, Clone, PartialEq, ImmersveErrorCode)]
#[immersve(operation = "order-card", crate = ::immersve_errors,)]
#[non_exhaustive]
pub enum CardErrorCode {
    /// The card is lost.
    #[immersve(code = "CARD_LOST", alias = "CARD_GONE", alias = "LOST")]
    #[immersve(status = 403, status = 409, retry = "never")]
    KYCLost2,
    #[immersve(embed)]
    Shipping(Shipping),
    #[immersve(unknown,)]
    Unknown(UnknownCode),
    #[immersve()]
    Last,
}

#[derive(Debug, Clone, PartialEq, ImmersveErrorCode)]
#[immersve()]
pub enum Shipping {
    AddressRequired = 5,
}

fn main() {
    assert_eq!(CardErrorCode::from_code("LOST"), Some(CardErrorCode::KYCLost2));
}
