//! The builder of error responses, for tests and mock servers.

use std::{fmt, time::Duration};

use http::{HeaderMap, HeaderValue, StatusCode, header};

use super::{error_response::ErrorResponse, field_error::FieldError, writer::write};
use crate::escape::Escaped;

/// A builder for [`ErrorResponse`]; see [`ErrorResponse::builder`].
///
/// `Debug` does not show header values.
#[derive(Clone)]
#[must_use = "a builder does nothing until `build` is called"]
pub struct ErrorResponseBuilder {
    status: StatusCode,
    headers: HeaderMap,
    code: Option<String>,
    reason: Option<String>,
    field_errors: Vec<FieldError>,
}

impl ErrorResponse {
    /// Starts building a response for a test or a mock server, with the body that the API would send.
    ///
    /// ```
    /// use http::StatusCode;
    /// use immersve_errors::ErrorResponse;
    ///
    /// let response = ErrorResponse::builder(StatusCode::FORBIDDEN)
    ///     .code("INSUFFICIENT_FUNDS")
    ///     .reason("Withdrawal amount exceeds Funding Source balance")
    ///     .build();
    /// assert_eq!(
    ///     response.body(),
    ///     br#"{"statusCode":403,"statusName":"Forbidden","errorCode":"INSUFFICIENT_FUNDS","reason":"Withdrawal amount exceeds Funding Source balance"}"#,
    /// );
    /// ```
    pub fn builder(status: StatusCode) -> ErrorResponseBuilder {
        ErrorResponseBuilder {
            status,
            headers: HeaderMap::new(),
            code: None,
            reason: None,
            field_errors: Vec::new(),
        }
    }
}

impl ErrorResponseBuilder {
    /// Sets the code: a string, or a variant of a code enum.
    pub fn code(mut self, code: impl AsRef<str>) -> Self {
        self.code = Some(code.as_ref().into());
        self
    }

    /// Sets the human-readable explanation.
    pub fn reason(mut self, reason: impl Into<String>) -> Self {
        self.reason = Some(reason.into());
        self
    }

    /// Adds an invalid field of the request.
    pub fn field_error(mut self, path: impl Into<String>, message: impl Into<String>) -> Self {
        self.field_errors.push(FieldError::new(path, message));
        self
    }

    /// Adds a header. A header beyond the capacity of a `HeaderMap`, about 24,000 names, is dropped.
    pub fn header(mut self, name: header::HeaderName, value: HeaderValue) -> Self {
        let _ = self.headers.try_append(name, value);
        self
    }

    /// Sets the `Retry-After` header, rounded up to whole seconds.
    pub fn retry_after(mut self, wait: Duration) -> Self {
        let started = u64::from(wait.subsec_nanos() > 0);
        let seconds = wait.as_secs().saturating_add(started);
        let _ = self.headers.try_insert(header::RETRY_AFTER, seconds.into());
        self
    }

    /// Builds the response.
    #[must_use]
    pub fn build(mut self) -> ErrorResponse {
        let mut body = Vec::new();
        // Writing strings and numbers to memory cannot fail.
        let _ = write(
            &mut serde_json::Serializer::new(&mut body),
            self.status,
            self.code.as_deref(),
            self.reason.as_deref(),
            &self.field_errors,
        );
        if !self.headers.contains_key(header::CONTENT_TYPE) {
            let json = HeaderValue::from_static("application/json");
            let _ = self.headers.try_insert(header::CONTENT_TYPE, json);
        }
        ErrorResponse::new(self.status, self.headers, body)
    }
}

impl fmt::Debug for ErrorResponseBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ErrorResponseBuilder")
            .field("status", &self.status.as_u16())
            .field("code", &self.code.as_deref().map(Escaped::code))
            .field("reason", &self.reason.as_deref().map(Escaped::reason))
            .field("field_errors", &self.field_errors.len())
            .field("headers", &self.headers.len())
            .finish()
    }
}
