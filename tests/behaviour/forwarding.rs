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

#[test]
fn headers_of_one_connection_are_removed_and_all_others_stay() {
    let response = received(
        503,
        &[
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
            ("x-hop", "1"),
            ("x-other", "1"),
            ("content-type", "application/json"),
            ("retry-after", "7"),
            ("date", "Sun, 06 Nov 1994 08:49:37 GMT"),
            ("set-cookie", "a=1"),
            ("set-cookie", "b=2"),
            ("www-authenticate", "Bearer"),
            ("etag", "\"1\""),
            ("x-request-id", "r-1"),
        ],
        b"{}",
    )
    .into_forwardable();
    let mut names: Vec<_> = response.headers().keys().map(HeaderName::as_str).collect();
    names.sort_unstable();
    assert_eq!(
        names,
        [
            "content-length",
            "content-type",
            "date",
            "etag",
            "retry-after",
            "set-cookie",
            "www-authenticate",
            "x-request-id",
        ]
    );
    assert_eq!(response.headers().get_all("set-cookie").iter().count(), 2);
    assert_eq!(response.headers()["content-length"], "2");
    assert_eq!(response.status(), 503);
    assert_eq!(response.body(), b"{}");
}

#[test]
fn content_length_is_that_of_the_body() {
    let cut = received(500, &[("content-length", "1000")], b"cut").with_truncated(true);
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

    let gzip = received(403, &digests, b"\x1f\x8b\x08\x00").into_forwardable();
    assert_eq!(gzip.headers()["content-encoding"], "gzip");
    assert_eq!(gzip.headers()["content-length"], "4");
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
fn a_304_keeps_its_headers_and_has_no_body() {
    let headers = [
        ("content-length", "1000"),
        ("etag", "\"1\""),
        ("content-encoding", "gzip"),
    ];
    let response = received(304, &headers, b"odd").into_forwardable();
    assert_eq!(response.status(), 304);
    assert_eq!(response.headers().len(), 3);
    assert_eq!(response.headers()["content-length"], "1000");
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
