//! `AnyCode`, `UnknownCode` and `ParseCodeError`: their text, and how they are shown.

use std::mem::size_of;

use immersve_errors::{AnyCode, ImmersveErrorCode, ParseCodeError, Retry, UnknownCode};

#[derive(Debug, PartialEq, ImmersveErrorCode)]
enum Open {
    CardLost,
    #[immersve(unknown)]
    Unknown(UnknownCode),
}

#[derive(Debug, PartialEq, ImmersveErrorCode)]
enum One {
    CardLost,
}

#[derive(Debug, PartialEq, ImmersveErrorCode)]
enum Two {
    CardLost,
    CardFrozen,
}

const ODD: &str = "ODD \"CODE\"\n";

fn unknown(text: &str) -> UnknownCode {
    match text.parse().unwrap() {
        Open::Unknown(code) => code,
        Open::CardLost => panic!("{text} is known"),
    }
}

#[test]
fn any_code_is_read_and_written_as_its_text() {
    let code = AnyCode::new(ODD);
    assert_eq!(code.as_str(), ODD);
    assert_eq!(code.as_ref(), ODD);
    assert_eq!(code.to_string(), ODD);
    assert_eq!(format!("{code:?}"), format!("{ODD:?}"));
    assert_eq!(format!("{:>4}|", AnyCode::new("A")), "   A|");
    let same: [AnyCode; 3] = [ODD.into(), ODD.to_owned().into(), ODD.parse().unwrap()];
    assert!(same.iter().all(|same| *same == code));
    assert_eq!(AnyCode::from_code(ODD), Some(code));
}

#[test]
fn any_code_compares_with_a_text() {
    let code = AnyCode::new("CARD_LOST");
    assert!(code == "CARD_LOST" && code == *"CARD_LOST");
    assert!(code != "CARD_FROZEN" && code != *"CARD_FROZEN");
}

#[test]
fn an_unknown_code_is_shown_and_written_as_its_text() {
    let code = unknown(ODD);
    assert_eq!(code.as_str(), ODD);
    assert_eq!(code.as_ref(), ODD);
    assert_eq!(code.to_string(), ODD);
    assert_eq!(format!("{code:?}"), format!("{ODD:?}"));
    assert_eq!(format!("{:>4}|", unknown("A")), "   A|");
    assert_eq!(String::from(code.clone()), ODD);
    assert_eq!(code.into_string(), ODD);
}

#[test]
fn any_code_refuses_what_is_no_string() {
    fn error<C: ImmersveErrorCode + serde::de::DeserializeOwned>(json: &str) -> String {
        serde_json::from_str::<C>(json).err().unwrap().to_string()
    }
    let expected =
        "invalid type: integer `7`, expected an error code as a string at line 1 column 1";
    assert_eq!(error::<One>("7"), expected);
    assert_eq!(error::<Open>("7"), expected);
    let expected = "invalid type: integer `7`, expected a string at line 1 column 1";
    assert_eq!(error::<AnyCode>("7"), expected);
}

#[test]
fn a_parse_error_names_the_text_and_the_expected_codes() {
    let one = ODD.parse::<One>().unwrap_err();
    assert_eq!(
        one.to_string(),
        "unrecognized code `ODD \"CODE\"\\n`, expected `CARD_LOST`"
    );
    assert_eq!((one.code(), one.expected()), (ODD, One::CODES));
    let two = "?".parse::<Two>().unwrap_err();
    assert_eq!(
        two.to_string(),
        "unrecognized code `?`, expected one of `CARD_LOST`, `CARD_FROZEN`"
    );
    assert_eq!(
        ParseCodeError::new::<AnyCode>("?").to_string(),
        "unrecognized code `?`"
    );
}

#[test]
fn verdicts_are_named_as_in_the_attribute() {
    for (retry, name) in [
        (Retry::Never, "never"),
        (Retry::IfIdempotent, "if_idempotent"),
        (Retry::Always, "always"),
    ] {
        assert_eq!(retry.as_str(), name);
        assert_eq!(format!("{retry:>14}"), format!("{name:>14}"));
    }
}

#[test]
fn sizes_are_as_documented() {
    let word = size_of::<usize>();
    assert_eq!(size_of::<AnyCode>(), 2 * word);
    assert_eq!(size_of::<UnknownCode>(), word);
    assert_eq!(size_of::<ParseCodeError>(), 4 * word);
}
