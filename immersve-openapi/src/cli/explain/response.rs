//! Reads a response from standard input.

use std::io::{self, IsTerminal as _, Read as _};

use immersve_errors::{
    ErrorResponse,
    http::{HeaderMap, HeaderName, HeaderValue, StatusCode},
};

/// How many headers a response may have.
const HEADERS: usize = 128;

/// How many bytes are read.
const BYTES: u64 = 16 * 1024 * 1024;

/// Reads standard input, up to a size that no real response has.
pub(super) fn read() -> io::Result<Vec<u8>> {
    let stdin = io::stdin().lock();
    if stdin.is_terminal() {
        eprintln!("Paste the response as `curl -i` prints it, then end the input:");
    }
    let mut bytes = Vec::new();
    stdin.take(BYTES).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Parses the output of `curl -i`: status line, headers, empty line, body. Of several heads the last counts; the others
/// are those of redirects and proxies.
pub(super) fn parse(bytes: &[u8]) -> Result<ErrorResponse, String> {
    let mut rest = bytes;
    let mut last = None;
    while rest.starts_with(b"HTTP/") {
        let (head, after) = split_head(rest);
        last = Some(parse_head(head)?);
        rest = after;
    }
    let (status, headers) = last.ok_or(
        "the response does not begin with a status line such as `HTTP/1.1 403 Forbidden`; use `curl -i`",
    )?;
    Ok(ErrorResponse::new(status, headers, rest))
}

/// The lines before the first empty one, and what follows it.
fn split_head(bytes: &[u8]) -> (&[u8], &[u8]) {
    let mut end = 0;
    for line in bytes.split_inclusive(|byte| *byte == b'\n') {
        if line.trim_ascii().is_empty() {
            return (&bytes[..end], &bytes[end + line.len()..]);
        }
        end += line.len();
    }
    (bytes, &[])
}

fn parse_head(head: &[u8]) -> Result<(StatusCode, HeaderMap), String> {
    // The parser knows only HTTP/1. `curl` prints the heads of later versions in the same form.
    let version = head.iter().position(u8::is_ascii_whitespace);
    let text = [
        b"HTTP/1.1",
        &head[version.unwrap_or(head.len())..],
        b"\r\n\r\n",
    ]
    .concat();
    let malformed =
        |why: &dyn std::fmt::Display| format!("the head of the response is malformed: {why}");
    let mut headers = [httparse::EMPTY_HEADER; HEADERS];
    let mut parsed = httparse::Response::new(&mut headers);
    parsed.parse(&text).map_err(|error| malformed(&error))?;
    let status = parsed.code.and_then(|code| StatusCode::from_u16(code).ok());
    let status = status.ok_or_else(|| malformed(&"no status"))?;
    let mut map = HeaderMap::new();
    for header in parsed.headers.iter() {
        let name = HeaderName::from_bytes(header.name.as_bytes());
        let value = HeaderValue::from_bytes(header.value);
        if let (Ok(name), Ok(value)) = (name, value) {
            map.append(name, value);
        }
    }
    Ok((status, map))
}
