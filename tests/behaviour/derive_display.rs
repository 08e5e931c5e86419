//! `Display` and `Error` can come from thiserror, or be written by hand.

use std::error::Error;
use std::fmt;

use immersve_errors::{ImmersveErrorCode, UnknownCode};

#[derive(Debug, PartialEq, ImmersveErrorCode, thiserror::Error)]
enum OnEachVariant {
    #[error("the card is not frozen")]
    CardNotFrozen,
    #[error("unknown code {0}")]
    #[immersve(unknown)]
    Unknown(UnknownCode),
}

#[derive(Debug, PartialEq, thiserror::Error, ImmersveErrorCode)]
#[error("code {}", self.as_str())]
enum OnTheEnum {
    CardNotFrozen,
    #[immersve(embed)]
    Inner(#[from] Inner),
}

#[derive(Debug, PartialEq, ImmersveErrorCode, thiserror::Error)]
#[error("an inner code")]
enum Inner {
    CardLost,
}

#[derive(Debug, PartialEq, ImmersveErrorCode)]
#[immersve(no_display)]
enum ByHand {
    CardNotFrozen,
}

impl fmt::Display for ByHand {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("by hand")
    }
}

impl Error for ByHand {}

#[test]
fn thiserror_writes_display_and_as_str_is_the_code() {
    let code = OnEachVariant::CardNotFrozen;
    assert_eq!(code.to_string(), "the card is not frozen");
    assert_eq!(code.as_str(), "CARD_NOT_FROZEN");
    let code = OnEachVariant::from_code("NEW").unwrap();
    assert_eq!(code.to_string(), "unknown code NEW");
    assert_eq!(serde_json::to_string(&code).unwrap(), r#""NEW""#);
}

#[test]
fn thiserror_writes_one_text_for_all_and_from_for_an_embedded_enum() {
    let code = OnTheEnum::from(Inner::CardLost);
    assert_eq!(code.to_string(), "code CARD_LOST");
    assert_eq!(OnTheEnum::from_code("CARD_LOST"), Some(code));
    assert!(OnTheEnum::Inner(Inner::CardLost).source().is_some());
    assert_eq!(OnTheEnum::CardNotFrozen.to_string(), "code CARD_NOT_FROZEN");
}

#[test]
fn no_display_allows_a_display_written_by_hand() {
    assert_eq!(ByHand::CardNotFrozen.to_string(), "by hand");
    assert_eq!("CARD_NOT_FROZEN".parse(), Ok(ByHand::CardNotFrozen));
}

/// Has no `Debug`, which only `Error` needs.
#[derive(ImmersveErrorCode)]
#[immersve(no_display)]
enum Bare {
    CardNotFrozen,
}

#[test]
fn an_enum_without_display_needs_no_debug() {
    assert_eq!(Bare::CardNotFrozen.as_str(), "CARD_NOT_FROZEN");
    assert!(Bare::from_code("CARD_NOT_FROZEN").is_some());
}
