//! Bodies and headers in all forms that a server may send.

use std::{io::Write, time::Duration};

use flate2::{Compression, write::GzEncoder};
use immersve_errors::{ApiError, ErrorKind, ReadOptions};

use crate::{
    client::Client,
    server::{serve, serve_body, serve_bytes, serve_raw},
    with_every_client,
};

with_every_client! {
    a_chunked_body_is_read_whole,
    a_body_that_ends_with_the_connection_is_read_whole,
    a_body_that_trickles_in_is_read_whole,
    a_compressed_body_is_read,
    the_limit_counts_decompressed_bytes,
    the_body_of_a_proxy_is_kept_and_has_no_code,
    a_body_that_is_not_utf_8_is_kept,
    the_legacy_shape_is_read,
    a_header_that_is_not_utf_8_is_kept_beside_the_others,
    retry_after_is_measured_against_the_date_of_the_response,
}

const BODY: &str = r#"{"errorCode":"KYC_REQUIRED","reason":"Zuerst prüfen"}"#;

fn assert_body<C: immersve_errors::ImmersveErrorCode>(error: &ApiError<C>) {
    assert_eq!(error.body(), BODY.as_bytes());
    assert_eq!(error.wire_code(), Some("KYC_REQUIRED"));
    assert_eq!(error.reason(), Some("Zuerst prüfen"));
    assert!(!error.response().is_truncated());
    assert!(error.body_error().is_none());
}

fn a_chunked_body_is_read_whole(client: &impl Client) {
    // One chunk for each byte, so the two bytes of `ü` are in different chunks.
    let mut bytes = b"HTTP/1.1 403 Forbidden\r\nTransfer-Encoding: chunked\r\n\r\n".to_vec();
    for byte in BODY.bytes() {
        bytes.extend_from_slice(b"1\r\n");
        bytes.push(byte);
        bytes.extend_from_slice(b"\r\n");
    }
    bytes.extend_from_slice(b"0\r\n\r\n");
    let url = serve_bytes(bytes);
    assert_body::<immersve_errors::AnyCode>(&client.decode::<(), _>(&url).unwrap_err());
    assert_body::<immersve_errors::AnyCode>(&client.check(&url).unwrap_err());
}

fn a_body_that_ends_with_the_connection_is_read_whole(client: &impl Client) {
    let url = serve_bytes(format!(
        "HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n{BODY}"
    ));
    assert_body::<immersve_errors::AnyCode>(&client.decode::<(), _>(&url).unwrap_err());
}

fn a_body_that_trickles_in_is_read_whole(client: &impl Client) {
    let url = serve_raw(|stream| {
        let length = BODY.len();
        write!(
            stream,
            "HTTP/1.1 403 Forbidden\r\nContent-Length: {length}\r\n\r\n"
        )?;
        for byte in BODY.bytes() {
            std::thread::sleep(Duration::from_millis(2));
            stream.write_all(&[byte])?;
        }
        Ok(())
    });
    assert_body::<immersve_errors::AnyCode>(&client.decode::<(), _>(&url).unwrap_err());
}

pub(crate) fn serve_gzip(status: u16, body: &[u8]) -> String {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(body).unwrap();
    let body = encoder.finish().unwrap();
    serve(move || {
        http::Response::builder()
            .status(status)
            .header("content-encoding", "gzip")
            .body(body.clone().into())
            .unwrap()
    })
}

fn a_compressed_body_is_read(client: &impl Client) {
    let url = serve_gzip(403, BODY.as_bytes());
    assert_body::<immersve_errors::AnyCode>(&client.decode::<(), _>(&url).unwrap_err());
    let url = serve_gzip(200, b"[1,2]");
    let read = client.decode::<Vec<u8>, immersve_errors::AnyCode>(&url);
    assert_eq!(read.unwrap(), [1, 2]);
}

fn the_limit_counts_decompressed_bytes(client: &impl Client) {
    // 16 MiB of spaces are about 16 KiB compressed.
    let url = serve_gzip(500, &vec![b' '; 16 << 20]);
    let error: ApiError = client.decode::<(), _>(&url).unwrap_err();
    assert_eq!(error.body().len(), ReadOptions::new().error_limit());
    assert!(error.response().is_truncated());
}

fn the_body_of_a_proxy_is_kept_and_has_no_code(client: &impl Client) {
    for body in ["<html><h1>502 Bad Gateway</h1></html>", "upstream gone", ""] {
        let error: ApiError = client.decode::<(), _>(&serve_body(502, body)).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Server);
        assert_eq!(error.wire_code(), None);
        assert_eq!(error.reason(), None);
        assert_eq!(error.body(), body.as_bytes());
        assert_eq!(error.to_string(), "502 Bad Gateway");
        assert!(!error.response().is_truncated());
    }
}

fn a_body_that_is_not_utf_8_is_kept(client: &impl Client) {
    let body = b"{\"errorCode\":\"KYC_REQUIRED\",\"reason\":\"pr\xfcfen\"}";
    let error: ApiError = client.decode::<(), _>(&serve_body(403, *body)).unwrap_err();
    assert_eq!(error.body(), body);
    assert_eq!(error.wire_code(), Some("KYC_REQUIRED"));
    assert_eq!(error.reason(), Some("pr\u{fffd}fen"));
}

fn the_legacy_shape_is_read(client: &impl Client) {
    let body = r#"{"success":false,"errorCode":"INVALID_BODY","errorMessage":"Check the fields","errorMap":{"firstName":"Required"}}"#;
    let error: ApiError = client.decode::<(), _>(&serve_body(400, body)).unwrap_err();
    assert_eq!(error.wire_code(), Some("INVALID_BODY"));
    assert_eq!(error.reason(), Some("Check the fields"));
    assert_eq!(error.field_errors()[0].path(), "firstName");
}

fn a_header_that_is_not_utf_8_is_kept_beside_the_others(client: &impl Client) {
    let mut bytes = b"HTTP/1.1 429 Too Many Requests\r\n".to_vec();
    bytes.extend_from_slice(b"X-Note: caf\xe9 \xff\r\nRetry-After: 7\r\nContent-Length: 0\r\n\r\n");
    let error: ApiError = client.decode::<(), _>(&serve_bytes(bytes)).unwrap_err();
    assert_eq!(error.headers()["x-note"].as_bytes(), b"caf\xe9 \xff");
    assert_eq!(error.retry_after(), Some(Duration::from_secs(7)));

    let mut bytes = b"HTTP/1.1 429 Too Many Requests\r\n".to_vec();
    bytes.extend_from_slice(b"Retry-After: 7\xff\r\nContent-Length: 0\r\n\r\n");
    let error: ApiError = client.check(&serve_bytes(bytes)).unwrap_err();
    assert_eq!(error.headers()["retry-after"].as_bytes(), b"7\xff");
    assert_eq!(error.retry_after(), None);
}

fn retry_after_is_measured_against_the_date_of_the_response(client: &impl Client) {
    // All dates are in the past: measured with the client's clock, the wait would be zero.
    for date in [
        "Sun, 06 Nov 1994 08:49:37 GMT",
        "Sunday, 06-Nov-94 08:49:37 GMT",
        "Sun Nov  6 08:49:37 1994",
    ] {
        let url = serve(move || {
            http::Response::builder()
                .status(429)
                .header("date", "Sun, 06 Nov 1994 08:49:07 GMT")
                .header("retry-after", date)
                .body("".into())
                .unwrap()
        });
        let error: ApiError = client.decode::<(), _>(&url).unwrap_err();
        assert_eq!(error.retry_after(), Some(Duration::from_secs(30)), "{date}");
    }
}
