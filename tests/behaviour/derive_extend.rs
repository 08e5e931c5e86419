//! Enums that extend an open enum: their own codes count first, then those of the open enum.

use immersve_errors::{AnyCode, CodeInfo, ImmersveErrorCode, Retry, UnknownCode};

/// Stands for an older catalogue.
#[derive(Debug, Clone, PartialEq, ImmersveErrorCode)]
#[immersve(operation = "order-card")]
enum Documented {
    /// The card is lost.
    #[immersve(alias = "CARD_GONE", status = 409)]
    CardLost,
    /// Documented here too, in other words.
    CardOnFire,
    #[immersve(unknown)]
    Unknown(UnknownCode),
}

#[derive(Debug, Clone, Copy, PartialEq, ImmersveErrorCode)]
enum Shipping {
    AddressRequired,
}

/// Stands for an SDK with newer codes.
#[derive(Debug, Clone, PartialEq, ImmersveErrorCode)]
#[immersve(operation = "order-card")]
enum Sdk {
    #[immersve(embed, unknown)]
    Documented(Documented),
    #[immersve(retry = "always")]
    CardOnFire,
    #[immersve(embed)]
    Shipping(Shipping),
    CardFrozen,
}

/// Has no codes of its own.
#[derive(Debug, Clone, PartialEq, ImmersveErrorCode)]
enum Wrapper {
    #[immersve(embed, unknown)]
    Sdk(Sdk),
}

fn codes<C: ImmersveErrorCode>() -> Vec<&'static str> {
    C::CODES.iter().map(CodeInfo::code).collect()
}

fn parse<C: ImmersveErrorCode>(code: &str) -> C {
    C::from_code(code).unwrap()
}

#[test]
fn codes_of_both_enums_are_read() {
    assert_eq!(parse::<Sdk>("CARD_FROZEN"), Sdk::CardFrozen);
    assert_eq!(
        parse::<Sdk>("ADDRESS_REQUIRED"),
        Sdk::Shipping(Shipping::AddressRequired)
    );
    for text in ["CARD_LOST", "CARD_GONE"] {
        let code: Sdk = parse(text);
        assert_eq!(code, Sdk::Documented(Documented::CardLost));
        assert_eq!(code.as_str(), "CARD_LOST");
        assert_eq!(code.info().unwrap().statuses(), [409]);
    }
}

#[test]
fn an_unknown_text_is_kept_by_the_extended_enum() {
    let Ok(code) = "NEW".parse::<Sdk>();
    assert!(matches!(&code, Sdk::Documented(Documented::Unknown(code)) if code.as_str() == "NEW"));
    assert_eq!(code.to_string(), "NEW");
    assert_eq!(code.info(), None);
    let json = serde_json::to_string(&code).unwrap();
    assert_eq!(serde_json::from_str::<Sdk>(&json).unwrap(), code);
}

#[test]
fn a_code_of_both_enums_is_the_outer_variant_and_has_one_entry() {
    assert_eq!(parse::<Sdk>("CARD_ON_FIRE"), Sdk::CardOnFire);
    assert_eq!(Sdk::CardOnFire.info().unwrap().retry(), Some(Retry::Always));
    assert_eq!(
        codes::<Sdk>(),
        [
            "CARD_LOST",
            "CARD_ON_FIRE",
            "ADDRESS_REQUIRED",
            "CARD_FROZEN"
        ]
    );
}

#[test]
fn info_goes_by_the_text_of_a_value_built_by_hand() {
    let by_hand = Sdk::Documented(Documented::CardOnFire);
    assert_eq!(by_hand.as_str(), "CARD_ON_FIRE");
    assert_eq!(by_hand.info(), Sdk::CardOnFire.info());
    let frozen = Documented::from_code("CARD_FROZEN").unwrap();
    assert_eq!(frozen.info(), None);
    assert_eq!(Sdk::Documented(frozen).info(), Sdk::CardFrozen.info());
}

#[test]
fn an_enum_that_extends_another_can_be_extended() {
    assert_eq!(codes::<Wrapper>(), codes::<Sdk>());
    const { assert!(Wrapper::OPEN && Sdk::OPEN) };
    let Ok(code) = "CARD_GONE".parse::<Wrapper>();
    assert_eq!(code, Wrapper::Sdk(Sdk::Documented(Documented::CardLost)));
}

/// Stands for a user's enum whose code the catalogue has got in the meantime, and with another name for it.
#[derive(Debug, Clone, PartialEq, ImmersveErrorCode)]
enum Ahead {
    CardLost,
    #[immersve(embed, unknown)]
    Documented(Documented),
}

#[test]
fn an_alias_of_the_inner_enum_is_the_outer_variant_that_has_its_code() {
    for text in ["CARD_LOST", "CARD_GONE"] {
        let code: Ahead = parse(text);
        assert_eq!(code, Ahead::CardLost);
        assert_eq!(code.info(), Some(&Ahead::CODES[0]));
        assert_eq!(serde_json::from_value::<Ahead>(text.into()).unwrap(), code);
    }
    assert_eq!(codes::<Ahead>(), ["CARD_LOST", "CARD_ON_FIRE"]);
}

#[test]
fn a_code_prints_what_it_is_parsed_from() {
    for text in [
        "CARD_LOST",
        "CARD_GONE",
        "CARD_ON_FIRE",
        "ADDRESS_REQUIRED",
        "NEW",
        "",
    ] {
        let ahead: Ahead = parse(text);
        assert_eq!(parse::<Ahead>(ahead.as_str()), ahead, "{text}");
        let sdk: Sdk = parse(text);
        assert_eq!(parse::<Sdk>(sdk.as_str()), sdk, "{text}");
    }
}

#[test]
fn every_code_of_the_table_parses_to_a_value_with_its_entry() {
    for info in Sdk::CODES {
        let code: Sdk = parse(info.code());
        assert_eq!(code.as_str(), info.code());
        assert_eq!(code.info(), Some(info));
    }
}

#[test]
fn any_code_can_be_extended() {
    #[derive(Debug, PartialEq, ImmersveErrorCode)]
    enum Known {
        CardLost,
        #[immersve(embed, unknown)]
        Any(AnyCode),
    }
    assert_eq!(codes::<Known>(), ["CARD_LOST"]);
    assert_eq!(parse::<Known>("CARD_LOST"), Known::CardLost);
    assert_eq!(parse::<Known>("NEW"), Known::Any(AnyCode::new("NEW")));
}

/// A type written by hand with `OPEN = true` that refuses a text.
#[derive(Debug)]
struct Liar;

impl ImmersveErrorCode for Liar {
    const CODES: &'static [CodeInfo] = &[];
    const OPERATION: Option<&'static str> = None;
    const OPEN: bool = true;
    fn from_code(_: &str) -> Option<Self> {
        None
    }
    fn as_str(&self) -> &'static str {
        ""
    }
    fn info(&self) -> Option<&'static CodeInfo> {
        None
    }
}

#[derive(Debug, ImmersveErrorCode)]
enum Trusting {
    CardLost,
    #[immersve(embed, unknown)]
    Liar(Liar),
}

#[test]
fn an_open_type_that_refuses_a_text_makes_no_error_panic() {
    assert!(Trusting::from_code("NEW").is_none());
    assert!(matches!("CARD_LOST".parse(), Ok(Trusting::CardLost)));
}

#[test]
#[should_panic(expected = "says that it is open")]
fn from_str_panics_if_an_open_type_refuses_a_text() {
    let Ok(_) = "NEW".parse::<Trusting>();
}
