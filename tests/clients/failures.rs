//! Connections that fail while a body is read.

use std::{
    error::Error,
    io::Write,
    time::{Duration, Instant},
};

use flate2::{Compression, write::GzEncoder};
use immersve_errors::{ApiError, ErrorKind, ReadOptions, Retry};

use crate::{
    client::{Client, Failure},
    server::{serve_body, serve_bytes, serve_raw},
    with_every_client,
};

with_every_client! {
    an_error_whose_body_breaks_off_keeps_what_arrived,
    a_success_whose_body_breaks_off_keeps_what_arrived,
    an_error_whose_body_stalls_keeps_what_arrived,
    a_success_whose_body_stalls_keeps_what_arrived,
    a_body_that_cannot_be_decompressed_is_invalid_and_not_interrupted,
    a_compressed_body_that_breaks_off_is_interrupted,
    bytes_behind_a_compressed_body_are_ignored,
    an_empty_body_marked_as_compressed_is_no_failure,
    unit_takes_a_success_whose_body_breaks_off,
    invalid_chunks_are_an_error_with_status_and_headers,
    no_failure_shows_the_url,
}

/// Checks what all failures have in common: status and headers are kept, the body counts as cut, and the
/// client's own error is the last of the sources.
fn assert_interrupted<C: Client>(client: &C, error: &ApiError, arrived: &[u8], failure: &Failure) {
    assert!(error.is_interrupted());
    assert_cut(client, error, arrived, "the body was interrupted", failure);
}

fn assert_cut<C: Client>(
    _: &C,
    error: &ApiError,
    arrived: &[u8],
    problem: &str,
    failure: &Failure,
) {
    assert_eq!(error.headers()["x-request-id"], "r-1");
    assert_eq!(error.body(), arrived);
    assert!(error.response().is_truncated());
    let invalid = error.source().unwrap();
    assert_eq!(invalid.to_string(), problem);
    let own = invalid.source().and_then(C::own_error);
    assert_eq!(own.as_ref(), Some(failure), "{:?}", invalid.source());
}

/// Two answers whose body is shorter than announced: by `Content-Length`, and by the size of a chunk.
fn cut_short(status: &str, body: &str) -> [String; 2] {
    let head = format!("HTTP/1.1 {status}\r\nX-Request-Id: r-1\r\n");
    let length = body.len();
    [
        format!("{head}Content-Length: 1000\r\n\r\n{body}"),
        format!("{head}Transfer-Encoding: chunked\r\n\r\n{length:x}\r\n{body}\r\n"),
    ]
}

const CUT_ERROR: &str = r#"{"errorCode":"KYC_REQUIRED","reas"#;
const CUT_SUCCESS: &str = r#"["card-1","ca"#;

fn an_error_whose_body_breaks_off_keeps_what_arrived(client: &impl Client) {
    for answer in cut_short("403 Forbidden", CUT_ERROR) {
        let url = serve_bytes(answer);
        for error in [
            client.decode::<(), _>(&url).unwrap_err(),
            client.check(&url).unwrap_err(),
        ] {
            assert_interrupted(client, &error, CUT_ERROR.as_bytes(), &Failure::Other);
            assert_eq!(error.kind(), ErrorKind::BusinessRule);
            assert_eq!(error.wire_code(), Some("KYC_REQUIRED"));
            assert_eq!(error.retry(), Retry::Never);
            assert_eq!(error.to_string(), "403 KYC_REQUIRED (truncated)");
        }
    }
}

fn a_success_whose_body_breaks_off_keeps_what_arrived<C: Client>(client: &C) {
    let limited = ReadOptions::new().with_success_limit(900);
    for answer in cut_short("200 OK", CUT_SUCCESS) {
        let url = serve_bytes(answer);
        let error = client.decode::<Vec<String>, _>(&url).unwrap_err();
        let arrived = if C::KEEPS_CUT_SUCCESS {
            CUT_SUCCESS
        } else {
            ""
        };
        assert_interrupted(client, &error, arrived.as_bytes(), &Failure::Other);
        assert_eq!(error.kind(), ErrorKind::InvalidResponse);
        assert_eq!(error.retry(), Retry::IfIdempotent);
        assert_eq!(error.to_string(), "200 OK: the body could not be read");

        // All clients read a success with a limit in parts.
        let error = client.decode_with::<Vec<String>, _>(&url, limited);
        let error = error.unwrap_err();
        assert_interrupted(client, &error, CUT_SUCCESS.as_bytes(), &Failure::Other);
        assert_eq!(error.kind(), ErrorKind::InvalidResponse);
        assert_eq!(error.retry(), Retry::IfIdempotent);
        assert_eq!(error.to_string(), "200 OK: the body could not be read");
    }
}

/// Sends a part of a body, then nothing until the client's timeout has passed.
fn stall(status: &'static str, body: &'static str) -> String {
    serve_raw(move |stream| {
        write!(
            stream,
            "HTTP/1.1 {status}\r\nX-Request-Id: r-1\r\nContent-Length: 1000\r\n\r\n{body}"
        )?;
        std::thread::sleep(Duration::from_secs(5));
        Ok(())
    })
}

fn stalled<C: Client>(_: &C, read: impl FnOnce(C) -> ApiError) -> ApiError {
    let started = Instant::now();
    let error = read(C::with_timeout(Duration::from_millis(500)));
    assert!(
        started.elapsed() < Duration::from_secs(4),
        "not the client's timeout"
    );
    error
}

fn an_error_whose_body_stalls_keeps_what_arrived<C: Client>(client: &C) {
    let url = stall("503 Service Unavailable", CUT_ERROR);
    let error = stalled(client, |client| client.decode::<(), _>(&url).unwrap_err());
    assert_interrupted(client, &error, CUT_ERROR.as_bytes(), &Failure::Timeout);
    assert_eq!(error.kind(), ErrorKind::Server);
    assert_eq!(error.retry(), Retry::IfIdempotent);
}

fn a_success_whose_body_stalls_keeps_what_arrived<C: Client>(client: &C) {
    let url = stall("200 OK", CUT_SUCCESS);
    let error = stalled(client, |client| {
        client.decode::<Vec<String>, _>(&url).unwrap_err()
    });
    let arrived = if C::KEEPS_CUT_SUCCESS {
        CUT_SUCCESS
    } else {
        ""
    };
    assert_interrupted(client, &error, arrived.as_bytes(), &Failure::Timeout);
    assert_eq!(error.kind(), ErrorKind::InvalidResponse);
    assert_eq!(error.retry(), Retry::IfIdempotent);
}

/// An answer with these bytes as its body, marked as compressed with gzip.
fn encoded(status: &'static str, body: &[u8]) -> String {
    let length = body.len();
    let head = format!(
        "HTTP/1.1 {status}\r\nX-Request-Id: r-1\r\nContent-Encoding: gzip\r\nContent-Length: {length}\r\n\r\n"
    );
    serve_bytes([head.as_bytes(), body].concat())
}

fn gzip(body: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(body).unwrap();
    encoder.finish().unwrap()
}

fn a_body_that_cannot_be_decompressed_is_invalid_and_not_interrupted(client: &impl Client) {
    let mut corrupt = gzip(b"[1,2]");
    let checksum = corrupt.len() - 6;
    corrupt[checksum] ^= 0xff;
    for body in [&b"this is not gzip"[..], &corrupt] {
        for (status, retry) in [("200 OK", Retry::Never), ("500 Oh", Retry::IfIdempotent)] {
            let url = encoded(status, body);
            let error = client.decode::<Vec<u8>, _>(&url).unwrap_err();
            assert!(!error.is_interrupted());
            assert_eq!(error.retry(), retry, "{status}");
            let arrived = error.body().to_vec();
            let problem = "the body does not match its Content-Encoding";
            assert_cut(client, &error, &arrived, problem, &Failure::Other);
        }
    }
    // An error of the API keeps its kind, even if its body cannot be decompressed.
    let error: ApiError = client.check(&encoded("500 Oh", b"no gzip")).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Server);
    assert_eq!(error.body(), b"");
}

fn a_compressed_body_that_breaks_off_is_interrupted(client: &impl Client) {
    let whole = gzip(&b"[1,2,3,4,5,6,7,8,9]".repeat(100));
    let cut = &whole[..whole.len() - 10];
    let head =
        "HTTP/1.1 200 OK\r\nConnection: close\r\nX-Request-Id: r-1\r\nContent-Encoding: gzip\r\n";
    for length in [
        format!("Content-Length: {}\r\n", whole.len()),
        String::new(),
    ] {
        let head = format!("{head}{length}\r\n");
        let url = serve_bytes([head.as_bytes(), cut].concat());
        let error: ApiError = client.decode::<Vec<u8>, _>(&url).unwrap_err();
        assert!(error.is_interrupted(), "{error:?}");
        assert_eq!(error.retry(), Retry::IfIdempotent);
    }
}

fn bytes_behind_a_compressed_body_are_ignored(client: &impl Client) {
    for behind in [&b"abc"[..], b"abcdefgh", b"this is not gzip"] {
        let body = [&gzip(br#"{"errorCode":"KYC_REQUIRED"}"#), behind].concat();
        let error: ApiError = client
            .decode::<(), _>(&encoded("403 Forbidden", &body))
            .unwrap_err();
        assert_eq!(error.wire_code(), Some("KYC_REQUIRED"));
        assert!(error.body_error().is_none() && !error.response().is_truncated());
        let body = [&gzip(b"[1,2]"), behind].concat();
        let read = client.decode::<Vec<u8>, immersve_errors::AnyCode>(&encoded("200 OK", &body));
        assert_eq!(read.unwrap(), [1, 2]);
    }
}

fn an_empty_body_marked_as_compressed_is_no_failure(client: &impl Client) {
    // A server for each request, as a client may not notice yet that the last one has closed its connection.
    let empty = || encoded("200 OK", b"");
    let no_content = || {
        serve_bytes(
            "HTTP/1.1 204 No Content\r\nX-Request-Id: r-1\r\nContent-Encoding: gzip\r\n\r\n",
        )
    };
    for serve in [&empty as &dyn Fn() -> String, &no_content] {
        client
            .decode::<(), immersve_errors::AnyCode>(&serve())
            .unwrap();
        let none = client.decode::<Option<u8>, immersve_errors::AnyCode>(&serve());
        assert_eq!(none.unwrap(), None);
        let error: ApiError = client.decode::<Vec<u8>, _>(&serve()).unwrap_err();
        let invalid = error.source().unwrap().to_string();
        assert_eq!(invalid, "the body is empty");
        assert!(!error.is_interrupted() && !error.response().is_truncated());
    }
    let error: ApiError = client.decode::<u8, _>(&encoded("503 Oh", b"")).unwrap_err();
    assert!(error.body_error().is_none());

    let head = |status: &str| {
        serve_bytes(format!(
            "HTTP/1.1 {status}\r\nContent-Encoding: gzip\r\nContent-Length: 1000\r\n\r\n"
        ))
    };
    client.head::<()>(&head("200 OK")).unwrap();
    assert_eq!(client.head::<Option<u8>>(&head("200 OK")).unwrap(), None);
    let error = client.head::<()>(&head("403 Forbidden")).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::AccessDenied);
    assert!(error.body_error().is_none());
}

fn unit_takes_a_success_whose_body_breaks_off(client: &impl Client) {
    let [by_length, by_chunk] = cut_short("200 OK", CUT_SUCCESS);
    for url in [
        serve_bytes(by_length),
        serve_bytes(by_chunk),
        encoded("200 OK", b"this is not gzip"),
        serve_body(200, "<html>"),
    ] {
        client.decode::<(), immersve_errors::AnyCode>(&url).unwrap();
        client
            .decode::<Option<()>, immersve_errors::AnyCode>(&url)
            .unwrap_err();
    }
    let [url, _] = cut_short("403 Forbidden", CUT_ERROR).map(serve_bytes);
    client
        .decode::<(), immersve_errors::AnyCode>(&url)
        .unwrap_err();
}

fn invalid_chunks_are_an_error_with_status_and_headers(client: &impl Client) {
    let url = serve_bytes(
        "HTTP/1.1 500 Oh\r\nX-Request-Id: r-1\r\nTransfer-Encoding: chunked\r\n\r\nnonsense\r\n",
    );
    let error: ApiError = client.decode::<(), _>(&url).unwrap_err();
    assert_interrupted(client, &error, b"", &Failure::Other);
    assert_eq!(error.kind(), ErrorKind::Server);
}

fn no_failure_shows_the_url(client: &impl Client) {
    for answer in cut_short("200 OK", CUT_SUCCESS) {
        let url = serve_bytes(answer) + "cards?token=secret";
        let error: ApiError = client.decode::<Vec<String>, _>(&url).unwrap_err();
        let mut link: Option<&dyn Error> = Some(&error);
        while let Some(error) = link {
            let shown = format!("{error} {error:?}");
            assert!(!shown.contains("secret"), "{shown}");
            assert!(!shown.contains("card-1"), "{shown}");
            link = error.source();
        }
    }
}
