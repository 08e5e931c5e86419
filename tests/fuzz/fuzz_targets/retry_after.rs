//! Fuzzes the wait: the header `Retry-After`, a line feed, then the header `Date`.
#![no_main]

use std::time::Duration;

use http::{HeaderMap, HeaderValue, StatusCode, header};
use immersve_errors::ErrorResponse;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: &[u8]| {
    let mut lines = input.splitn(2, |byte| *byte == b'\n');
    let mut headers = HeaderMap::new();
    for name in [header::RETRY_AFTER, header::DATE] {
        if let Some(Ok(value)) = lines.next().map(HeaderValue::from_bytes) {
            headers.insert(name, value);
        }
    }
    let wait = ErrorResponse::new(StatusCode::TOO_MANY_REQUESTS, headers.clone(), "").retry_after();

    let text = headers
        .get(header::RETRY_AFTER)
        .and_then(|value| value.to_str().ok());
    let text = text.unwrap_or_default().trim();
    if !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit()) {
        let seconds = text.parse().unwrap_or(u64::MAX);
        assert_eq!(wait, Some(Duration::from_secs(seconds)));
    } else if let Some(wait) = wait {
        if text.contains(':') {
            // The header is a date, and dates end with the year 9999.
            assert!(wait.as_secs() < 9999 * 366 * 86400, "{wait:?}");
        } else {
            let is_number = |part: &str| {
                let part = part.trim();
                part.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
            };
            assert!(text.split(',').all(is_number), "{text}");
        }
    }
});
