//! How much of a body is read.

use std::io::Write;

use immersve_errors::{AnyCode, ApiError, ReadOptions};

use crate::{
    client::Client,
    server::{serve_body, serve_raw},
    with_every_client,
};

with_every_client! {
    an_error_body_is_kept_up_to_64_kib,
    the_limit_can_be_set,
    a_code_before_the_cut_is_read,
    a_success_body_is_not_limited,
    an_endless_error_body_is_left_at_the_limit,
}

fn read(client: &impl Client, length: usize, options: Option<ReadOptions>) -> [ApiError; 2] {
    let url = serve_body(500, vec![b'x'; length]);
    match options {
        None => [
            client.decode::<(), _>(&url).unwrap_err(),
            client.check(&url).unwrap_err(),
        ],
        Some(options) => [
            client.decode_with::<(), _>(&url, options).unwrap_err(),
            client.check_with(&url, options).unwrap_err(),
        ],
    }
}

fn an_error_body_is_kept_up_to_64_kib(client: &impl Client) {
    for (length, kept) in [
        (65_535, 65_535),
        (65_536, 65_536),
        (65_537, 65_536),
        (1 << 20, 65_536),
    ] {
        for error in read(client, length, None) {
            assert_eq!(error.body().len(), kept);
            assert_eq!(error.response().is_truncated(), length > kept);
            assert!(error.invalid_body().is_none());
        }
    }
}

fn the_limit_can_be_set(client: &impl Client) {
    for (limit, length) in [
        (0, 0),
        (0, 1),
        (1, 1),
        (1, 2),
        (100_000, 100_000),
        (usize::MAX, 100_000),
    ] {
        let options = ReadOptions::new().with_error_limit(limit);
        for error in read(client, length, Some(options)) {
            assert_eq!(error.body().len(), length.min(limit));
            assert_eq!(error.response().is_truncated(), length > limit);
        }
    }
}

fn a_code_before_the_cut_is_read(client: &impl Client) {
    let mut body = br#"{"errorCode":"KYC_REQUIRED","reason":""#.to_vec();
    body.resize(100_000, b'x');
    let error: ApiError = client.decode::<(), _>(&serve_body(403, body)).unwrap_err();
    assert_eq!(error.wire_code(), Some("KYC_REQUIRED"));
    assert_eq!(error.reason(), None);
    assert!(error.response().is_truncated());
}

fn a_success_body_is_not_limited(client: &impl Client) {
    // More than the 10 MiB where `ureq` stops by itself.
    let text = "x".repeat(12 << 20);
    let url = serve_body(200, format!("\"{text}\""));
    let options = ReadOptions::new().with_error_limit(0);
    let read: String = client.decode_with::<_, AnyCode>(&url, options).unwrap();
    assert!(read == text);
    let body = client.check_with::<AnyCode>(&url, options).unwrap();
    assert_eq!(body.len(), text.len() + 2);
}

fn an_endless_error_body_is_left_at_the_limit(client: &impl Client) {
    let url = serve_raw(|stream| {
        stream.write_all(b"HTTP/1.1 500 Oh\r\nTransfer-Encoding: chunked\r\n\r\n")?;
        loop {
            stream.write_all(b"5\r\nagain\r\n")?;
        }
    });
    let error: ApiError = client.decode::<(), _>(&url).unwrap_err();
    assert_eq!(error.body().len(), 65_536);
    assert!(error.body().starts_with(b"againagain"));
    assert!(error.response().is_truncated());
    assert!(error.invalid_body().is_none());
}
