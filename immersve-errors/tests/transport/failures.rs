//! Connections that fail while a body is read.

use std::{
    error::Error,
    io::Write,
    time::{Duration, Instant},
};

use immersve_errors::{ApiError, ErrorKind, Retry};

use crate::{
    client::{Client, Failure},
    server::{serve, serve_bytes, serve_raw},
    with_every_client,
};

with_every_client! {
    an_error_whose_body_breaks_off_keeps_what_arrived,
    a_success_whose_body_breaks_off_keeps_what_arrived,
    an_error_whose_body_stalls_keeps_what_arrived,
    a_success_whose_body_stalls_keeps_what_arrived,
    a_body_that_cannot_be_decompressed_still_has_status_and_headers,
    chunks_that_are_no_chunks_still_have_status_and_headers,
    no_failure_shows_the_url,
}

/// What every failure has in common: status and headers are there, the body counts as cut, and the
/// client's own error is the innermost of ours.
fn assert_interrupted<C: Client>(_: &C, error: &ApiError, arrived: &[u8], failure: &Failure) {
    assert_eq!(error.headers()["x-request-id"], "r-1");
    assert_eq!(error.body(), arrived);
    assert!(error.response().is_truncated());
    let invalid = error.source().unwrap();
    assert_eq!(invalid.to_string(), "the connection failed before its end");
    let own = invalid.source().and_then(C::own_error);
    assert_eq!(own.as_ref(), Some(failure), "{:?}", invalid.source());
}

/// An answer with a body that is shorter than it claims, by length and by chunk.
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
            assert_eq!(error.to_string(), "403 KYC_REQUIRED");
        }
    }
}

fn a_success_whose_body_breaks_off_keeps_what_arrived(client: &impl Client) {
    for answer in cut_short("200 OK", CUT_SUCCESS) {
        let url = serve_bytes(answer);
        let error = client.decode::<Vec<String>, _>(&url).unwrap_err();
        assert_interrupted(client, &error, CUT_SUCCESS.as_bytes(), &Failure::Other);
        assert_eq!(error.kind(), ErrorKind::InvalidResponse);
        assert_eq!(error.retry(), Retry::IfIdempotent);
        assert_eq!(error.to_string(), "200 OK: the body could not be read");
    }
}

/// Sends a part of a body, and then nothing for longer than the client waits.
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
    assert_interrupted(client, &error, CUT_SUCCESS.as_bytes(), &Failure::Timeout);
    assert_eq!(error.kind(), ErrorKind::InvalidResponse);
    assert_eq!(error.retry(), Retry::IfIdempotent);
}

fn a_body_that_cannot_be_decompressed_still_has_status_and_headers(client: &impl Client) {
    let url = serve(|| {
        http::Response::builder()
            .status(500)
            .header("content-encoding", "gzip")
            .header("x-request-id", "r-1")
            .body("this is not gzip".into())
            .unwrap()
    });
    let error: ApiError = client.decode::<(), _>(&url).unwrap_err();
    assert_interrupted(client, &error, b"", &Failure::Other);
    assert_eq!(error.kind(), ErrorKind::Server);
}

fn chunks_that_are_no_chunks_still_have_status_and_headers(client: &impl Client) {
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
