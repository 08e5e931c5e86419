//! How much of a body is read.

use std::{io::Write, time::Duration};

use immersve_errors::{AnyCode, ApiError, ErrorKind, ReadOptions, Retry};

use crate::{
    bodies::serve_gzip,
    client::Client,
    server::{serve_body, serve_bytes, serve_raw},
    with_every_client,
};

with_every_client! {
    an_error_body_is_kept_up_to_64_kib,
    the_limit_can_be_set,
    a_code_before_the_cut_is_read,
    a_success_body_is_not_limited,
    a_success_over_its_limit_is_an_error,
    reading_an_endless_error_body_ends_at_the_limit,
    reading_an_endless_success_ends_at_its_limit,
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
            assert!(error.body_error().is_none());
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
    // More than the 10 MiB that `ureq` itself reads at most.
    let text = "x".repeat(12 << 20);
    let url = serve_body(200, format!("\"{text}\""));
    let options = ReadOptions::new().with_error_limit(0);
    let read: String = client.decode_with::<_, AnyCode>(&url, options).unwrap();
    assert!(read == text);
    let body = client.check_with::<AnyCode>(&url, options).unwrap();
    assert_eq!(body.len(), text.len() + 2);
}

fn a_success_over_its_limit_is_an_error(client: &impl Client) {
    let options = ReadOptions::new().with_success_limit(7);
    for (body, fits) in [("12345", true), ("1234567", true), ("12345678", false)] {
        for url in [serve_body(200, body), serve_chunked(body)] {
            match client.decode_with::<u64, AnyCode>(&url, options) {
                Ok(read) => assert!(fits && read.to_string() == body),
                Err(error) => {
                    assert!(!fits, "{error:?}");
                    assert_eq!(error.kind(), ErrorKind::InvalidResponse);
                    assert_eq!(error.retry(), Retry::Never);
                    assert!(!error.is_interrupted());
                    assert!(error.response().is_truncated());
                    assert_eq!(error.body(), b"1234567");
                    let invalid = error.body_error().unwrap();
                    assert_eq!(invalid.to_string(), "the body is longer than the limit");
                    assert!(error.advice().contains("Raise the limit"));
                }
            }
        }
    }
    let gzip = serve_gzip(200, &vec![b' '; 16 << 20]);
    let error = client.decode_with::<u64, AnyCode>(&gzip, options);
    assert_eq!(error.unwrap_err().body(), b"       ");
}

fn serve_chunked(body: &str) -> String {
    let length = body.len();
    serve_bytes(format!(
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n{length:x}\r\n{body}\r\n0\r\n\r\n"
    ))
}

fn reading_an_endless_success_ends_at_its_limit(client: &impl Client) {
    let url = serve_raw(|stream| {
        stream.write_all(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")?;
        loop {
            stream.write_all(b"5\r\nagain\r\n")?;
        }
    });
    let options = ReadOptions::new().with_success_limit(100_000);
    let error = client
        .decode_with::<u64, AnyCode>(&url, options)
        .unwrap_err();
    assert_eq!(error.body().len(), 100_000);
    assert_eq!(
        error.body_error().unwrap().to_string(),
        "the body is longer than the limit"
    );
}

fn reading_an_endless_error_body_ends_at_the_limit(client: &impl Client) {
    let url = serve_raw(|stream| {
        stream.write_all(b"HTTP/1.1 500 Oh\r\nTransfer-Encoding: chunked\r\n\r\n")?;
        loop {
            stream.write_all(b"5\r\nagain\r\n")?;
        }
    });
    // A busy machine needs longer than a second for so many small parts.
    let options = ReadOptions::new().with_slow_body_limit(Duration::from_secs(20));
    let error: ApiError = client.decode_with::<(), _>(&url, options).unwrap_err();
    assert_eq!(error.body().len(), 65_536);
    assert!(error.body().starts_with(b"againagain"));
    assert!(error.response().is_truncated());
    assert!(error.body_error().is_none());
}
