//! Responses that a proxy sends on.

use http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use immersve_errors::{AnyCode, ApiError, ErrorResponse};
use proptest::prelude::*;

fn received(status: u16, headers: &[(&'static str, &str)], body: &[u8]) -> ErrorResponse {
    let mut map = HeaderMap::new();
    for (name, value) in headers {
        map.append(HeaderName::from_static(name), value.parse().unwrap());
    }
    ErrorResponse::new(StatusCode::from_u16(status).unwrap(), map, body)
}

/// Headers that would instruct the proxy in front, set a cookie, pin a policy, or belong to one connection.
const KEPT_BACK: &[(&str, &str)] = &[
    ("x-accel-redirect", "/internal/secret"),
    ("x-accel-buffering", "no"),
    ("x-sendfile", "/etc/passwd"),
    ("location", "https://elsewhere.example"),
    ("set-cookie", "a=1"),
    ("strict-transport-security", "max-age=1"),
    ("alt-svc", "h3=\":443\""),
    ("access-control-allow-origin", "*"),
    ("www-authenticate", "Bearer"),
    ("etag", "\"1\""),
    ("date", "Sun, 06 Nov 1994 08:49:37 GMT"),
    ("connection", "keep-alive, X-Hop ,x-other"),
    ("connection", "close,, not a name"),
    ("keep-alive", "timeout=5"),
    ("proxy-connection", "keep-alive"),
    ("proxy-authenticate", "Basic"),
    ("proxy-authentication-info", "x"),
    ("proxy-authorization", "x"),
    ("te", "trailers"),
    ("trailer", "x-checksum"),
    ("transfer-encoding", "chunked"),
    ("upgrade", "h2c"),
    ("content-length", "1000"),
    ("x-hop", "1"),
    ("x-other", "1"),
];

fn with_all_headers() -> ErrorResponse {
    let sent = [
        ("content-type", "application/problem+json"),
        ("content-language", "en"),
        ("retry-after", "1"),
        ("retry-after", "60"),
        ("x-request-id", "r-1"),
    ];
    received(503, &[&sent, KEPT_BACK].concat(), b"{}")
}

#[test]
fn only_the_headers_of_the_body_and_retry_after_are_sent_on() {
    let response = with_all_headers().into_forwardable();
    let mut names: Vec<_> = response.headers().keys().map(HeaderName::as_str).collect();
    names.sort_unstable();
    assert_eq!(
        names,
        [
            "content-language",
            "content-length",
            "content-type",
            "retry-after"
        ]
    );
    assert_eq!(response.headers()["content-length"], "2");
    assert_eq!(response.headers().get_all("retry-after").iter().count(), 2);
    assert_eq!(response.status(), 503);
    assert_eq!(response.body(), b"{}");
}

#[test]
fn the_caller_names_more_headers_but_none_of_one_connection() {
    let request_id = HeaderName::from_static("x-request-id");
    let names = [
        request_id,
        header::WWW_AUTHENTICATE,
        header::RETRY_AFTER,
        header::COOKIE,
    ];
    let response = with_all_headers().into_forwardable_with(&names);
    assert_eq!(response.headers()["x-request-id"], "r-1");
    assert_eq!(response.headers()["www-authenticate"], "Bearer");
    assert_eq!(response.headers().get_all("retry-after").iter().count(), 2);
    assert_eq!(response.headers().keys().count(), 6);

    let all: Vec<_> = KEPT_BACK
        .iter()
        .map(|(name, _)| HeaderName::from_static(name))
        .collect();
    let response = with_all_headers().into_forwardable_with(&all);
    for of_one_hop in KEPT_BACK
        .iter()
        .skip_while(|(name, _)| *name != "connection")
    {
        if of_one_hop.0 != "content-length" {
            assert!(
                !response.headers().contains_key(of_one_hop.0),
                "{of_one_hop:?}"
            );
        }
    }
    assert_eq!(response.headers()["content-length"], "2");
    assert_eq!(response.headers()["x-accel-redirect"], "/internal/secret");
}

#[test]
fn content_length_is_that_of_the_body() {
    let cut = received(500, &[("content-length", "1000")], b"cut").truncated();
    let cut = cut.into_forwardable();
    assert_eq!(cut.headers()["content-length"], "3");
    assert_eq!(cut.body(), b"cut");

    let two = received(
        500,
        &[("content-length", "7"), ("content-length", "9")],
        b"cut",
    );
    let two = two.into_forwardable();
    assert_eq!(two.headers().get_all("content-length").iter().count(), 1);
    let none = received(500, &[], b"").into_forwardable();
    assert_eq!(none.headers()["content-length"], "0");
}

#[test]
fn content_encoding_is_removed_if_the_body_is_decompressed() {
    let digests = [
        ("content-encoding", "gzip"),
        ("content-md5", "x"),
        ("digest", "x"),
        ("content-digest", "x"),
        ("repr-digest", "x"),
    ];
    let text = received(403, &digests, br#"{"errorCode":"KYC_REQUIRED"}"#).into_forwardable();
    assert_eq!(text.headers().len(), 1, "{:?}", text.headers());

    for encoded in [&b"\x1f\x8b\x08\x00"[..], b";", b"x\x01\x03"] {
        let response = received(403, &digests, encoded).into_forwardable();
        assert_eq!(response.headers()["content-encoding"], "gzip");
        assert_eq!(response.headers().len(), 2);
    }
    let empty = received(403, &digests, b"").into_forwardable();
    assert!(!empty.headers().contains_key("content-encoding"));
}

#[test]
fn a_response_that_is_no_error_for_the_caller_becomes_a_502_without_its_content() {
    for status in [100, 101, 200, 201, 204, 206, 299, 407] {
        let secret = [
            ("set-cookie", "session=s3cret"),
            ("cache-control", "public, max-age=3600"),
            ("proxy-authenticate", "Basic"),
            ("content-type", "text/html"),
        ];
        let response = received(status, &secret, b"4111111111111111").into_forwardable();
        assert_eq!(response.status(), 502, "{status}");
        assert_eq!(response.headers().len(), 2);
        assert_eq!(response.headers()["content-type"], "application/json");
        assert_eq!(
            response.body(),
            br#"{"statusCode":502,"statusName":"Bad Gateway"}"#
        );
        assert_eq!(response.headers()["content-length"], "45");
    }
}

#[test]
fn a_304_has_no_body_and_no_length() {
    let headers = [("content-length", "1000"), ("content-language", "en")];
    let response = received(304, &headers, b"odd").into_forwardable();
    assert_eq!(response.status(), 304);
    assert_eq!(response.headers().len(), 1);
    assert_eq!(response.headers()["content-language"], "en");
    assert!(response.body().is_empty());
}

#[test]
fn an_error_that_was_cast_is_forwarded_as_it_was_received() {
    let error: ApiError = ErrorResponse::builder(StatusCode::TOO_MANY_REQUESTS)
        .code("SLOW_DOWN")
        .header(header::CONNECTION, HeaderValue::from_static("close"))
        .build()
        .into();
    let response = error.cast::<AnyCode>().into_response().into_forwardable();
    assert!(!response.headers().contains_key("connection"));
    let again = ErrorResponse::from(response);
    assert_eq!(again.status(), 429);
    assert_eq!(again.code(), Some("SLOW_DOWN"));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_response_can_be_forwarded(
        status in 100..1000_u16,
        connection in any::<Vec<u8>>(),
        lengths in prop::collection::vec("[0-9]{1,20}", 0..3),
        body in prop_oneof![any::<Vec<u8>>(), any::<String>().prop_map(String::into_bytes)],
    ) {
        let mut headers = HeaderMap::new();
        if let Ok(value) = HeaderValue::from_bytes(&connection) {
            headers.insert(header::CONNECTION, value);
        }
        for length in lengths {
            headers.append(header::CONTENT_LENGTH, length.parse().unwrap());
        }
        let status = StatusCode::from_u16(status).unwrap();
        let response = ErrorResponse::new(status, headers, body.clone()).into_forwardable();
        prop_assert!(response.status().as_u16() >= 300);
        prop_assert!(!response.headers().contains_key(header::CONNECTION));
        if status != 304 {
            let length = response.headers()[header::CONTENT_LENGTH].to_str().unwrap();
            prop_assert_eq!(length, response.body().len().to_string());
        }
        if response.status() == status && status != 304 {
            prop_assert_eq!(response.body(), &body);
        }
        // A second proxy changes nothing.
        let (status, sent) = (response.status(), response.headers().clone());
        let again = ErrorResponse::from(response).into_forwardable();
        prop_assert_eq!(again.status(), status);
        prop_assert_eq!(again.headers(), &sent);
    }
}

#[test]
fn a_sanitized_response_has_only_the_fields_that_could_be_read() {
    let html = [("content-type", "text/html"), ("retry-after", "7")];
    let encoded = [("content-encoding", "gzip"), ("content-length", "3")];
    let invalid = br#"{"errors":[{"path":"pan","message":"Required"}],"errorCode":"INVALID_"#;
    for (response, expected) in [
        (
            received(503, &html, b"<script>"),
            r#"{"statusCode":503,"statusName":"Service Unavailable"}"#,
        ),
        (
            received(403, &encoded, b"\x1f\x8b\x08"),
            r#"{"statusCode":403,"statusName":"Forbidden"}"#,
        ),
        (
            received(400, &[], invalid).truncated(),
            r#"{"statusCode":400,"statusName":"Bad Request","errors":[{"message":"Required","path":"pan"}]}"#,
        ),
    ] {
        let wait = response.retry_after();
        let sanitized = response.sanitized();
        assert_eq!(sanitized.body(), expected.as_bytes());
        assert_eq!(sanitized.retry_after(), wait);
        assert!(!sanitized.is_truncated());
        for gone in ["content-encoding", "content-length"] {
            assert!(!sanitized.headers().contains_key(gone), "{gone}");
        }
        let sent = sanitized.into_forwardable();
        assert_eq!(sent.body(), expected.as_bytes());
        assert_eq!(sent.headers()["content-type"], "application/json");
        assert_eq!(sent.headers()["content-length"], expected.len().to_string());
        assert!(!sent.headers().contains_key("content-encoding"));
    }
    let unreadable = received(200, &html, b"<html>").sanitized();
    assert_eq!(unreadable.into_forwardable().status(), 502);
}
