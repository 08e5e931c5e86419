//! Codes are strings in all formats, borrowed or owned.

use std::collections::BTreeMap;
use std::fmt::{Debug, Write as _};

use immersve_errors::{ImmersveErrorCode, UnknownCode};
use serde::de::{DeserializeOwned, Error as _, IntoDeserializer as _, Visitor, value};
use serde::{Deserialize, Deserializer, Serialize, forward_to_deserialize_any};

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, ImmersveErrorCode)]
enum Closed {
    CardNotFrozen,
    #[immersve(alias = "CARD_UNFREEZE_DISALLOWED")]
    CardUnfreezeNotAllowed,
}

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, ImmersveErrorCode)]
enum Open {
    CardNotFrozen,
    #[immersve(unknown)]
    Unknown(UnknownCode),
}

/// Reads a JSON string that is borrowed, escaped, copied from a reader, or owned.
fn from_json_of_every_kind<C: DeserializeOwned + PartialEq + Debug>(text: &str) -> C {
    let json = serde_json::to_string(text).unwrap();
    let mut escaped = String::new();
    for c in text.chars() {
        write!(escaped, "\\u{:04x}", u32::from(c)).unwrap();
    }
    let borrowed: C = serde_json::from_str(&json).unwrap();
    let transient: C = serde_json::from_str(&format!("\"{escaped}\"")).unwrap();
    let read: C = serde_json::from_reader(json.as_bytes()).unwrap();
    let owned: C = serde_json::from_value(text.into()).unwrap();
    assert_eq!(borrowed, transient);
    assert_eq!(borrowed, read);
    assert_eq!(borrowed, owned);
    borrowed
}

#[test]
fn json_strings_of_every_kind_are_read() {
    assert_eq!(
        from_json_of_every_kind::<Closed>("CARD_NOT_FROZEN"),
        Closed::CardNotFrozen
    );
    assert_eq!(
        from_json_of_every_kind::<Closed>("CARD_UNFREEZE_DISALLOWED"),
        Closed::CardUnfreezeNotAllowed
    );
    assert_eq!(
        from_json_of_every_kind::<Open>("CARD_NOT_FROZEN"),
        Open::CardNotFrozen
    );
    assert_eq!(from_json_of_every_kind::<Open>("NEW").as_str(), "NEW");
}

/// A string in segments, as CBOR has them: it cannot be borrowed.
struct Segments;

impl<'de> Deserializer<'de> for Segments {
    type Error = value::Error;

    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, value::Error> {
        Err(value::Error::custom("this string is in segments"))
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, value::Error> {
        visitor.visit_string(["CARD_NOT", "_FROZEN"].concat())
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 u8 u16 u32 u64 f32 f64 char str bytes byte_buf option unit unit_struct
        newtype_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

#[test]
fn a_string_in_segments_is_read() {
    assert_eq!(Open::deserialize(Segments), Ok(Open::CardNotFrozen));
}

#[test]
fn a_string_of_a_format_that_has_only_bytes_is_read() {
    let read = |bytes| Open::deserialize(value::BytesDeserializer::<value::Error>::new(bytes));
    assert_eq!(read(b"CARD_NOT_FROZEN"), Ok(Open::CardNotFrozen));
    assert_eq!(read("NÜW".as_bytes()).unwrap().as_str(), "NÜW");
    assert_eq!(
        read(b"\xFF").unwrap_err().to_string(),
        "invalid value: byte array, expected an error code as a string"
    );
}

#[test]
fn the_canonical_code_is_written() {
    let json = serde_json::to_string(&Closed::CardUnfreezeNotAllowed).unwrap();
    assert_eq!(json, r#""CARD_UNFREEZE_NOT_ALLOWED""#);
}

#[test]
fn an_unknown_code_survives_a_round_trip() {
    let json = r#""NEW \"CODE\"\n""#;
    let code: Open = serde_json::from_str(json).unwrap();
    assert_eq!(code.as_str(), "NEW \"CODE\"\n");
    assert_eq!(serde_json::to_string(&code).unwrap(), json);
}

#[test]
fn a_closed_enum_names_the_codes_that_it_expected() {
    let error = serde_json::from_str::<Closed>(r#""NEW""#).unwrap_err();
    let message = error.to_string();
    for part in ["`NEW`", "`CARD_NOT_FROZEN`", "`CARD_UNFREEZE_NOT_ALLOWED`"] {
        assert!(message.contains(part), "{message}");
    }
}

#[test]
fn values_that_are_no_strings_are_refused() {
    for json in [
        "null",
        "5",
        "{}",
        r#"["CARD_NOT_FROZEN"]"#,
        r#"{"CARD_NOT_FROZEN":null}"#,
    ] {
        assert!(serde_json::from_str::<Closed>(json).is_err(), "{json}");
        assert!(serde_json::from_str::<Open>(json).is_err(), "{json}");
    }
}

#[test]
fn codes_are_map_keys() {
    let json = r#"{"CARD_NOT_FROZEN":1,"CARD_UNFREEZE_NOT_ALLOWED":2}"#;
    let map: BTreeMap<Closed, u8> = serde_json::from_str(json).unwrap();
    assert_eq!(map[&Closed::CardUnfreezeNotAllowed], 2);
    assert_eq!(serde_json::to_string(&map).unwrap(), json);

    let json = r#"{"CARD_NOT_FROZEN":1,"NEW":2}"#;
    let map: BTreeMap<Open, u8> = serde_json::from_str(json).unwrap();
    assert_eq!(serde_json::to_string(&map).unwrap(), json);
}

#[test]
fn codes_are_fields_of_derived_types() {
    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct Report {
        code: Open,
        seen: Vec<Closed>,
        last: Option<Closed>,
    }

    let json = r#"{"code":"NEW","seen":["CARD_NOT_FROZEN"],"last":null}"#;
    let report: Report = serde_json::from_str(json).unwrap();
    assert_eq!(report.code.as_str(), "NEW");
    assert_eq!(report.seen, [Closed::CardNotFrozen]);
    assert_eq!(serde_json::to_string(&report).unwrap(), json);
}

#[test]
fn codes_are_strings_in_postcard() {
    let code = Closed::CardUnfreezeNotAllowed;
    let bytes = postcard::to_allocvec(&code).unwrap();
    assert_eq!(bytes, postcard::to_allocvec(code.as_str()).unwrap());
    assert_eq!(postcard::from_bytes::<Closed>(&bytes).unwrap(), code);

    let bytes = postcard::to_allocvec("NEW").unwrap();
    let unknown: Open = postcard::from_bytes(&bytes).unwrap();
    assert_eq!(unknown.as_str(), "NEW");
    assert_eq!(postcard::to_allocvec(&unknown).unwrap(), bytes);
}

#[test]
fn borrowed_and_owned_strings_of_serde_are_read() {
    let owned: value::StringDeserializer<value::Error> = "NEW".to_owned().into_deserializer();
    assert_eq!(Open::deserialize(owned).unwrap().as_str(), "NEW");
    let borrowed = value::BorrowedStrDeserializer::<value::Error>::new("CARD_NOT_FROZEN");
    assert_eq!(Closed::deserialize(borrowed), Ok(Closed::CardNotFrozen));
}
