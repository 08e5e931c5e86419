//! Enums that the derive accepts, from the smallest to one with every key. Those that it refuses are in `ui/`.

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

// The trailing commas and the empty attributes are part of the test.
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

/// The attributes of serde and strum say what the derive says.
#[derive(Debug, PartialEq, ImmersveErrorCode)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
enum Agreed {
    #[serde(rename(serialize = "CARD_LOST"), alias = "CARD_GONE")]
    #[immersve(alias = "CARD_GONE")]
    #[strum(serialize = "CARD_LOST")]
    CardLost,
    #[serde(rename = "KYC_REQUIRED")]
    #[immersve(code = "KYC_REQUIRED")]
    KYCRequired,
    #[serde(other)]
    #[immersve(unknown)]
    Unknown(UnknownCode),
}

/// Other derives need other texts.
#[derive(Debug, strum::EnumMessage, strum::IntoStaticStr, ImmersveErrorCode)]
#[strum(serialize_all = "kebab-case")]
#[serde(deny_unknown_fields)]
#[immersve(ignore = "strum", ignore = "serde")]
enum Labelled {
    #[strum(message = "it is lost")]
    CardLost,
    #[serde(rename = "frozen")]
    #[strum(serialize = "on-ice")]
    CardFrozen,
}

#[test]
fn attributes_of_other_derives_that_agree_are_accepted() {
    assert_eq!(Agreed::from_code("CARD_GONE"), Some(Agreed::CardLost));
    assert_eq!(Agreed::KYCRequired.as_str(), "KYC_REQUIRED");
}

#[test]
fn ignored_attributes_of_another_derive_do_not_change_the_codes() {
    assert_eq!(Labelled::CardLost.as_str(), "CARD_LOST");
    assert_eq!(<&str>::from(&Labelled::CardLost), "card-lost");
    assert_eq!(
        strum::EnumMessage::get_message(&Labelled::CardLost),
        Some("it is lost")
    );
    assert_eq!(Labelled::CardFrozen.as_str(), "CARD_FROZEN");
    assert_eq!(<&str>::from(&Labelled::CardFrozen), "on-ice");
}

#[test]
fn an_enum_needs_no_attribute() {
    assert_eq!(Least::CardLost.as_str(), "CARD_LOST");
}

#[test]
fn any_code_may_be_the_only_variant() {
    let Ok(code) = "CARD_LOST".parse::<Extended>();
    assert_eq!(code, Extended::Any(AnyCode::new("CARD_LOST")));
}

#[test]
fn a_code_may_have_128_characters() {
    assert_eq!(Longest::CardLost.as_str().len(), 128);
}

#[test]
fn all_keys_can_be_used_together() {
    assert_eq!(Full::from_code("LOST"), Some(Full::KYCLost2));
    let nested = Full::Shipping(Shipping::AddressRequired);
    assert_eq!(Full::from_code("ADDRESS_REQUIRED"), Some(nested));
    assert_eq!(Full::Last.as_str(), "LAST");
}
