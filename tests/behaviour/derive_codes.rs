//! Parsing, printing and the table of closed and open enums.

use std::borrow::Cow;
use std::convert::Infallible;

use immersve_errors::{ApiError, CodeInfo, ImmersveErrorCode, ParseCodeError, Retry, UnknownCode};

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, ImmersveErrorCode)]
#[immersve(operation = "unfreeze-card")]
enum Closed {
    /// The card is not frozen.
    ///
    ///  Nothing to undo.
    CardNotFrozen,
    #[immersve(alias = "CARD_UNFREEZE_DISALLOWED", alias = "NO_UNFREEZE")]
    CardUnfreezeNotAllowed,
    #[immersve(code = "KYC_REQUIRED")]
    #[immersve(status = 400, status = 403)]
    #[doc = "Written"]
    #[doc(alias = "unrelated")]
    #[doc = "as attributes."]
    KYC2Needed,
    #[immersve(status = 503, retry = "always")]
    BridgeDown,
    #[immersve(retry = "if_idempotent")]
    Slow,
    #[immersve(retry = "never")]
    r#Final,
    r#Try,
}

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, ImmersveErrorCode)]
enum Open {
    #[immersve(alias = "OLD_FIRST")]
    First,
    #[immersve(unknown)]
    Unknown(UnknownCode),
    Second,
}

const CLOSED: [(Closed, &str); 7] = [
    (Closed::CardNotFrozen, "CARD_NOT_FROZEN"),
    (Closed::CardUnfreezeNotAllowed, "CARD_UNFREEZE_NOT_ALLOWED"),
    (Closed::KYC2Needed, "KYC_REQUIRED"),
    (Closed::BridgeDown, "BRIDGE_DOWN"),
    (Closed::Slow, "SLOW"),
    (Closed::Final, "FINAL"),
    (Closed::Try, "TRY"),
];

#[test]
fn every_code_parses_and_prints_as_itself() {
    for (code, text) in CLOSED {
        assert_eq!(Closed::from_code(text), Some(code));
        assert_eq!(text.parse(), Ok(code));
        assert_eq!(code.as_str(), text);
        assert_eq!(AsRef::<str>::as_ref(&code), text);
        assert_eq!(code.to_string(), text);
    }
}

#[test]
fn an_alias_parses_to_its_variant_and_prints_canonically() {
    for alias in ["CARD_UNFREEZE_DISALLOWED", "NO_UNFREEZE"] {
        let code = Closed::from_code(alias).unwrap();
        assert_eq!(code, Closed::CardUnfreezeNotAllowed);
        assert_eq!(code.as_str(), "CARD_UNFREEZE_NOT_ALLOWED");
    }
    assert_eq!(Open::from_code("OLD_FIRST"), Some(Open::First));
}

#[test]
fn only_the_exact_text_is_a_code() {
    for text in ["", "slow", "SLOW ", " SLOW", "SLO", "SLOWER", "SLOW\0"] {
        assert_eq!(Closed::from_code(text), None, "{text:?}");
    }
}

#[test]
fn a_closed_enum_reports_an_unknown_text() {
    let error: ParseCodeError = "NEW".parse::<Closed>().unwrap_err();
    assert_eq!(error.code(), "NEW");
    assert_eq!(error.expected(), Closed::CODES);
}

#[test]
fn an_open_enum_keeps_an_unknown_text_verbatim() {
    for text in ["NEW", "", "first", " SECOND", "ü\u{0}\n"] {
        let Ok::<_, Infallible>(code) = text.parse::<Open>();
        assert!(matches!(&code, Open::Unknown(unknown) if unknown.as_str() == text));
        assert_eq!(code.as_str(), text);
        assert_eq!(code.to_string(), text);
        assert_eq!(code.info(), None);
        assert_eq!(Open::from_code(text), Some(code));
    }
}

#[test]
fn an_open_enum_still_knows_its_codes() {
    let Ok(code) = "SECOND".parse::<Open>();
    assert_eq!(code, Open::Second);
    assert_eq!(code.as_str(), "SECOND");
    assert_eq!(code.info(), Some(&Open::CODES[1]));
}

#[test]
fn display_honours_width_and_precision() {
    assert_eq!(
        format!("{:>6}|{:.2}", Closed::Slow, Closed::Slow),
        "  SLOW|SL"
    );
    let unknown = Open::from_code("NEW").unwrap();
    assert_eq!(format!("{unknown:-<5}"), "NEW--");
}

#[test]
fn the_table_has_every_code_once_in_order() {
    let table: Vec<_> = Closed::CODES.iter().map(CodeInfo::code).collect();
    assert_eq!(table, CLOSED.map(|(_, text)| text));
    let table: Vec<_> = Open::CODES.iter().map(CodeInfo::code).collect();
    assert_eq!(table, ["FIRST", "SECOND"]);
}

#[test]
fn info_is_the_variants_own_entry() {
    for ((code, text), info) in CLOSED.iter().zip(Closed::CODES) {
        assert_eq!(code.info(), Some(info));
        assert_eq!(info.code(), *text);
    }
}

#[test]
fn the_operation_is_what_the_enum_names() {
    assert_eq!(Closed::OPERATION, Some("unfreeze-card"));
    assert_eq!(Open::OPERATION, None);
}

#[test]
fn doc_comments_become_descriptions() {
    let descriptions: Vec<_> = Closed::CODES.iter().map(CodeInfo::description).collect();
    assert_eq!(
        descriptions,
        [
            "The card is not frozen.\n\n Nothing to undo.",
            "",
            "Written as attributes.",
            "",
            "",
            "",
            ""
        ]
    );
}

/// A comment is wrapped for the source, but its text may be shown at another width.
#[test]
fn each_paragraph_of_a_description_is_one_line() {
    #[derive(Debug, ImmersveErrorCode)]
    enum Wrapped {
        /// The card is frozen, and a frozen
        /// card cannot be activated.
        ///
        /// Unfreeze it first with
        /// `unfreeze-card`.
        ///
        /// What else is
        /// known:
        ///
        /// - A list
        /// - keeps its lines.
        CardFrozen,
    }

    let info = Wrapped::CardFrozen.info().unwrap();
    assert_eq!(
        info.meaning(),
        "The card is frozen, and a frozen card cannot be activated."
    );
    let remedy = "Unfreeze it first with `unfreeze-card`.";
    assert_eq!(info.remedy(), Some(remedy));
    let details = "\n\nWhat else is known:\n\n- A list\n- keeps its lines.";
    assert!(info.description().ends_with(&format!("{remedy}{details}")));
    let error = ApiError::from_code(Wrapped::CardFrozen);
    assert_eq!(error.advice(), remedy);
}

#[test]
fn statuses_retry_and_aliases_stand_in_the_table() {
    let [_, aliased, kyc, bridge, slow, last, _] = Closed::CODES else {
        panic!("{:?}", Closed::CODES);
    };
    assert_eq!(
        aliased.aliases(),
        ["CARD_UNFREEZE_DISALLOWED", "NO_UNFREEZE"]
    );
    assert_eq!(aliased.statuses(), [403]);
    assert_eq!(aliased.retry(), None);
    assert_eq!(kyc.statuses(), [400, 403]);
    assert_eq!(bridge.statuses(), [503]);
    assert_eq!(bridge.retry(), Some(Retry::Always));
    assert_eq!(slow.retry(), Some(Retry::IfIdempotent));
    assert_eq!(last.retry(), Some(Retry::Never));
}

#[test]
fn deprecation_notes_stand_in_the_table() {
    #[derive(Debug, ImmersveErrorCode)]
    enum Aged {
        Current,
        #[deprecated]
        Bare,
        #[deprecated = "in short"]
        Short,
        #[deprecated(since = "1.2.0", note = "at length")]
        Long,
        #[deprecated(since = "1.2.0")]
        Dated,
    }

    let notes: Vec<_> = Aged::CODES.iter().map(CodeInfo::deprecated).collect();
    assert_eq!(
        notes,
        [
            None,
            Some(""),
            Some("in short"),
            Some("at length"),
            Some("")
        ]
    );
}

#[test]
fn any_payload_made_of_a_string_keeps_the_text() {
    #[derive(Debug, Clone, PartialEq)]
    struct Loud(String);
    impl From<String> for Loud {
        fn from(text: String) -> Self {
            Self(text)
        }
    }
    impl AsRef<str> for Loud {
        fn as_ref(&self) -> &str {
            &self.0
        }
    }

    macro_rules! keeps {
        ($($payload:ty),*) => {$({
            #[derive(Debug, PartialEq, ImmersveErrorCode)]
            enum Holder {
                Known,
                #[immersve(unknown)]
                Other($payload),
            }
            let code = Holder::from_code("NEW");
            assert_eq!(code, Some(Holder::Other(String::from("NEW").into())));
            assert_eq!(code.as_ref().map(ImmersveErrorCode::as_str), Some("NEW"));
            assert_eq!(Holder::from_code("KNOWN"), Some(Holder::Known));
        })*};
    }
    keeps!(
        String,
        Box<str>,
        Cow<'static, str>,
        std::sync::Arc<str>,
        Loud
    );
}

#[test]
fn info_goes_by_the_text_of_an_unknown_variant_built_by_hand() {
    #[derive(Debug, ImmersveErrorCode)]
    enum Holder {
        #[immersve(alias = "OLD_NAME")]
        NewName,
        #[immersve(unknown)]
        Other(String),
    }

    for text in ["NEW_NAME", "OLD_NAME"] {
        let by_hand = Holder::Other(text.to_owned());
        assert_eq!(by_hand.as_str(), text);
        assert_eq!(by_hand.info(), Holder::NewName.info());
    }
    assert_eq!(Holder::Other("NEWER".to_owned()).info(), None);
}

#[test]
fn codes_of_every_length_are_found() {
    // Lookup differs for texts of 8 to 40 bytes and others.
    #[derive(Debug, PartialEq, ImmersveErrorCode)]
    enum Lengths {
        #[immersve(code = "A")]
        One,
        #[immersve(code = "CODE_07")]
        Seven,
        #[immersve(code = "CODE_008")]
        Eight,
        #[immersve(code = "BBBBBBBBBBBBB")]
        OneLetter,
        #[immersve(code = "A_CODE_WITH_FORTY_BYTES_AND_NO_BYTE_MORE")]
        Forty,
        #[immersve(code = "A_CODE_WITH_FORTY_BYTES_AND_ONE_BYTE_MORE")]
        FortyOne,
    }
    // The hash of these two is the same, unless it is the one that is slower.
    #[derive(Debug, PartialEq, ImmersveErrorCode)]
    enum Alike {
        #[immersve(code = "CARD_TRANSACTION_IN_SHOP_ONLINE__REFUSED")]
        First,
        #[immersve(code = "CARD_TRANSACTION_ONLINE__IN_SHOP_REFUSED")]
        Second,
    }

    fn check<C: ImmersveErrorCode + PartialEq + std::fmt::Debug>(codes: &[C]) {
        for (code, info) in codes.iter().zip(C::CODES) {
            let text = info.code();
            assert_eq!(C::from_code(text).as_ref(), Some(code));
            for place in 0..text.len() {
                let mut other = text.to_owned();
                other.replace_range(place..=place, "#");
                assert_eq!(C::from_code(&other), None, "{other}");
            }
            assert_eq!(C::from_code(&text[1..]), None);
            assert_eq!(C::from_code(&format!("{text}_")), None);
        }
    }
    use Lengths::{Eight, Forty, FortyOne, One, OneLetter, Seven};
    check(&[One, Seven, Eight, OneLetter, Forty, FortyOne]);
    check(&[Alike::First, Alike::Second]);
    for length in 0..50 {
        let code = Lengths::from_code(&"B".repeat(length));
        assert_eq!(code, (length == 13).then_some(OneLetter));
    }
}

#[test]
fn discriminants_do_not_change_the_codes() {
    #[derive(Debug, Clone, Copy, PartialEq, Default, ImmersveErrorCode)]
    #[repr(i8)]
    enum Numbered {
        Ten = 10,
        #[default]
        MinusOne = -1,
        Zero,
    }

    for (code, text) in [
        (Numbered::Ten, "TEN"),
        (Numbered::MinusOne, "MINUS_ONE"),
        (Numbered::Zero, "ZERO"),
    ] {
        assert_eq!(code.as_str(), text);
        assert_eq!(text.parse(), Ok(code));
    }
    assert_eq!(Numbered::MinusOne as i8, -1);
}

#[test]
fn variants_that_are_compiled_out_have_no_code() {
    #[derive(Debug, PartialEq, ImmersveErrorCode)]
    enum Gated {
        Here,
        #[cfg(any())]
        Gone,
        #[cfg_attr(all(), immersve(code = "RENAMED"))]
        #[cfg_attr(any(), immersve(code = "NOT_RENAMED"))]
        Renamed2,
        #[cfg(any())]
        #[immersve(code = "HERE")]
        HereToo,
    }

    let table: Vec<_> = Gated::CODES.iter().map(CodeInfo::code).collect();
    assert_eq!(table, ["HERE", "RENAMED"]);
    assert_eq!(Gated::from_code("GONE"), None);
    assert_eq!(Gated::from_code("RENAMED"), Some(Gated::Renamed2));
    assert_eq!(Gated::from_code("HERE"), Some(Gated::Here));
}

#[test]
fn code_enums_implement_error() {
    fn is_error<E: std::error::Error + Send + Sync + 'static>() {}
    is_error::<Closed>();
    is_error::<Open>();
}

#[test]
fn an_enum_of_an_operation_without_codes_has_only_the_unknown_variant() {
    #[derive(Debug, PartialEq, ImmersveErrorCode)]
    #[immersve(operation = "list-cards")]
    enum ListCardsErrorCode {
        #[immersve(unknown)]
        Unknown(UnknownCode),
    }

    assert_eq!(ListCardsErrorCode::OPERATION, Some("list-cards"));
    assert!(ListCardsErrorCode::CODES.is_empty());
    let Some(code) = ListCardsErrorCode::from_code("FORBIDDEN") else {
        panic!("an open enum reads any code");
    };
    assert_eq!((code.as_str(), code.info()), ("FORBIDDEN", None));
    assert_eq!(
        "KYC_REQUIRED"
            .parse::<ListCardsErrorCode>()
            .unwrap()
            .to_string(),
        "KYC_REQUIRED"
    );
}
