//! Reads a response, or the body of one, from standard input.

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
pub(super) fn read(what: &str) -> io::Result<Vec<u8>> {
    let stdin = io::stdin().lock();
    if stdin.is_terminal() {
        eprintln!("Type or paste the {what}, then end the input:");
    }
    let mut bytes = Vec::new();
    stdin.take(BYTES).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Reads a response as `curl -i` prints it: a status line, headers, an empty line and the body. If there are several
/// heads, the last one is used, as the others are those of redirects and proxies.
pub(super) fn response(bytes: &[u8]) -> Result<ErrorResponse, String> {
    let mut rest = bytes;
    let mut head = None;
    while let Some(found) = self::head(rest)? {
        let (status, headers, length) = found;
        rest = &rest[length..];
        head = Some((status, headers));
    }
    let Some((status, headers)) = head else {
        return Err(
            "the response does not begin with a status line such as `HTTP/1.1 403 Forbidden`; to \
             explain a body alone, give its status instead of `-`"
                .to_owned(),
        );
    };
    Ok(ErrorResponse::new(status, headers, rest))
}

/// The head that a text begins with, and its length.
fn head(bytes: &[u8]) -> Result<Option<(StatusCode, HeaderMap, usize)>, String> {
    let Some(version) = bytes.strip_prefix(b"HTTP/") else {
        return Ok(None);
    };
    // The parser knows only HTTP/1. `curl` prints the heads of later versions in the same form.
    let length = version
        .iter()
        .take_while(|byte| !byte.is_ascii_whitespace())
        .count();
    let mut text = b"HTTP/1.1".to_vec();
    text.extend_from_slice(&version[length..]);

    let mut headers = [httparse::EMPTY_HEADER; HEADERS];
    let mut parsed = httparse::Response::new(&mut headers);
    let end = match parsed.parse(&text) {
        Ok(httparse::Status::Complete(end)) => end,
        // A head without a body, and without the empty line that ends it.
        Ok(httparse::Status::Partial) => {
            return head_without_end(bytes);
        }
        Err(error) => return Err(format!("the head of the response is malformed: {error}")),
    };
    let status = parsed
        .code
        .and_then(|code| StatusCode::from_u16(code).ok())
        .ok_or("the response has no status")?;
    let mut map = HeaderMap::new();
    for header in parsed.headers.iter() {
        let name = HeaderName::from_bytes(header.name.as_bytes());
        let value = HeaderValue::from_bytes(header.value);
        if let (Ok(name), Ok(value)) = (name, value) {
            map.append(name, value);
        }
    }
    Ok(Some((
        status,
        map,
        end + "HTTP/".len() + length - "HTTP/1.1".len(),
    )))
}

fn head_without_end(bytes: &[u8]) -> Result<Option<(StatusCode, HeaderMap, usize)>, String> {
    if bytes.ends_with(b"\n\n") || bytes.ends_with(b"\r\n\r\n") {
        return Err("the head of the response is cut off".to_owned());
    }
    let mut ended = bytes.to_vec();
    if !ended.ends_with(b"\n") {
        ended.extend_from_slice(b"\r\n");
    }
    ended.extend_from_slice(b"\r\n");
    let found = head(&ended)?;
    Ok(found.map(|(status, headers, _)| (status, headers, bytes.len())))
}
