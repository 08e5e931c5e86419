//! The typed error: kinds, verdicts, advice, comparison, casts and decoding.

use std::{error::Error, mem::size_of, time::Duration};

use http::{Response, StatusCode};
use immersve_errors::{
    AnyCode, ApiError, ErrorKind, ErrorResponse, FieldError, Idempotency, ImmersveErrorCode, Retry,
    UnknownCode, decode,
};
use serde::Deserialize;

#[derive(Debug, Clone, PartialEq, ImmersveErrorCode)]
enum Withdrawal {
    #[immersve(alias = "INSUFFICIENT_FUNDS")]
    InsufficientBalance,
    TooManyPendingWithdrawals,
    #[immersve(unknown)]
    Unknown(UnknownCode),
}

#[derive(Debug, Clone, Copy, PartialEq, ImmersveErrorCode)]
enum Closed {
    InsufficientFunds,
    #[immersve(status = 503, retry = "always")]
    PaymentBridgeError,
    #[immersve(status = 429, retry = "never")]
    QuotaUsedUp,
}

/// Documents a code of [`Withdrawal`] in another way, with a hint.
#[derive(Debug, Clone, Copy, PartialEq, ImmersveErrorCode)]
enum Hinting {
    #[immersve(retry = "always")]
    InsufficientFunds,
}

fn error<C: ImmersveErrorCode>(status: u16, code: Option<&str>) -> ApiError<C> {
    let builder = ErrorResponse::builder(StatusCode::from_u16(status).unwrap());
    match code {
        Some(code) => builder.code(code),
        None => builder,
    }
    .build()
    .into()
}

#[test]
fn every_status_has_its_kind_and_verdict() {
    use ErrorKind as K;

    for (status, code, kind, retry) in [
        (100, None, K::Unexpected, Retry::Never),
        (200, None, K::InvalidResponse, Retry::Never),
        (299, None, K::InvalidResponse, Retry::Never),
        (302, None, K::Unexpected, Retry::Never),
        (400, None, K::BadRequest, Retry::Never),
        (
            400,
            Some("SHIPPING_ADDRESS_REQUIRED"),
            K::BadRequest,
            Retry::Never,
        ),
        (401, None, K::Unauthorized, Retry::Never),
        (402, None, K::Unexpected, Retry::Never),
        (403, None, K::AccessDenied, Retry::Never),
        (403, Some(""), K::AccessDenied, Retry::Never),
        (403, Some("FORBIDDEN"), K::AccessDenied, Retry::Never),
        (403, Some("forbidden"), K::BusinessRule, Retry::Never),
        (403, Some("KYC_REQUIRED"), K::BusinessRule, Retry::Never),
        (404, Some("CARD_NOT_FOUND"), K::WrongEndpoint, Retry::Never),
        (408, None, K::Unexpected, Retry::IfIdempotent),
        (409, None, K::Unexpected, Retry::Never),
        (418, None, K::Unexpected, Retry::Never),
        (421, None, K::Unexpected, Retry::Always),
        (425, None, K::Unexpected, Retry::Always),
        (429, None, K::RateLimited, Retry::Always),
        (451, None, K::Unexpected, Retry::Never),
        (500, Some("FORBIDDEN"), K::Server, Retry::IfIdempotent),
        (501, None, K::Server, Retry::IfIdempotent),
        (503, None, K::Server, Retry::IfIdempotent),
        (505, None, K::Server, Retry::IfIdempotent),
        (511, None, K::Server, Retry::IfIdempotent),
        (599, None, K::Server, Retry::IfIdempotent),
        (600, None, K::Unexpected, Retry::Never),
        (999, None, K::Unexpected, Retry::Never),
    ] {
        let error: ApiError = error(status, code);
        assert_eq!(error.kind(), kind, "{status} {code:?}");
        assert_eq!(error.retry(), retry, "{status} {code:?}");
        assert_eq!(Retry::for_status(error.status()), retry, "{status}");
        assert_eq!(error.status(), status);
    }
}

#[test]
fn an_empty_code_is_no_code() {
    let kind = ErrorKind::new(StatusCode::FORBIDDEN, Some(""));
    assert_eq!(kind, ErrorKind::AccessDenied);
}

#[test]
fn labels_are_stable_and_distinct() {
    let labels: Vec<_> = ErrorKind::ALL.iter().map(|kind| kind.as_str()).collect();
    assert_eq!(
        labels,
        [
            "bad_request",
            "unauthorized",
            "access_denied",
            "business_rule",
            "wrong_endpoint",
            "rate_limited",
            "server",
            "invalid_response",
            "unexpected",
        ]
    );
    for kind in ErrorKind::ALL {
        assert_eq!(kind.to_string(), kind.as_str());
        assert!(kind.advice().ends_with('.'));
    }
}

#[test]
fn the_hint_of_a_code_counts_before_the_status() {
    assert_eq!(
        error::<Closed>(503, Some("PAYMENT_BRIDGE_ERROR")).retry(),
        Retry::Always
    );
    assert_eq!(
        error::<Closed>(429, Some("QUOTA_USED_UP")).retry(),
        Retry::Never
    );
    assert_eq!(
        error::<Closed>(503, Some("OTHER")).retry(),
        Retry::IfIdempotent
    );
    assert_eq!(
        error::<AnyCode>(503, Some("PAYMENT_BRIDGE_ERROR")).retry(),
        Retry::IfIdempotent
    );
}

#[test]
fn a_hint_does_not_count_under_a_success() {
    let body = r#"{"errorCode":"PAYMENT_BRIDGE_ERROR"}"#;
    let error = decode::<Card, Closed>(response(200, body)).unwrap_err();
    assert_eq!(error.code(), Some(&Closed::PaymentBridgeError));
    assert_eq!(error.retry(), Retry::Never);
}

#[test]
fn only_a_success_that_broke_off_may_be_sent_again() {
    let broken = |status: u16| {
        let response = ErrorResponse::builder(StatusCode::from_u16(status).unwrap()).build();
        ApiError::<Closed>::interrupted(response, "reset")
    };
    assert_eq!(broken(200).retry(), Retry::IfIdempotent);
    assert_eq!(broken(400).retry(), Retry::Never);
    assert_eq!(broken(503).retry(), error::<Closed>(503, None).retry());
    let whole = decode::<bool, Closed>(response(200, "[")).unwrap_err();
    assert_eq!(whole.retry(), Retry::Never);

    let error = broken(200);
    let invalid = error.body_error().unwrap();
    assert_eq!((invalid.line(), invalid.column()), (None, None));
    assert_eq!(invalid.source().unwrap().to_string(), "reset");
    assert!(error.response().is_truncated());
}

#[test]
fn advice_fits_what_happened_to_the_response() {
    let decoded = |body: &'static str| {
        let error = decode::<Card, Closed>(response(200, body)).unwrap_err();
        error.advice()
    };
    assert!(decoded("<html>Log in to the wireless network</html>").contains("not JSON"));
    assert!(decoded(r#"{"id":"x"}"#).contains("Correct the client's types"));
    assert!(decoded(r#"{"id":"#).contains("JSON is incomplete"));
    let took_effect = |advice: &str| advice.contains("took effect") || advice.contains("accepted");
    for body in ["<html>", "{", r#"{"id":"x"}"#, ""] {
        assert!(took_effect(decoded(body)), "{body}");
    }

    let interrupted = |status: u16, body: &str| {
        let status = StatusCode::from_u16(status).unwrap();
        let response = ErrorResponse::new(status, http::HeaderMap::new(), body);
        ApiError::<Closed>::interrupted(response, "reset").advice()
    };
    assert!(interrupted(200, "[1,").contains("if it is idempotent"));
    // Only a code could say whether it is a business rule, and the code may be in the part that did not
    // arrive.
    assert!(interrupted(403, r#"{"error"#).contains("the status alone"));
    assert!(interrupted(400, "").contains("the status alone"));
    let code = r#"{"errorCode":"KYC_REQUIRED""#;
    assert_eq!(interrupted(403, code), ErrorKind::BusinessRule.advice());
    assert_eq!(interrupted(429, ""), ErrorKind::RateLimited.advice());

    for (status, means) in [
        (408, "if it is idempotent"),
        (421, "a new connection"),
        (425, "TLS handshake"),
        (418, "a proxy may have answered"),
    ] {
        assert!(
            error::<AnyCode>(status, None).advice().contains(means),
            "{status}"
        );
    }
    for kind in [400, 401, 403, 404, 429, 500] {
        let error = error::<AnyCode>(kind, None);
        assert_eq!(error.advice(), error.kind().advice());
    }
    // Built by hand: no reader has failed.
    assert!(
        error::<AnyCode>(200, None)
            .advice()
            .contains("as a success")
    );
}

#[test]
fn allows_depends_on_verdict_and_idempotence() {
    for (retry, idempotent, not) in [
        (Retry::Never, false, false),
        (Retry::IfIdempotent, true, false),
        (Retry::Always, true, true),
    ] {
        assert_eq!(retry.allows(Idempotency::Idempotent), idempotent);
        assert_eq!(retry.allows(Idempotency::NotIdempotent), not);
        assert_eq!(retry.allows(http::Method::DELETE), idempotent);
        assert_eq!(retry.allows(&http::Method::POST), not);
        assert_eq!(retry.to_string(), retry.as_str());
    }
}

#[test]
fn the_code_is_typed_and_the_wire_text_stays() {
    let alias = error::<Withdrawal>(403, Some("INSUFFICIENT_FUNDS"));
    assert_eq!(alias.code(), Some(&Withdrawal::InsufficientBalance));
    assert_eq!(alias.wire_code(), Some("INSUFFICIENT_FUNDS"));
    assert_eq!(alias.to_string(), "403 INSUFFICIENT_FUNDS");

    let unknown = error::<Withdrawal>(403, Some("NEW_RULE"));
    assert_eq!(unknown.code().map(Withdrawal::as_str), Some("NEW_RULE"));
    assert_eq!(error::<Withdrawal>(403, None).code(), None);
    assert_eq!(error::<Closed>(403, Some("NEW_RULE")).code(), None);
    assert_eq!(
        error::<Closed>(403, Some("NEW_RULE")).wire_code(),
        Some("NEW_RULE")
    );
}

#[test]
fn code_labels_are_bounded() {
    assert_eq!(
        error::<Withdrawal>(403, Some("INSUFFICIENT_FUNDS")).code_label(),
        "INSUFFICIENT_BALANCE"
    );
    assert_eq!(
        error::<Withdrawal>(403, Some("NEW_RULE")).code_label(),
        "unknown"
    );
    assert_eq!(
        error::<Closed>(403, Some("NEW_RULE")).code_label(),
        "unknown"
    );
    assert_eq!(
        error::<AnyCode>(403, Some("NEW_RULE")).code_label(),
        "unknown"
    );
    assert_eq!(error::<Closed>(403, None).code_label(), "none");
    assert_eq!(
        error::<Withdrawal>(403, Some("FORBIDDEN")).code_label(),
        "FORBIDDEN"
    );
    assert_eq!(
        error::<AnyCode>(400, Some("INVALID_REQUEST_INPUT")).code_label(),
        "INVALID_REQUEST_INPUT"
    );
}

#[test]
fn has_code_compares_wire_codes_and_the_aliases_of_both_sides() {
    let alias = error::<Withdrawal>(403, Some("INSUFFICIENT_FUNDS"));
    let canonical = error::<Withdrawal>(403, Some("INSUFFICIENT_BALANCE"));
    for error in [&alias, &canonical] {
        assert!(error.has_code(&Withdrawal::InsufficientBalance));
        assert!(error.has_code(&Closed::InsufficientFunds));
        assert!(error.has_code(&AnyCode::new("INSUFFICIENT_FUNDS")));
        assert!(error.has_code(&AnyCode::new("INSUFFICIENT_BALANCE")));
        assert!(!error.has_code(&Withdrawal::TooManyPendingWithdrawals));
        assert!(!error.has_code(&Closed::PaymentBridgeError));
    }
    let any = error::<AnyCode>(403, Some("INSUFFICIENT_FUNDS"));
    assert!(any.has_code(&Withdrawal::InsufficientBalance));
    assert!(!error::<AnyCode>(403, None).has_code(&AnyCode::new("")));
}

#[test]
fn a_cast_there_and_back_loses_nothing() {
    let before = error::<Closed>(503, Some("PAYMENT_BRIDGE_ERROR"));
    let through = before.clone().cast::<AnyCode>();
    assert_eq!(through.retry(), Retry::Always);
    assert_eq!(through.kind(), ErrorKind::Server);
    assert_eq!(through.code(), Some(&AnyCode::new("PAYMENT_BRIDGE_ERROR")));
    let after = through.cast::<Withdrawal>().cast::<Closed>();
    assert_eq!(format!("{after:?}"), format!("{before:?}"));
    assert_eq!(after.code(), before.code());
    assert_eq!(after.body(), before.body());
    assert_eq!(after.headers(), before.headers());
}

#[test]
fn a_cast_keeps_what_is_documented_about_the_code() {
    let error = error::<Withdrawal>(403, Some("INSUFFICIENT_FUNDS"));
    let info = error.info();
    assert_eq!(info, Withdrawal::InsufficientBalance.info());

    let travelled = error.cast::<AnyCode>().cast::<Hinting>().cast::<AnyCode>();
    assert_eq!(travelled.info(), info);
    assert!(travelled.has_code(&AnyCode::new("INSUFFICIENT_BALANCE")));
    assert!(travelled.has_code(&Withdrawal::InsufficientBalance));
    assert_eq!(travelled.code_label(), "INSUFFICIENT_BALANCE");
    // `Hinting` has a hint for this code, but the first enum documents the code too.
    assert_eq!(travelled.retry(), Retry::Never);
    assert_eq!(
        travelled.code_as(),
        Some(Withdrawal::InsufficientBalance),
        "the typed code is still at hand"
    );
}

#[test]
fn a_cast_takes_the_hint_if_nothing_was_documented_before() {
    let any = error::<AnyCode>(503, Some("PAYMENT_BRIDGE_ERROR"));
    assert_eq!(any.retry(), Retry::IfIdempotent);
    assert_eq!(any.info(), None);
    let cast = any.cast::<Withdrawal>().cast::<Closed>();
    assert_eq!(cast.retry(), Retry::Always);
    assert_eq!(cast.code_label(), "PAYMENT_BRIDGE_ERROR");
    assert_eq!(cast.cast::<AnyCode>().retry(), Retry::Always);
}

#[test]
fn a_cast_keeps_that_the_body_broke_off() {
    let response = ErrorResponse::builder(StatusCode::OK)
        .code("PAYMENT_BRIDGE_ERROR")
        .build();
    let error = ApiError::<AnyCode>::interrupted(response, "reset").cast::<Closed>();
    assert!(error.is_interrupted());
    assert_eq!(error.retry(), Retry::IfIdempotent);
    assert_eq!(
        error.source().unwrap().source().unwrap().to_string(),
        "reset"
    );
}

#[test]
fn into_code_gives_the_code() {
    let known = error::<Withdrawal>(403, Some("INSUFFICIENT_FUNDS"));
    assert_eq!(known.into_code(), Some(Withdrawal::InsufficientBalance));
    let unknown = error::<Closed>(403, Some("NEW_RULE"));
    assert_eq!(unknown.code_as(), Some(AnyCode::new("NEW_RULE")));
    assert_eq!(unknown.into_code(), None);
    assert_eq!(error::<AnyCode>(403, None).code_as::<AnyCode>(), None);
}

#[test]
fn escaped_code_is_escaped_and_cut() {
    let error = error::<AnyCode>(403, Some(&format!("A\n\u{3164}\"{}", "x".repeat(1000))));
    let shown = error.escaped_code().unwrap();
    assert_eq!(
        shown.to_string(),
        format!(r#"A\n\u{{3164}}"{}…"#, "x".repeat(116))
    );
    assert_eq!(
        format!("{shown:?}"),
        format!(r#""A\n\u{{3164}}\"{}…""#, "x".repeat(115))
    );
    assert!(self::error::<AnyCode>(403, None).escaped_code().is_none());
}

#[test]
fn an_error_has_the_accessors_of_its_response() {
    let response = ErrorResponse::builder(StatusCode::FORBIDDEN)
        .code("INSUFFICIENT_BALANCE")
        .reason("Not enough.")
        .field_error("amount", "too much")
        .retry_after(Duration::from_secs(7))
        .build();
    let error = ApiError::<Withdrawal>::from(response.clone());
    assert_eq!(error.status(), StatusCode::FORBIDDEN);
    assert_eq!(error.headers()["retry-after"], "7");
    assert_eq!(error.headers(), response.headers());
    assert_eq!(error.body(), response.body());
    assert_eq!(error.reason(), Some("Not enough."));
    assert_eq!(
        error.field_errors(),
        [FieldError::new("amount", "too much")]
    );
    assert_eq!(error.retry_after(), Some(Duration::from_secs(7)));
    assert!(error.body_error().is_none());
    assert_eq!(error.response().body(), response.body());
    assert_eq!(error.into_response().body(), response.body());
}

#[test]
fn debug_shows_what_happened() {
    let refusal = ErrorResponse::builder(StatusCode::FORBIDDEN)
        .code("INSUFFICIENT_FUNDS")
        .reason("Not\nenough.")
        .field_error("amount", "too much")
        .build();
    let shown = "ErrorResponse { status: 403, code: Some(\"INSUFFICIENT_FUNDS\"), \
                 reason: Some(\"Not\\nenough.\"), field_errors: 1, headers: 1, \
                 body_bytes: 150, truncated: false }";
    assert_eq!(format!("{refusal:?}"), shown);
    assert_eq!(
        format!("{:?}", ApiError::<Withdrawal>::from(refusal)),
        format!(
            "ApiError {{ kind: BusinessRule, code: Some(\"INSUFFICIENT_BALANCE\"), retry: Never, \
             response: {shown}, body_error: None }}"
        )
    );
    let builder = ErrorResponse::builder(StatusCode::FORBIDDEN)
        .code("INSUFFICIENT_FUNDS")
        .reason("Not\nenough.")
        .retry_after(Duration::from_secs(7));
    assert_eq!(
        format!("{builder:?}"),
        "ErrorResponseBuilder { status: 403, code: Some(\"INSUFFICIENT_FUNDS\"), \
         reason: Some(\"Not\\nenough.\"), field_errors: 0, headers: 1 }"
    );
    let error = decode::<Vec<u8>, AnyCode>(response(200, "[1,\n 400]")).unwrap_err();
    let invalid = error.body_error().unwrap();
    assert_eq!((invalid.line(), invalid.column()), (Some(2), Some(4)));
    assert_eq!(
        format!("{invalid:?}"),
        "BodyError { problem: \"the JSON does not match the type\", line: 2, column: 4, .. }"
    );
}

#[test]
fn the_operation_travels_through_casts() {
    #[derive(Debug, Clone, Copy, ImmersveErrorCode)]
    #[immersve(operation = "freeze-card")]
    enum Freeze {
        CardLost,
    }

    #[derive(Debug, Clone, Copy, ImmersveErrorCode)]
    #[immersve(operation = "close-card")]
    enum Close {
        CardLost,
    }

    let direct = ApiError::from_code(Freeze::CardLost);
    assert_eq!(direct.operation(), Some("freeze-card"));
    let any: ApiError = direct.cast();
    assert_eq!(any.operation(), Some("freeze-card"));
    assert_eq!(any.cast::<Close>().operation(), Some("freeze-card"));

    // Of an error without a code too.
    let denied = ErrorResponse::builder(StatusCode::FORBIDDEN).build();
    let any = ApiError::<AnyCode>::from(denied);
    assert_eq!(any.operation(), None);
    let error = any.cast::<Close>().cast::<AnyCode>();
    assert_eq!(error.operation(), Some("close-card"));
    let broken = ApiError::<Freeze>::interrupted(error.into_response(), "reset");
    assert_eq!(broken.operation(), Some("freeze-card"));
}

#[test]
fn an_error_is_one_word_send_and_sync() {
    fn goes_anywhere<E: Error + Send + Sync + 'static>() {}
    goes_anywhere::<ApiError>();
    goes_anywhere::<ApiError<Withdrawal>>();
    goes_anywhere::<ApiError<Closed>>();
    assert_eq!(size_of::<ApiError>(), size_of::<usize>());
    assert_eq!(size_of::<ApiError<Withdrawal>>(), size_of::<usize>());
    assert_eq!(size_of::<Option<ApiError<Closed>>>(), size_of::<usize>());
}

#[derive(Debug, PartialEq, Deserialize)]
struct Card {
    id: u32,
}

fn response(status: u16, body: &str) -> Response<Vec<u8>> {
    Response::builder()
        .status(status)
        .body(body.into())
        .unwrap()
}

#[test]
fn a_success_decodes() {
    let card: Result<Card, ApiError> = decode(response(201, r#"{"id":7}"#));
    assert_eq!(card.unwrap(), Card { id: 7 });
    let text: Result<String, ApiError> = decode(Response::new("\"ok\""));
    assert_eq!(text.unwrap(), "ok");
}

#[test]
fn an_empty_success_reads_as_unit_or_none() {
    decode::<(), AnyCode>(response(204, "")).unwrap();
    decode::<(), AnyCode>(response(200, " \r\n")).unwrap();
    assert_eq!(
        decode::<Option<Card>, AnyCode>(response(204, "")).unwrap(),
        None
    );
    let error = decode::<Card, AnyCode>(response(204, "")).unwrap_err();
    assert_eq!(error.source().unwrap().to_string(), "the body is empty");
    for body in ["", " \r\n", "\u{feff}"] {
        let error = decode::<Card, AnyCode>(response(200, body)).unwrap_err();
        let invalid = error.body_error().unwrap();
        assert_eq!(invalid.to_string(), "the body is empty", "{body:?}");
        assert_eq!((invalid.line(), invalid.column()), (None, None), "{body:?}");
        assert!(error.advice().contains("the body is empty"));
    }
}

#[test]
fn the_column_of_a_problem_is_counted_in_bytes_from_the_start_of_its_line() {
    for (body, line, column) in [
        ("[", 1, 1),
        ("[\"a\",\n", 2, 0),
        ("[\"a\nb\"]", 2, 0),
        ("\n!", 2, 1),
    ] {
        let error = decode::<Vec<String>, AnyCode>(response(200, body)).unwrap_err();
        let invalid = error.body_error().unwrap();
        let place = (invalid.line(), invalid.column());
        assert_eq!(place, (Some(line), Some(column)), "{body:?}: {invalid}");
    }
}

#[test]
fn the_column_of_an_array_or_object_is_that_of_its_bracket() {
    for (body, line, column) in [
        (r#"{"data":[]}"#, 1, 1),
        ("\n  {\"data\":[]}", 2, 3),
        ("[\"a\",\n [1]]", 2, 2),
        ("[\"a\", {}]", 1, 7),
        ("[true]", 1, 5),
    ] {
        let error = decode::<Vec<String>, AnyCode>(response(200, body)).unwrap_err();
        let body_error = error.body_error().unwrap();
        let position = (body_error.line(), body_error.column());
        assert_eq!(position, (Some(line), Some(column)), "{body:?}");
    }
}

#[test]
fn a_body_that_is_still_encoded_is_not_advised_as_a_code_that_is_missing() {
    let gzip = b"\x1f\x8b\x08\0\0\0\0\0\0\x03".as_slice();
    let utf_16: Vec<u8> =
        r#"{"errorCode":"KYC_REQUIRED"}"#.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let utf_16_with_mark = [b"\xff\xfe", &*utf_16].concat();
    for (encoding, body) in [
        (Some("GZIP"), gzip),
        (Some("x-gzip"), gzip),
        (Some("gzip, gzip"), gzip),
        (None, &utf_16),
        (None, &utf_16_with_mark),
    ] {
        for (status, retry) in [
            (403, Retry::Never),
            (200, Retry::Never),
            (503, Retry::IfIdempotent),
        ] {
            let mut response = Response::builder().status(status);
            if let Some(encoding) = encoding {
                response = response.header("content-encoding", encoding);
            }
            let response = response.body(body).unwrap();
            let error = decode::<Vec<u8>, AnyCode>(response).unwrap_err();
            assert_eq!(
                error.body_error().unwrap().to_string(),
                "the body is still encoded",
                "{encoding:?}"
            );
            assert!(error.advice().starts_with("Decode the body in the client"));
            assert_eq!(
                error.to_string().ends_with(" (still encoded)"),
                status != 200
            );
            assert_eq!(error.retry(), retry);
            assert_eq!(error.body(), body);
        }
    }
    for (encoding, body) in [
        ("identity", &b"\xff\x01"[..]),
        ("gzip", b"slow down"),
        ("gzip", b""),
    ] {
        let response = Response::builder()
            .status(403)
            .header("content-encoding", encoding);
        let error = decode::<(), AnyCode>(response.body(body).unwrap()).unwrap_err();
        assert!(error.body_error().is_none(), "{encoding} {body:?}");
    }
}

#[test]
fn a_413_with_retry_after_is_temporary() {
    let response = |status| ErrorResponse::builder(StatusCode::from_u16(status).unwrap());
    let wait = Duration::from_secs(1);
    let error: ApiError = response(413).retry_after(wait).build().into();
    assert_eq!(error.retry(), Retry::Always);
    let error: ApiError = response(413).build().into();
    assert_eq!(error.retry(), Retry::Never);
    let error: ApiError = response(414).retry_after(wait).build().into();
    assert_eq!(error.retry(), Retry::Never);
}

#[test]
fn errors_are_unwind_safe() {
    fn is_unwind_safe<T: std::panic::UnwindSafe + std::panic::RefUnwindSafe>() {}

    is_unwind_safe::<ApiError>();
    is_unwind_safe::<ApiError<Withdrawal>>();
    is_unwind_safe::<ErrorResponse>();
}

#[test]
fn unit_takes_any_body_of_a_success() {
    #[derive(Debug, Deserialize)]
    struct Done;

    for body in [
        "",
        "{}",
        "null",
        "[1",
        "<html>",
        r#"{"id":7}"#,
        "\u{feff}{}",
    ] {
        decode::<(), AnyCode>(response(200, body)).unwrap();
        decode::<Done, AnyCode>(response(200, body)).unwrap();
        decode::<serde::de::IgnoredAny, AnyCode>(response(200, body)).unwrap();
        decode::<Card, AnyCode>(response(200, body).map(|mut body| {
            body.insert(0, b'!');
            body
        }))
        .unwrap_err();
    }
    decode::<(), AnyCode>(response(403, "{}")).unwrap_err();
}

#[test]
fn a_type_with_a_value_does_not_take_a_body_that_is_no_json() {
    /// Ignores errors and gives a default.
    #[derive(Debug)]
    struct Lenient;

    impl<'de> Deserialize<'de> for Lenient {
        fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            Ok(u8::deserialize(deserializer).map_or(Self, |_| Self))
        }
    }

    for body in ["<html>", "[", "7 8"] {
        decode::<Lenient, AnyCode>(response(200, body)).unwrap_err();
        decode::<Option<u8>, AnyCode>(response(200, body)).unwrap_err();
        decode::<Option<()>, AnyCode>(response(200, body)).unwrap_err();
        decode::<Vec<u8>, AnyCode>(response(200, body)).unwrap_err();
        decode::<serde_json::Value, AnyCode>(response(200, body)).unwrap_err();
    }
}

#[test]
fn a_byte_order_mark_before_a_success_is_skipped() {
    let card = decode::<Card, AnyCode>(response(200, "\u{feff}{\"id\":7}"));
    assert_eq!(card.unwrap(), Card { id: 7 });
    let none = decode::<Option<Card>, AnyCode>(response(200, "\u{feff} "));
    assert_eq!(none.unwrap(), None);
    let body = "\u{feff}{\"id\":\"x\"}";
    let error = decode::<Card, AnyCode>(response(200, body)).unwrap_err();
    assert_eq!(error.body(), body.as_bytes());
    decode::<Card, AnyCode>(response(200, "\u{feff}\u{feff}{\"id\":7}")).unwrap_err();
}

#[test]
fn a_success_of_another_shape_keeps_its_body_and_does_not_show_it() {
    let body = r#"{"id":"4111111111111111"}"#;
    let error = decode::<Card, Withdrawal>(response(200, body)).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::InvalidResponse);
    assert_eq!(error.retry(), Retry::Never);
    assert_eq!(error.body(), body.as_bytes());
    assert_eq!(error.to_string(), "200 OK: the body could not be read");
    let cause = error.source().unwrap();
    assert_eq!(
        cause.to_string(),
        "the JSON does not match the type at line 1 column 24"
    );
    assert!(!format!("{error:?} {error:#?} {cause:?}").contains("4111"));
    let invalid = error.body_error().unwrap();
    assert_eq!((invalid.line(), invalid.column()), (Some(1), Some(24)));
    assert!(invalid.detail().contains("4111"), "{}", invalid.detail());

    let html = decode::<Card, Withdrawal>(response(200, "<html>")).unwrap_err();
    assert_eq!(
        html.source().unwrap().to_string(),
        "the body is not valid JSON at line 1 column 1"
    );
}

#[test]
fn a_status_that_is_no_success_is_an_error_whatever_the_body() {
    for status in [199, 304, 403, 500] {
        let error = decode::<Card, AnyCode>(response(status, r#"{"id":7}"#)).unwrap_err();
        assert_eq!(error.status(), status);
        assert!(error.body_error().is_none());
        assert!(error.source().is_none());
        assert_eq!(error.into_response().body(), br#"{"id":7}"#);
    }
}
