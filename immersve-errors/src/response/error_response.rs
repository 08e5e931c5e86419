//! An error response: status, headers and raw body, and the fields parsed from the body.

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

/// An error response of the API: status, headers, raw body, and the fields parsed from the body.
///
/// Creating one never fails, whatever the bytes are. If the body is not JSON, or JSON of another shape, there is
/// no code and no reason, and [`body`](Self::body) has all bytes.
///
/// Fields are parsed independently, so a field of the wrong type does not hide the others. Three shapes are
/// supported: the current one, the one before 2023 (`errorMessage`, `errorMap`), and the one with `message`
/// instead of `reason`. The body's `statusCode` is ignored.
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
/// `Display` is a single escaped line of bounded length with status, code and reason, and ends with `(truncated)`
/// for a [truncated](Self::is_truncated) body. Neither `Display` nor `Debug` contains the raw body or the
/// headers.
///
/// Functions should return an [`ApiError`](crate::ApiError), which contains the response.
#[derive(Clone, PartialEq, Eq)]
pub struct ErrorResponse {
    status: StatusCode,
    headers: HeaderMap,
    body: Vec<u8>,
    fields: Fields,
    truncated: bool,
}

impl ErrorResponse {
    /// Creates a response from its parts and parses the body. Never fails.
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

    /// Marks the body as truncated.
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

    /// The raw body, as received.
    #[must_use]
    pub fn body(&self) -> &[u8] {
        &self.body
    }

    /// Whether [`body`](Self::body) is incomplete: the rest exceeded a limit, or never arrived.
    #[must_use]
    pub const fn is_truncated(&self) -> bool {
        self.truncated
    }

    /// The body's `errorCode`, unchanged; `None` if it is missing, empty or not a string.
    #[must_use]
    pub fn code(&self) -> Option<&str> {
        self.fields.code()
    }

    /// The human-readable explanation: the body's `reason`, or else its `message` or `errorMessage`.
    ///
    /// Without these, it is the `detail`, `error_description`, `Message` or `title` of a gateway in front of the
    /// API.
    #[must_use]
    pub fn reason(&self) -> Option<&str> {
        self.fields.reason()
    }

    /// The invalid fields of the request: the first 1,000 of the body's `errors`, or else of its `errorMap`.
    #[must_use]
    pub fn field_errors(&self) -> &[FieldError] {
        self.fields.field_errors()
    }

    /// The kind of error, from the status and the code.
    #[must_use]
    pub fn kind(&self) -> ErrorKind {
        ErrorKind::new(self.status, self.code())
    }

    /// Minimum delay before retrying, from the `Retry-After` header; `None` if it is missing or malformed.
    ///
    /// The header has a number of seconds, or a date in one of the three formats of [RFC 9110 section
    /// 5.6.7](https://www.rfc-editor.org/rfc/rfc9110#section-5.6.7).
    ///
    /// - Fractions are rounded up to whole seconds.
    /// - A date is relative to the `Date` header of the response, or to the current time if there is no valid
    ///   one. A past date is a delay of zero; one before 1970 is malformed. On `wasm32-unknown-unknown`, which has no clock, a date requires a
    ///   `Date` header.
    /// - A number beyond 64 bits is `u64::MAX` seconds, so use `checked_add` to add the delay to a time.
    /// - Of several values, the longest delay counts.
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

    /// Splits the response into status, headers and raw body.
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

/// Converts a [built](ErrorResponse::builder) response into one that a mock server can send, with the same
/// status, headers and body.
///
/// For frameworks that take a tuple, such as `axum`, use [`into_parts`](ErrorResponse::into_parts). To forward a
/// response of the API, use [`into_forwardable`](ErrorResponse::into_forwardable), which drops headers that
/// concern only the original connection or client.
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

/// Serializes the body that the API would send for this error, in the current shape.
///
/// The output has the same code, reason and field errors. For the raw body, use [`body`](ErrorResponse::body).
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
    /// Writes the status, the code, and the reason or a field error.
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
