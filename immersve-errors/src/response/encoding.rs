//! Detects bodies that the client did not decode.

use http::{HeaderMap, header};

/// The encoding of a body that was not decoded: its `Content-Encoding`, or UTF-16.
///
/// A body that is text counts as decoded, because some clients decode a body and leave the header.
pub(crate) fn still_encoded<'a>(headers: &'a HeaderMap, body: &[u8]) -> Option<&'a str> {
    if matches!(
        body,
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] | [b'{', 0, ..] | [0, b'{', ..]
    ) {
        return Some("UTF-16");
    }
    let encoding = headers.get(header::CONTENT_ENCODING)?;
    let is_decoded = encoding.as_bytes().eq_ignore_ascii_case(b"identity") || is_text(body);
    (!is_decoded && !body.is_empty()).then(|| encoding.to_str().unwrap_or("an unknown encoding"))
}

/// Whether the bytes are text. No compressed body of more than one byte is; Brotli compresses an empty body to
/// `;`.
fn is_text(body: &[u8]) -> bool {
    let is_printed = |byte: &u8| !byte.is_ascii_control() || byte.is_ascii_whitespace();
    body.len() > 1 && body.iter().all(is_printed) && std::str::from_utf8(body).is_ok()
}
