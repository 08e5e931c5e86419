//! Forwarding a response through a proxy.

use http::{HeaderMap, HeaderName, HeaderValue, Response, StatusCode, header};

use super::{encoding::still_encoded, error_response::ErrorResponse};

/// Headers that describe the body, and the retry delay.
const FORWARDED: [HeaderName; 3] = [
    header::CONTENT_TYPE,
    header::CONTENT_LANGUAGE,
    header::RETRY_AFTER,
];

/// Hop-by-hop headers (RFC 9110 section 7.6.1), those of the client's own proxy, and the length, which is set
/// anew.
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
    /// Converts a received response into one that a proxy can forward.
    ///
    /// For an [`ApiError`](crate::ApiError), call [`into_response`](crate::ApiError::into_response) first. For a
    /// response you built, use `http::Response::from`.
    ///
    /// - **Headers.** `Content-Type`, `Content-Language`, `Retry-After`, and `Content-Encoding` if the body is
    ///   still encoded. Other headers are dropped, because they could instruct the proxy in front
    ///   (`X-Accel-Redirect`), set a cookie, pin a policy (`Strict-Transport-Security`, CORS) or be hop-by-hop. To
    ///   keep more, use [`into_forwardable_with`](Self::into_forwardable_with).
    /// - **Length.** `Content-Length` is set to the length of the body, which may be truncated or decompressed. In
    ///   the response to a HEAD request, set the received value or remove it ([RFC 9110 section
    ///   9.3.2](https://www.rfc-editor.org/rfc/rfc9110#section-9.3.2)).
    /// - **Status.** A 1xx, a 2xx and a 407 (from your own proxy) are not errors for your caller and become a 502
    ///   with a body in the API's format. A 401 is forwarded, although it concerns your own credential: if your
    ///   callers have credentials of their own, send another status, or an app may log its user out.
    /// - **Body.** Unchanged, except that a 304 has none. HTML of a gateway stays HTML, and the JSON of a
    ///   [truncated](Self::is_truncated) body ends early. To forward neither, call [`sanitized`](Self::sanitized)
    ///   first.
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

    /// Replaces the body with JSON in the API's format, made of the status and the fields that could be read.
    ///
    /// For callers that must not get the bytes of a gateway, an incomplete body or one that is still encoded.
    ///
    /// ```
    /// use http::{HeaderMap, StatusCode, header};
    /// use immersve_errors::ErrorResponse;
    ///
    /// let mut headers = HeaderMap::new();
    /// headers.insert(header::CONTENT_TYPE, "text/html".parse()?);
    /// let received = ErrorResponse::new(StatusCode::BAD_GATEWAY, headers, "<script>alert(1)</script>");
    ///
    /// let response = received.sanitized().into_forwardable();
    /// assert_eq!(response.headers()["content-type"], "application/json");
    /// assert_eq!(response.body(), br#"{"statusCode":502,"statusName":"Bad Gateway"}"#);
    /// # Ok::<(), http::header::InvalidHeaderValue>(())
    /// ```
    #[must_use]
    pub fn sanitized(self) -> Self {
        // Writing strings and numbers to memory cannot fail.
        let body = serde_json::to_vec(&self).unwrap_or_default();
        let (status, mut headers, _) = self.into_parts();
        headers.remove(header::CONTENT_ENCODING);
        headers.remove(header::CONTENT_LENGTH);
        let json = HeaderValue::from_static("application/json");
        let _ = headers.try_insert(header::CONTENT_TYPE, json);
        Self::new(status, headers, body)
    }

    /// Like [`into_forwardable`](Self::into_forwardable), but keeps these headers too, unless they are
    /// hop-by-hop.
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
                // Never more headers than in the received map.
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
