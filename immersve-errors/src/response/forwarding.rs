//! Turns a response that was received into one that a proxy can send on.

use http::{HeaderMap, HeaderName, HeaderValue, Response, StatusCode, header};

use super::error_response::ErrorResponse;

/// Headers that describe one connection (RFC 9110 section 7.6.1), or the proxy that the client itself
/// goes through.
const OF_ONE_HOP: [HeaderName; 10] = [
    header::CONNECTION,
    HeaderName::from_static("keep-alive"),
    HeaderName::from_static("proxy-connection"),
    header::PROXY_AUTHENTICATE,
    HeaderName::from_static("proxy-authentication-info"),
    header::PROXY_AUTHORIZATION,
    header::TE,
    header::TRAILER,
    header::TRANSFER_ENCODING,
    header::UPGRADE,
];

/// Checksums of the body as the server sent it. Our body may be decompressed, or cut.
const OF_ANOTHER_BODY: [HeaderName; 4] = [
    HeaderName::from_static("content-md5"),
    HeaderName::from_static("digest"),
    HeaderName::from_static("content-digest"),
    HeaderName::from_static("repr-digest"),
];

impl ErrorResponse {
    /// Turns the response into one that a proxy can send on.
    ///
    /// - Headers that belong to one connection are removed (RFC 9110 section 7.6.1): `Connection` and
    ///   each header that it names, `Keep-Alive`, `Proxy-*`, `TE`, `Trailer`, `Transfer-Encoding` and
    ///   `Upgrade`.
    /// - `Content-Length` is set to the length of the body, as the body may have been cut or
    ///   decompressed. For the same reason `Content-MD5`, `Digest`, `Content-Digest` and `Repr-Digest`
    ///   are removed, and also `Content-Encoding` if the body is now text. A 304 has no body: its
    ///   `Content-Length` and `Content-Encoding` stay.
    /// - All other headers stay, such as `Content-Type`, `Retry-After`, `Date` and `Set-Cookie`.
    /// - A response that is not an error for the caller becomes a 502, in the form that the API would
    ///   send, without the headers and body of the response: a 1xx, a 2xx that could not be read, and a
    ///   407, which concerns only the client and its own proxy.
    ///
    /// A 401 is sent on too, with `WWW-Authenticate`. It concerns the credential of the program that calls the
    /// API. For a caller with a credential of its own, send another status: it may take the 401 for its own,
    /// and log its user out.
    ///
    /// The body stays as it is. If it was [cut](Self::is_truncated), its JSON may end early. To send whole
    /// JSON with the fields that could be read, serialize the response instead.
    ///
    /// For a response that was built by hand, use `http::Response::from`.
    ///
    /// ```
    /// use http::{HeaderMap, StatusCode, header};
    /// use immersve_errors::ErrorResponse;
    ///
    /// let mut headers = HeaderMap::new();
    /// headers.insert(header::TRANSFER_ENCODING, "chunked".parse()?);
    /// headers.insert(header::RETRY_AFTER, "7".parse()?);
    /// let received = ErrorResponse::new(StatusCode::TOO_MANY_REQUESTS, headers, "slow down");
    ///
    /// let response: http::Response<Vec<u8>> = received.into_forwardable();
    /// assert_eq!(response.status(), 429);
    /// assert_eq!(response.headers()["retry-after"], "7");
    /// assert_eq!(response.headers()["content-length"], "9");
    /// assert!(!response.headers().contains_key("transfer-encoding"));
    ///
    /// let unreadable = ErrorResponse::new(StatusCode::OK, HeaderMap::new(), "<html>");
    /// assert_eq!(unreadable.into_forwardable().status(), 502);
    /// # Ok::<(), http::header::InvalidHeaderValue>(())
    /// ```
    ///
    /// For an [`ApiError`](crate::ApiError), call [`into_response`](crate::ApiError::into_response)
    /// first.
    #[must_use]
    pub fn into_forwardable(self) -> Response<Vec<u8>> {
        let status = self.status();
        if status.as_u16() < 300 || status == StatusCode::PROXY_AUTHENTICATION_REQUIRED {
            return Self::builder(StatusCode::BAD_GATEWAY)
                .build()
                .with_own_length();
        }
        self.with_own_length()
    }

    fn with_own_length(self) -> Response<Vec<u8>> {
        let is_text = std::str::from_utf8(self.body()).is_ok();
        let mut response = Response::from(self);
        let not_modified = response.status() == StatusCode::NOT_MODIFIED;
        if not_modified {
            response.body_mut().clear();
        }
        let length = response.body().len();
        let headers = response.headers_mut();
        for name in named_by_connection(headers) {
            headers.remove(name);
        }
        for name in OF_ONE_HOP.iter().chain(&OF_ANOTHER_BODY) {
            headers.remove(name);
        }
        if !not_modified {
            // A compressed body is never UTF-8, so the client has decompressed this one.
            if is_text {
                headers.remove(header::CONTENT_ENCODING);
            }
            headers.remove(header::CONTENT_LENGTH);
            // A full map has no room for the length. Then the server sends the body in chunks.
            let _ = headers.try_insert(header::CONTENT_LENGTH, HeaderValue::from(length));
        }
        response
    }
}

fn named_by_connection(headers: &HeaderMap) -> Vec<HeaderName> {
    headers
        .get_all(header::CONNECTION)
        .iter()
        .flat_map(|value| value.as_bytes().split(|byte| *byte == b','))
        .filter_map(|name| HeaderName::from_bytes(name.trim_ascii()).ok())
        .collect()
}
