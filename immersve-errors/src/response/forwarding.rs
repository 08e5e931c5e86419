//! Turns a response that was received into one that a proxy can send on.

use http::{HeaderMap, HeaderName, HeaderValue, Response, StatusCode, header};

use super::{encoding::still_encoded, error_response::ErrorResponse};

/// What describes the body, or the time to wait.
const FORWARDED: [HeaderName; 3] = [
    header::CONTENT_TYPE,
    header::CONTENT_LANGUAGE,
    header::RETRY_AFTER,
];

/// Headers that describe one connection (RFC 9110 section 7.6.1), or the proxy that the client itself
/// goes through; and the length, which is that of the body that is sent.
const OF_ONE_HOP: [HeaderName; 11] = [
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
    header::CONTENT_LENGTH,
];

impl ErrorResponse {
    /// Turns the response into one that a proxy can send on.
    ///
    /// - These headers are sent on: `Content-Type`, `Content-Language`, `Retry-After`, and
    ///   `Content-Encoding` if the body is still encoded. To send more of them, use
    ///   [`into_forwardable_with`](Self::into_forwardable_with).
    /// - All other headers are left out. They could instruct the proxy in front (`X-Accel-Redirect`), set a
    ///   cookie, pin a policy (`Strict-Transport-Security`, CORS) or belong to one connection.
    /// - `Content-Length` is the length of the body, which may be truncated or decompressed. In the answer to
    ///   a `HEAD` request, replace it by the length that was received, or remove it (RFC 9110 section 9.3.2).
    /// - A response that is not an error for the caller becomes a 502 without its headers and body, in the
    ///   form that the API would send: a 1xx, a 2xx that could not be read, and a 407, which concerns only
    ///   the client and its own proxy. A 304 has no body.
    ///
    /// A 401 is sent on too. It concerns the credential of the program that calls the API. For a caller with a
    /// credential of its own, send another status: it may take the 401 for its own, and log its user out.
    ///
    /// The body stays as it is. If it is [truncated](Self::is_truncated), its JSON may end early. To send whole
    /// JSON with the fields that could be read, serialize the response instead.
    ///
    /// For a response that was built by hand, use `http::Response::from`. For an
    /// [`ApiError`](crate::ApiError), call [`into_response`](crate::ApiError::into_response) first.
    ///
    /// ```
    /// use http::{HeaderMap, StatusCode, header};
    /// use immersve_errors::ErrorResponse;
    ///
    /// let mut headers = HeaderMap::new();
    /// headers.insert(header::SET_COOKIE, "session=1".parse()?);
    /// headers.insert(header::RETRY_AFTER, "7".parse()?);
    /// let received = ErrorResponse::new(StatusCode::TOO_MANY_REQUESTS, headers, "slow down");
    ///
    /// let response: http::Response<Vec<u8>> = received.into_forwardable();
    /// assert_eq!(response.status(), 429);
    /// assert_eq!(response.headers()["retry-after"], "7");
    /// assert_eq!(response.headers()["content-length"], "9");
    /// assert!(!response.headers().contains_key("set-cookie"));
    ///
    /// let unreadable = ErrorResponse::new(StatusCode::OK, HeaderMap::new(), "<html>");
    /// assert_eq!(unreadable.into_forwardable().status(), 502);
    /// # Ok::<(), http::header::InvalidHeaderValue>(())
    /// ```
    #[must_use]
    pub fn into_forwardable(self) -> Response<Vec<u8>> {
        self.into_forwardable_with(&[])
    }

    /// The same as [`into_forwardable`](Self::into_forwardable), with these headers of the response.
    ///
    /// A header that belongs to one connection is left out even so.
    ///
    /// ```
    /// use http::{HeaderName, StatusCode};
    /// use immersve_errors::ErrorResponse;
    ///
    /// const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");
    ///
    /// let received = ErrorResponse::builder(StatusCode::FORBIDDEN)
    ///     .header(REQUEST_ID, "r-1".parse()?)
    ///     .build();
    /// let response = received.into_forwardable_with(&[REQUEST_ID]);
    /// assert_eq!(response.headers()["x-request-id"], "r-1");
    /// # Ok::<(), http::header::InvalidHeaderValue>(())
    /// ```
    #[must_use]
    pub fn into_forwardable_with(self, names: &[HeaderName]) -> Response<Vec<u8>> {
        let status = self.status();
        if status.as_u16() < 300 || status == StatusCode::PROXY_AUTHENTICATION_REQUIRED {
            return Self::builder(StatusCode::BAD_GATEWAY)
                .build()
                .into_forwardable();
        }
        let (_, received, body) = self.into_parts();
        let of_connection = named_by_connection(&received);
        let encoding = still_encoded(&received, &body).map(|_| header::CONTENT_ENCODING);
        let mut response = Response::new(body);
        *response.status_mut() = status;
        for name in FORWARDED.iter().chain(&encoding).chain(names) {
            let is_sent = response.headers().contains_key(name);
            if is_sent || OF_ONE_HOP.contains(name) || of_connection.contains(name) {
                continue;
            }
            for value in received.get_all(name) {
                // The map that was received had room for it, and this one is never larger.
                let _ = response.headers_mut().try_append(name, value.clone());
            }
        }
        if status == StatusCode::NOT_MODIFIED {
            response.body_mut().clear();
        } else {
            let length = HeaderValue::from(response.body().len());
            let _ = response
                .headers_mut()
                .try_insert(header::CONTENT_LENGTH, length);
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
