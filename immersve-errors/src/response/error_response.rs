//! An error response: the status, headers and raw body that the server sent, and the fields read from
//! the body.

use std::{fmt, time::Duration};

use http::{HeaderMap, StatusCode};
use serde::{Serialize, Serializer};

use super::{
    field_error::FieldError,
    reader::Fields,
    retry_after::{now, retry_after},
    writer::write,
};
use crate::{escape::Escaped, taxonomy::ErrorKind};

/// An error response of the API, with everything that the server sent.
///
/// Building one never fails, whatever the bytes are. If the body is not JSON, or JSON of another shape,
/// it has no code and no reason, and [`body`](Self::body) still has all its bytes.
///
/// The fields of the body are read one by one, so a field of the wrong type does not hide the others.
/// Three shapes are read: the current one, the one from before 2023 (`errorMessage`, `errorMap`), and
/// the one with `message` instead of `reason`. The HTTP status counts, not the body's `statusCode`.
///
/// ```
/// use http::{HeaderMap, StatusCode};
/// use immersve_errors::ErrorResponse;
///
/// let body = r#"{"statusCode":403,"errorCode":"KYC_REQUIRED","reason":"No KYC profile"}"#;
/// let response = ErrorResponse::new(StatusCode::FORBIDDEN, HeaderMap::new(), body);
/// assert_eq!(response.code(), Some("KYC_REQUIRED"));
/// assert_eq!(response.reason(), Some("No KYC profile"));
/// assert_eq!(response.body(), body.as_bytes());
/// assert_eq!(response.to_string(), "403 KYC_REQUIRED: No KYC profile");
/// ```
///
/// `Display` is one escaped line of bounded length, with status, code and reason, and with `(truncated)` at
/// its end if the body is [truncated](Self::is_truncated). `Debug` adds how many headers, field errors and
/// body bytes there are. Neither shows the raw body or a header.
///
/// Return an [`ApiError`](crate::ApiError) from functions: it contains the response and is one pointer.
#[derive(Clone, PartialEq, Eq)]
pub struct ErrorResponse {
    status: StatusCode,
    headers: HeaderMap,
    body: Vec<u8>,
    fields: Fields,
    truncated: bool,
}

impl ErrorResponse {
    /// Reads a response. It never fails and never panics.
    #[must_use]
    pub fn new(status: StatusCode, headers: HeaderMap, body: impl Into<Vec<u8>>) -> Self {
        let body = body.into();
        Self {
            fields: Fields::read(&body),
            status,
            headers,
            body,
            truncated: false,
        }
    }

    /// Marks the body as truncated: the rest was over a limit, or never arrived.
    #[must_use]
    pub fn truncated(mut self) -> Self {
        self.truncated = true;
        self
    }

    /// The HTTP status.
    #[must_use]
    pub const fn status(&self) -> StatusCode {
        self.status
    }

    /// The headers.
    #[must_use]
    pub const fn headers(&self) -> &HeaderMap {
        &self.headers
    }

    /// The body, as the bytes that were received.
    #[must_use]
    pub fn body(&self) -> &[u8] {
        &self.body
    }

    /// Whether [`body`](Self::body) is not whole: the rest was over a limit, or never arrived.
    #[must_use]
    pub const fn is_truncated(&self) -> bool {
        self.truncated
    }

    /// The body's `errorCode`, unchanged; `None` if it is empty, or not a string.
    #[must_use]
    pub fn code(&self) -> Option<&str> {
        self.fields.code()
    }

    /// The explanation for people: the body's `reason`, or else its `message` or `errorMessage`.
    ///
    /// Gateways in front of the API send `detail`, `error_description`, `Message` or `title` instead, which
    /// are read too.
    #[must_use]
    pub fn reason(&self) -> Option<&str> {
        self.fields.reason()
    }

    /// The fields of the request that are wrong, and why: the body's `errors`, or else its `errorMap`.
    ///
    /// The first 1,000 are kept.
    #[must_use]
    pub fn field_errors(&self) -> &[FieldError] {
        self.fields.field_errors()
    }

    /// The kind of this error, which follows from status and code.
    #[must_use]
    pub fn kind(&self) -> ErrorKind {
        ErrorKind::new(self.status, self.code())
    }

    /// The least time to wait before the request is sent again, from the `Retry-After` header.
    ///
    /// The header is a number of seconds, or a date in one of the three forms of RFC 9110 section 5.6.7.
    /// If it is there more than once, the longest wait counts.
    ///
    /// - A fraction of a second counts as a whole one.
    /// - For a date, the wait is the time from the response's `Date` header until that date. If that
    ///   header is missing or cannot be read, the time of this call takes its place. A past date is a
    ///   wait of zero.
    /// - A number that does not fit into 64 bits counts as `u64::MAX` seconds. So add the wait to a time
    ///   with `checked_add`.
    /// - `None` if the header is missing or cannot be read. `wasm32-unknown-unknown` has no clock: there
    ///   it is also `None` for a date without a `Date` header.
    ///
    /// ```
    /// use http::StatusCode;
    /// use immersve_errors::ErrorResponse;
    /// use std::time::Duration;
    ///
    /// let response = ErrorResponse::builder(StatusCode::TOO_MANY_REQUESTS)
    ///     .retry_after(Duration::from_secs(7))
    ///     .build();
    /// assert_eq!(response.retry_after(), Some(Duration::from_secs(7)));
    /// ```
    #[must_use]
    #[doc(alias = "Retry-After")]
    pub fn retry_after(&self) -> Option<Duration> {
        retry_after(&self.headers, now)
    }

    /// Takes the response apart: status, headers and raw body.
    #[must_use]
    pub fn into_parts(self) -> (StatusCode, HeaderMap, Vec<u8>) {
        (self.status, self.headers, self.body)
    }
}

impl<B: Into<Vec<u8>>> From<http::Response<B>> for ErrorResponse {
    fn from(response: http::Response<B>) -> Self {
        let (parts, body) = response.into_parts();
        Self::new(parts.status, parts.headers, body)
    }
}

/// The response for a server to send. For a framework that takes a tuple, such as `axum`, there is
/// [`into_parts`](ErrorResponse::into_parts).
///
/// Status, headers and body are unchanged. That is right for a response that was
/// [built](ErrorResponse::builder). To send on a response that was received, use
/// [`into_forwardable`](ErrorResponse::into_forwardable), which removes the headers that belong to its
/// first connection.
///
/// ```
/// use http::StatusCode;
/// use immersve_errors::ErrorResponse;
///
/// let refusal = ErrorResponse::builder(StatusCode::FORBIDDEN).code("KYC_REQUIRED").build();
/// let response: http::Response<Vec<u8>> = refusal.into();
/// assert_eq!(response.headers()["content-type"], "application/json");
/// assert_eq!(
///     response.body(),
///     br#"{"statusCode":403,"statusName":"Forbidden","errorCode":"KYC_REQUIRED"}"#,
/// );
/// ```
impl From<ErrorResponse> for http::Response<Vec<u8>> {
    fn from(response: ErrorResponse) -> Self {
        let (status, headers, body) = response.into_parts();
        let mut response = Self::new(body);
        *response.status_mut() = status;
        *response.headers_mut() = headers;
        response
    }
}

/// Writes the body that the API would send for this error, in the current shape.
///
/// Reading the output gives the same code, reason and field errors. The raw body of the response is
/// [`body`](ErrorResponse::body).
///
/// ```
/// use http::{HeaderMap, StatusCode};
/// use immersve_errors::ErrorResponse;
///
/// let legacy = r#"{"success":false,"errorCode":"INVALID_BODY","errorMap":{"firstName":"Required"}}"#;
/// let response = ErrorResponse::new(StatusCode::BAD_REQUEST, HeaderMap::new(), legacy);
/// assert_eq!(
///     serde_json::to_string(&response)?,
///     r#"{"statusCode":400,"statusName":"Bad Request","errorCode":"INVALID_BODY","errors":[{"message":"Required","path":"firstName"}]}"#,
/// );
/// # Ok::<(), serde_json::Error>(())
/// ```
impl Serialize for ErrorResponse {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        write(
            serializer,
            self.status,
            self.code(),
            self.reason(),
            self.field_errors(),
        )
    }
}

impl fmt::Display for ErrorResponse {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write_fields(f)?;
        if self.truncated {
            f.write_str(" (truncated)")?;
        }
        Ok(())
    }
}

impl ErrorResponse {
    /// Writes status and code, and then the reason or a field error.
    fn write_fields(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let seen = |text: &Escaped<'_>| !text.is_blank();
        write!(f, "{}", self.status.as_u16())?;
        if let Some(code) = self.code().map(Escaped::code).filter(seen) {
            write!(f, " {code}")?;
        } else if let Some(name) = self.status.canonical_reason() {
            write!(f, " {name}")?;
        }
        if let Some(reason) = self.reason().map(Escaped::reason).filter(seen) {
            return write!(f, ": {reason}");
        }
        let mut errors = self.field_errors().iter().filter(|error| !error.is_blank());
        let Some(first) = errors.next() else {
            return Ok(());
        };
        write!(f, ": {first}")?;
        match errors.count() {
            0 => Ok(()),
            more => write!(f, " (and {more} more)"),
        }
    }
}

#[expect(
    clippy::missing_fields_in_debug,
    reason = "the raw body stays out of logs"
)]
impl fmt::Debug for ErrorResponse {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ErrorResponse")
            .field("status", &self.status.as_u16())
            .field("code", &self.code().map(Escaped::code))
            .field("reason", &self.reason().map(Escaped::reason))
            .field("field_errors", &self.field_errors().len())
            .field("headers", &self.headers.len())
            .field("body_bytes", &self.body().len())
            .field("truncated", &self.truncated)
            .finish()
    }
}
