//! Names of kinds and verdicts, and conversions of small types.

use std::fmt::{Debug, Display};

use immersve_errors::{
    AnyCode, ApiError, BaseCode, ErrorKind, ErrorResponse, FieldError, Idempotency,
    ImmersveErrorCode, ParseNameError, Retry, UnknownCode, http::StatusCode,
};
use serde::{Serialize, de::DeserializeOwned};

fn goes_by_its_name<T>(all: &[T])
where
    T: Debug
        + Display
        + Copy
        + PartialEq
        + Serialize
        + DeserializeOwned
        + std::str::FromStr<Err = ParseNameError>,
{
    let names: Vec<String> = all.iter().map(ToString::to_string).collect();
    for (value, name) in all.iter().zip(&names) {
        assert_eq!(name.parse(), Ok(*value));
        let json = serde_json::to_string(value).unwrap();
        assert_eq!(json, format!("\"{name}\""));
        assert_eq!(serde_json::from_str::<T>(&json).unwrap(), *value);
        let bytes = postcard::to_allocvec(value).unwrap();
        assert_eq!(postcard::from_bytes::<T>(&bytes).unwrap(), *value);
        assert_eq!(format!("{value:>20}").len(), 20);
    }
    let error = "Never ".parse::<T>().unwrap_err();
    assert_eq!(error.expected(), names);
    let listed = format!("expected one of `{}`", names.join("`, `"));
    assert_eq!(error.to_string(), listed);
    let error = serde_json::from_str::<T>("\"\"").unwrap_err();
    assert_eq!(error.to_string(), format!("{listed} at line 1 column 2"));
    assert!(serde_json::from_str::<T>("1").is_err());
}

#[test]
fn kinds_and_verdicts_are_printed_parsed_and_serialized_by_name() {
    goes_by_its_name(ErrorKind::ALL);
    goes_by_its_name(Retry::ALL);
}

#[test]
fn a_verdict_that_allows_more_is_greater() {
    assert!(Retry::ALL.is_sorted());
    for [less, more] in [
        [Retry::Never, Retry::IfIdempotent],
        [Retry::IfIdempotent, Retry::Always],
    ] {
        assert!(less < more);
        for request in [Idempotency::Idempotent, Idempotency::NotIdempotent] {
            assert!(!less.allows(request) || more.allows(request));
        }
    }
}

#[test]
fn base_codes_belong_to_a_status() {
    assert_eq!(BaseCode::from_code("FORBIDDEN"), Some(BaseCode::Forbidden));
    let input = Some(BaseCode::InvalidRequestInput);
    assert_eq!(BaseCode::from_code("INVALID_REQUEST_INPUT"), input);
    assert_eq!(BaseCode::from_code("BAD_REQUEST"), input);
    assert_eq!(BaseCode::from_code("forbidden"), None);
    assert_eq!(BaseCode::from_code(""), None);
    assert_eq!(
        ApiError::from_code(BaseCode::InvalidRequestInput).status(),
        400
    );
}

#[test]
fn a_field_error_is_one_line_and_reads_what_it_writes() {
    let error = FieldError::new("items[1].amount", "must be\npositive");
    assert_eq!(error.to_string(), r"items[1].amount: must be\npositive");
    assert_eq!(FieldError::new("amount", "").to_string(), "amount");
    assert_eq!(FieldError::new("", "too late").to_string(), "too late");
    let json = serde_json::to_string(&error).unwrap();
    assert_eq!(serde_json::from_str::<FieldError>(&json).unwrap(), error);
    let sparse = r#"{"path":"amount","docs":{"url":[]}}"#;
    assert_eq!(
        serde_json::from_str::<FieldError>(sparse).unwrap(),
        FieldError::new("amount", "")
    );
    assert!(serde_json::from_str::<FieldError>(r#"{"path":7}"#).is_err());
    assert!(serde_json::from_str::<FieldError>(r#""amount""#).is_err());
}

#[test]
fn the_builder_takes_owned_and_borrowed_texts() {
    let (reason, path) = ("Too little".to_owned(), "amount".to_owned());
    let response = ErrorResponse::builder(StatusCode::FORBIDDEN)
        .reason(&reason)
        .field_error(&path, reason.clone())
        .build();
    assert_eq!(response.reason(), Some(&*reason));
    assert_eq!(response.field_errors(), [FieldError::new(path, &reason)]);
}

#[test]
fn any_code_keeps_its_text_through_every_conversion() {
    let text = "KYC_REQUIRED";
    let owned: [AnyCode; 4] = [
        AnyCode::from(text),
        AnyCode::from(text.to_owned()),
        AnyCode::from(Box::<str>::from(text)),
        text.parse().unwrap(),
    ];
    for code in owned {
        assert_eq!(code.as_str(), text);
        assert_eq!(String::from(code.clone()), text);
        assert_eq!(code.into_string(), text);
    }
    let convert: fn(UnknownCode) -> AnyCode = AnyCode::from;
    let _ = convert;
}
