//! Fuzzes reading a response: two bytes for the status, then the body.
#![no_main]

use http::{HeaderMap, StatusCode};
use immersve_errors::{AnyCode, ApiError, ErrorResponse, ImmersveErrorCode, UnknownCode, decode};
use libfuzzer_sys::fuzz_target;

#[derive(Debug, Clone, PartialEq, ImmersveErrorCode)]
enum Open {
    #[immersve(alias = "INSUFFICIENT_FUNDS")]
    InsufficientBalance,
    #[immersve(status = 503, retry = "always")]
    PaymentBridgeError,
    #[immersve(unknown)]
    Unknown(UnknownCode),
}

#[derive(Debug, Clone, Copy, PartialEq, ImmersveErrorCode)]
enum Closed {
    InsufficientFunds,
    KycRequired,
}

fuzz_target!(|input: &[u8]| {
    let [high, low, body @ ..] = input else {
        return;
    };
    let status = 100 + u16::from_be_bytes([*high, *low]) % 900;
    let status = StatusCode::from_u16(status).unwrap();

    let response = ErrorResponse::new(status, HeaderMap::new(), body);
    assert_eq!(response.body(), body);
    let shown = response.to_string();
    assert!(
        shown.len() <= 720 && !shown.chars().any(char::is_control),
        "{shown}"
    );

    let written = serde_json::to_vec(&response).unwrap();
    let again = ErrorResponse::new(status, HeaderMap::new(), &*written);
    assert_eq!(again.code(), response.code());
    assert_eq!(again.reason(), response.reason());
    assert_eq!(again.field_errors(), response.field_errors());

    let error = ApiError::<Open>::from(response);
    assert_eq!(error.code().is_some(), error.wire_code().is_some());
    if let Some(code) = error.code() {
        assert!(error.has_code(code));
        assert_eq!(Open::from_code(code.as_str()).as_ref(), Some(code));
    }
    let cast = error
        .clone()
        .cast::<Closed>()
        .cast::<AnyCode>()
        .cast::<Open>();
    assert_eq!(format!("{cast:?}"), format!("{error:?}"));

    let mut sent = http::Response::new(body);
    *sent.status_mut() = status;
    if let Err(error) = decode::<serde_json::Value, Open>(sent) {
        assert_eq!(error.body(), body);
    }
});
