//! Parsing, printing, tables and serde of enums that embed others.

use immersve_errors::{CodeInfo, ImmersveErrorCode, ParseCodeError, UnknownCode};

#[derive(Debug, Clone, Copy, PartialEq, ImmersveErrorCode)]
enum Shipping {
    /// No address is known.
    #[immersve(alias = "NO_ADDRESS", status = 400)]
    ShippingAddressRequired,
    ShippingCountryInvalid,
}

#[derive(Debug, Clone, Copy, PartialEq, ImmersveErrorCode)]
enum Kyc {
    KycRequired,
}

/// Has embedded enums only.
#[derive(Debug, Clone, Copy, PartialEq, ImmersveErrorCode)]
enum Common {
    #[immersve(embed)]
    Shipping(Shipping),
    #[immersve(embed)]
    Kyc(Kyc),
}

#[derive(Debug, Clone, Copy, PartialEq, ImmersveErrorCode)]
#[immersve(operation = "order-card")]
enum Closed {
    CardLimitReached,
    #[immersve(embed)]
    Common(Common),
    #[immersve(alias = "NOT_NOW")]
    CardNotOrdered,
}

#[derive(Debug, Clone, PartialEq, ImmersveErrorCode)]
enum Open {
    #[immersve(embed)]
    Kyc(Kyc),
    #[immersve(unknown)]
    Unknown(UnknownCode),
    #[immersve(embed)]
    Shipping(Shipping),
    CardLimitReached,
}

/// Has an embedded enum and an unknown variant, and no code of its own.
#[derive(Debug, Clone, PartialEq, ImmersveErrorCode)]
enum Collected {
    #[immersve(embed)]
    Kyc(Kyc),
    #[immersve(embed)]
    Shipping(Shipping),
    #[immersve(unknown)]
    Unknown(String),
}

const REQUIRED: Closed = Closed::Common(Common::Shipping(Shipping::ShippingAddressRequired));

fn table<C: ImmersveErrorCode>() -> Vec<&'static str> {
    C::CODES.iter().map(CodeInfo::code).collect()
}

#[test]
fn the_table_has_embedded_codes_at_the_place_of_their_variant() {
    assert_eq!(
        table::<Common>(),
        [
            "SHIPPING_ADDRESS_REQUIRED",
            "SHIPPING_COUNTRY_INVALID",
            "KYC_REQUIRED"
        ]
    );
    assert_eq!(
        table::<Closed>(),
        [
            "CARD_LIMIT_REACHED",
            "SHIPPING_ADDRESS_REQUIRED",
            "SHIPPING_COUNTRY_INVALID",
            "KYC_REQUIRED",
            "CARD_NOT_ORDERED"
        ]
    );
    assert_eq!(
        table::<Open>(),
        [
            "KYC_REQUIRED",
            "SHIPPING_ADDRESS_REQUIRED",
            "SHIPPING_COUNTRY_INVALID",
            "CARD_LIMIT_REACHED"
        ]
    );
    assert_eq!(
        table::<Collected>(),
        [
            "KYC_REQUIRED",
            "SHIPPING_ADDRESS_REQUIRED",
            "SHIPPING_COUNTRY_INVALID"
        ]
    );
}

/// Checks that each code and alias of the table parses to a value that prints the code and has its
/// entry.
fn keeps_its_promises<C: ImmersveErrorCode>() {
    for info in C::CODES {
        for text in std::iter::once(&info.code()).chain(info.aliases()) {
            let code = C::from_code(text).unwrap();
            assert_eq!(code.as_str(), info.code());
            assert_eq!(code.info(), Some(info));
        }
    }
}

#[test]
fn parsing_printing_and_info_use_the_embedded_enum() {
    keeps_its_promises::<Common>();
    keeps_its_promises::<Closed>();
    keeps_its_promises::<Open>();
    keeps_its_promises::<Collected>();
    assert_eq!(Closed::from_code("NO_ADDRESS"), Some(REQUIRED));
    assert_eq!(REQUIRED.to_string(), "SHIPPING_ADDRESS_REQUIRED");
    assert_eq!(
        REQUIRED.info().map(CodeInfo::description),
        Some("No address is known.")
    );
    assert_eq!(
        Open::from_code("KYC_REQUIRED"),
        Some(Open::Kyc(Kyc::KycRequired))
    );
}

#[test]
fn own_codes_are_found_beside_embedded_codes() {
    assert_eq!(Closed::from_code("NOT_NOW"), Some(Closed::CardNotOrdered));
    assert_eq!(
        Open::from_code("CARD_LIMIT_REACHED"),
        Some(Open::CardLimitReached)
    );
}

#[test]
fn a_text_that_neither_enum_knows_is_unknown() {
    assert_eq!(Common::from_code("NEW"), None);
    assert_eq!(Closed::from_code("NEW"), None);
    let error: ParseCodeError = "NEW".parse::<Closed>().unwrap_err();
    assert_eq!(error.expected(), Closed::CODES);

    let Ok(code) = "NEW".parse::<Open>();
    assert!(matches!(&code, Open::Unknown(text) if text.as_str() == "NEW"));
    assert_eq!(code.info(), None);
    let code = Collected::from_code("NEW");
    assert_eq!(code, Some(Collected::Unknown("NEW".to_owned())));
}

#[test]
fn info_goes_by_the_text_of_an_unknown_variant_built_by_hand() {
    let by_hand = Collected::Unknown("NO_ADDRESS".to_owned());
    assert_eq!(by_hand.as_str(), "NO_ADDRESS");
    assert_eq!(
        by_hand.info().map(CodeInfo::code),
        Some("SHIPPING_ADDRESS_REQUIRED")
    );
    assert_eq!(Collected::Unknown("NEW".to_owned()).info(), None);
}

#[test]
fn the_operation_is_that_of_the_outer_enum() {
    assert_eq!(Closed::OPERATION, Some("order-card"));
    assert_eq!(Open::OPERATION, None);
}

#[test]
fn an_embedded_code_is_a_string_in_json() {
    let json = serde_json::to_string(&REQUIRED).unwrap();
    assert_eq!(json, r#""SHIPPING_ADDRESS_REQUIRED""#);
    assert_eq!(serde_json::from_str::<Closed>(&json).unwrap(), REQUIRED);
    let alias: Closed = serde_json::from_str(r#""NO_ADDRESS""#).unwrap();
    assert_eq!(alias, REQUIRED);
}

#[test]
fn an_embedded_enum_may_be_written_by_hand() {
    #[derive(Debug, PartialEq)]
    struct Only;
    impl ImmersveErrorCode for Only {
        const CODES: &'static [CodeInfo] = &[CodeInfo::new("ONLY")];
        const OPERATION: Option<&'static str> = None;
        const OPEN: bool = false;
        fn from_code(code: &str) -> Option<Self> {
            (code == "ONLY").then_some(Self)
        }
        fn as_str(&self) -> &'static str {
            "ONLY"
        }
        fn info(&self) -> Option<&'static CodeInfo> {
            Self::CODES.first()
        }
    }

    #[derive(Debug, PartialEq, ImmersveErrorCode)]
    enum Outer {
        Own,
        #[immersve(embed)]
        Only(Only),
    }

    keeps_its_promises::<Outer>();
    assert_eq!(Outer::from_code("OWN"), Some(Outer::Own));
    assert_eq!(Outer::from_code("ONLY"), Some(Outer::Only(Only)));
}
