//! What the derive takes, from the least to everything. What it refuses is in `ui/`.

use immersve_errors::{AnyCode, ImmersveErrorCode, UnknownCode};

#[derive(Debug, ImmersveErrorCode)]
enum Least {
    CardLost,
}

#[derive(Debug, Clone, PartialEq, ImmersveErrorCode)]
enum Extended {
    #[immersve(embed, unknown)]
    Any(AnyCode),
}

#[derive(Debug, ImmersveErrorCode)]
enum Longest {
    #[immersve(
        code = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
    )]
    CardLost,
}

// Commas at the end, and keys of none, are part of it.
#[rustfmt::skip]
#[derive(Debug, Clone, PartialEq, ImmersveErrorCode)]
#[immersve(operation = "order-card", crate = ::immersve_errors,)]
#[non_exhaustive]
enum Full {
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
enum Shipping {
    AddressRequired = 5,
}

#[test]
fn the_least_is_an_enum_with_a_variant() {
    assert_eq!(Least::CardLost.as_str(), "CARD_LOST");
}

#[test]
fn any_code_can_be_embedded_alone() {
    let Ok(code) = "CARD_LOST".parse::<Extended>();
    assert_eq!(code, Extended::Any(AnyCode::new("CARD_LOST")));
}

#[test]
fn a_code_has_up_to_128_characters() {
    assert_eq!(Longest::CardLost.as_str().len(), 128);
}

#[test]
fn everything_can_be_said_at_once() {
    assert_eq!(Full::from_code("LOST"), Some(Full::KYCLost2));
    let nested = Full::Shipping(Shipping::AddressRequired);
    assert_eq!(Full::from_code("ADDRESS_REQUIRED"), Some(nested));
    assert_eq!(Full::Last.as_str(), "LAST");
}
