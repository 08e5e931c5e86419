//! The error of an operation: the response, the code, and what is documented about it.

use std::{error::Error, fmt, time::Duration};

use http::{HeaderMap, StatusCode};
use serde::{Serialize, Serializer};

use super::{
    advice::advice,
    body_error::{BodyError, Problem},
};
use crate::{
    code::{AnyCode, CodeInfo, ImmersveErrorCode},
    escape::Escaped,
    response::{ErrorResponse, FieldError, still_encoded},
    taxonomy::{ErrorKind, Idempotency, Retry},
};

/// An error response of the API, with its code as a variant of the operation's enum.
///
/// It contains the whole [`ErrorResponse`]. `ApiError` without a parameter is `ApiError<`[`AnyCode`]`>`, for
/// operations that document no codes and for code that handles all operations.
///
/// ```
/// use http::StatusCode;
/// use immersve_errors::{ApiError, ErrorKind, ErrorResponse, ImmersveErrorCode, Retry, UnknownCode};
///
/// #[derive(Debug, PartialEq, ImmersveErrorCode)]
/// enum WithdrawalErrorCode {
///     #[immersve(alias = "INSUFFICIENT_FUNDS")]
///     InsufficientBalance,
///     TooManyPendingWithdrawals,
///     #[immersve(unknown)]
///     Unknown(UnknownCode),
/// }
///
/// let response = ErrorResponse::builder(StatusCode::FORBIDDEN)
///     .code("INSUFFICIENT_FUNDS")
///     .reason("Withdrawal amount exceeds Funding Source balance")
///     .build();
/// let error: ApiError<WithdrawalErrorCode> = response.into();
///
/// assert_eq!(error.kind(), ErrorKind::BusinessRule);
/// assert_eq!(error.code(), Some(&WithdrawalErrorCode::InsufficientBalance));
/// assert_eq!(error.wire_code(), Some("INSUFFICIENT_FUNDS"));
/// assert_eq!(error.retry(), Retry::Never);
/// ```
///
/// `Display` is a single escaped line of bounded length, with the code as the server sent it:
/// `403 INSUFFICIENT_FUNDS: Withdrawal amount exceeds Funding Source balance`. It ends with `(truncated)` or
/// `(still encoded)` if the body is. Neither `Display` nor `Debug`
/// contains the raw body or the headers. [`source`](std::error::Error::source) is the
/// [`body_error`](Self::body_error). Serde serializes the [response](ErrorResponse).
pub struct ApiError<C = AnyCode>(pub(super) Box<Inner<C>>);

/// A `Result` with an [`ApiError`].
///
/// ```
/// use immersve_errors::decode;
///
/// fn cards(response: http::Response<Vec<u8>>) -> immersve_errors::Result<Vec<String>> {
///     decode(response)
/// }
///
/// assert_eq!(cards(http::Response::new("[]".into())).unwrap(), [""; 0]);
/// ```
///
/// Write it with the crate's name, as here: imported by a glob, it would shadow the standard `Result`.
pub type Result<T, C = AnyCode> = std::result::Result<T, ApiError<C>>;

#[derive(Clone)]
pub(super) struct Inner<C> {
    pub(super) response: ErrorResponse,
    pub(super) code: Option<C>,
    /// What the first enum that documents the code says about it.
    pub(super) info: Option<&'static CodeInfo>,
    /// The operation the error is bound to, or else that of the first enum that names one.
    pub(super) operation: Option<&'static str>,
    /// That of the operation the error is bound to.
    pub(super) idempotency: Option<Idempotency>,
    pub(super) body_error: Option<BodyError>,
}

impl<C: ImmersveErrorCode> ApiError<C> {
    pub(crate) fn with_cause(response: ErrorResponse, body_error: Option<BodyError>) -> Self {
        let body_error = body_error.or_else(|| {
            let encoding = still_encoded(response.headers(), response.body())?;
            Some(BodyError::encoded(encoding))
        });
        Self::from_parts(response, None, None, body_error)
    }

    /// Parses the code of the response as a `C`. `documented` and `operation` come from earlier enums.
    pub(super) fn from_parts(
        response: ErrorResponse,
        documented: Option<&'static CodeInfo>,
        operation: Option<&'static str>,
        body_error: Option<BodyError>,
    ) -> Self {
        let code = response.code().and_then(C::from_code);
        Self(Box::new(Inner {
            info: documented.or_else(|| code.as_ref().and_then(C::info)),
            operation: operation.or(C::OPERATION),
            code,
            idempotency: None,
            body_error,
            response,
        }))
    }

    /// Binds the error to an operation and its documentation of the code.
    #[cfg(feature = "endpoints")]
    pub(crate) fn bind(
        mut self,
        operation: &'static str,
        idempotency: Idempotency,
        info: Option<&'static CodeInfo>,
    ) -> Self {
        self.0.operation = Some(operation);
        self.0.idempotency = Some(idempotency);
        self.0.info = self.0.info.or(info);
        self
    }

    /// Creates the error that the API would send for a code, for tests.
    ///
    /// The status is the first one the code is documented under, or 403 for an unknown code. To set another
    /// status, a reason, field errors or headers, use [`ErrorResponse::builder`].
    ///
    /// ```
    /// use immersve_errors::{ApiError, ErrorResponse, ImmersveErrorCode};
    ///
    /// #[derive(Debug, Clone, Copy, PartialEq, ImmersveErrorCode)]
    /// enum ProvisionCardErrorCode {
    ///     #[immersve(status = 503, retry = "always")]
    ///     PaymentBridgeError,
    /// }
    ///
    /// let error = ApiError::from_code(ProvisionCardErrorCode::PaymentBridgeError);
    /// assert_eq!(error.to_string(), "503 PAYMENT_BRIDGE_ERROR");
    /// assert_eq!(error.code(), Some(&ProvisionCardErrorCode::PaymentBridgeError));
    ///
    /// let error: ApiError<ProvisionCardErrorCode> = ErrorResponse::builder(error.status())
    ///     .code(ProvisionCardErrorCode::PaymentBridgeError)
    ///     .reason("upstream is down")
    ///     .build()
    ///     .into();
    /// assert_eq!(error.to_string(), "503 PAYMENT_BRIDGE_ERROR: upstream is down");
    /// ```
    #[must_use]
    #[expect(
        clippy::needless_pass_by_value,
        reason = "reads as `ApiError::from_code(Code::KycRequired)`"
    )]
    pub fn from_code(code: C) -> Self {
        let status = code.info().and_then(|info| info.statuses().first());
        let status = status.and_then(|status| StatusCode::from_u16(*status).ok());
        ErrorResponse::builder(status.unwrap_or(StatusCode::FORBIDDEN))
            .code(code.as_str())
            .build()
            .into()
    }

    /// Creates the error for an interrupted body, for tests and for adapters of other clients.
    ///
    /// `response` has the part of the body that arrived, and `failure` is the transport error, which becomes
    /// the source of [`body_error`](Self::body_error). The response is marked as
    /// [truncated](ErrorResponse::is_truncated).
    ///
    /// If the status is a 2xx, the request has taken effect and only its response is lost, so
    /// [`retry`](Self::retry) is [`Retry::IfIdempotent`].
    ///
    /// ```
    /// use http::{HeaderMap, StatusCode};
    /// use immersve_errors::{ApiError, ErrorKind, ErrorResponse, Retry};
    /// use std::error::Error;
    ///
    /// let response = ErrorResponse::new(StatusCode::OK, HeaderMap::new(), r#"["card-1","ca"#);
    /// let error: ApiError = ApiError::interrupted(response, "connection reset");
    ///
    /// assert_eq!(error.kind(), ErrorKind::InvalidResponse);
    /// assert_eq!(error.retry(), Retry::IfIdempotent);
    /// assert_eq!(error.body(), br#"["card-1","ca"#);
    /// assert!(error.response().is_truncated());
    /// let failure = error.body_error().and_then(Error::source).unwrap();
    /// assert_eq!(failure.to_string(), "connection reset");
    /// ```
    #[must_use]
    pub fn interrupted(
        response: ErrorResponse,
        failure: impl Into<Box<dyn Error + Send + Sync>>,
    ) -> Self {
        let interrupted = BodyError::interrupted(failure.into());
        Self::with_cause(response.truncated(), Some(interrupted))
    }

    /// The kind of error, from the status and the code.
    #[must_use]
    pub fn kind(&self) -> ErrorKind {
        self.0.response.kind()
    }

    /// The retry verdict: whether the request may be sent again.
    ///
    /// - For a 2xx, whose request has taken effect, it is [`Retry::Never`], or [`Retry::IfIdempotent`] if the body
    ///   was [interrupted](Self::interrupted).
    /// - Otherwise it is the documented retry hint of the code, or else the verdict of [the
    ///   status](Retry::for_status). A 413 with `Retry-After` is temporary, so its verdict is [`Retry::Always`] ([RFC
    ///   9110 section 15.5.14](https://www.rfc-editor.org/rfc/rfc9110#section-15.5.14)).
    /// - If the error is bound (with `at`) to an idempotent operation of the catalogue, [`Retry::Always`] replaces
    ///   [`Retry::IfIdempotent`]. An `operation` that only the enum names does not do this.
    #[must_use]
    pub fn retry(&self) -> Retry {
        let verdict = if self.kind() != ErrorKind::InvalidResponse {
            let hint = self.info().and_then(CodeInfo::retry);
            hint.unwrap_or_else(|| match self.status() {
                StatusCode::PAYLOAD_TOO_LARGE if self.retry_after().is_some() => Retry::Always,
                status => Retry::for_status(status),
            })
        } else if self.is_interrupted() {
            // A retry may get the whole body.
            Retry::IfIdempotent
        } else {
            // The body would have the same shape again.
            Retry::Never
        };
        match (verdict, self.0.idempotency) {
            (Retry::IfIdempotent, Some(Idempotency::Idempotent)) => Retry::Always,
            _ => verdict,
        }
    }

    /// What a developer should do about this error, in one line.
    ///
    /// It is the [remedy](CodeInfo::remedy) of a [documented](Self::info) code, or else depends on the status and
    /// on the problem with the body. [`CodeInfo::description`] adds exceptions and what the API does not document.
    ///
    /// ```
    /// use immersve_errors::{ApiError, decode};
    ///
    /// // The login page of a Wi-Fi network, with a success status.
    /// let response = http::Response::new("<html><h1>Log in</h1></html>");
    /// let error = decode::<Vec<String>, immersve_errors::AnyCode>(response).unwrap_err();
    /// assert_eq!(
    ///     error.advice(),
    ///     "Find out who answered, and whether the request took effect: the body is not JSON, so it may come from a proxy.",
    /// );
    /// ```
    #[must_use]
    pub fn advice(&self) -> &'static str {
        advice(self.response(), self.info(), self.body_error())
    }

    /// Whether the connection failed while the body was read, so that part of it is missing.
    ///
    /// The client's error is the source of [`body_error`](Self::body_error).
    #[must_use]
    pub fn is_interrupted(&self) -> bool {
        self.body_error().is_some_and(BodyError::is_interrupted)
    }

    /// The `operationId` of the operation, suitable as a metric label.
    ///
    /// It is the operation the error is bound to (with `at`), or else the
    /// [`OPERATION`](ImmersveErrorCode::OPERATION) of `C`. After a [cast](Self::cast), the first enum that names an
    /// operation counts. `None` if no enum names one, as with [`AnyCode`].
    ///
    /// ```
    /// use immersve_errors::{AnyCode, ApiError, ImmersveErrorCode};
    ///
    /// #[derive(Debug, ImmersveErrorCode)]
    /// #[immersve(operation = "freeze-card")]
    /// enum FreezeCardErrorCode {
    ///     CardAlreadyFrozen,
    /// }
    ///
    /// let error = ApiError::from_code(FreezeCardErrorCode::CardAlreadyFrozen);
    /// let error: ApiError<AnyCode> = error.cast();
    /// assert_eq!(error.operation(), Some("freeze-card"));
    /// ```
    #[must_use]
    pub fn operation(&self) -> Option<&'static str> {
        self.0.operation
    }

    /// The response.
    #[must_use]
    pub fn response(&self) -> &ErrorResponse {
        &self.0.response
    }

    /// Converts the error into its response, and drops the [`body_error`](Self::body_error), the
    /// [operation](Self::operation) and the [documentation](Self::info) of the code.
    ///
    /// To change the enum, use [`cast`](Self::cast), which keeps them. To forward the response, continue with
    /// [`into_forwardable`](ErrorResponse::into_forwardable).
    #[must_use]
    pub fn into_response(self) -> ErrorResponse {
        self.0.response
    }

    /// The HTTP status.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        self.0.response.status()
    }

    /// The headers.
    #[must_use]
    pub fn headers(&self) -> &HeaderMap {
        self.0.response.headers()
    }

    /// The raw body, as received.
    #[must_use]
    pub fn body(&self) -> &[u8] {
        self.0.response.body()
    }

    /// The human-readable explanation; see [`ErrorResponse::reason`].
    #[must_use]
    pub fn reason(&self) -> Option<&str> {
        self.0.response.reason()
    }

    /// The invalid fields of the request; see [`ErrorResponse::field_errors`].
    #[must_use]
    pub fn field_errors(&self) -> &[FieldError] {
        self.0.response.field_errors()
    }

    /// Minimum delay before retrying, from `Retry-After`; see [`ErrorResponse::retry_after`].
    #[must_use]
    #[doc(alias = "Retry-After")]
    pub fn retry_after(&self) -> Option<Duration> {
        self.0.response.retry_after()
    }

    /// Why the body could not be read; `None` if it could.
    ///
    /// Any body may be [interrupted](Self::interrupted), impossible to decompress, or still encoded because the
    /// client does not support its encoding. The body of a success may also not be JSON, not match the type, or
    /// exceed a limit.
    #[must_use]
    pub fn body_error(&self) -> Option<&BodyError> {
        self.0.body_error.as_ref()
    }
}

/// Parses the code of a response as a `C`. To change the enum of an error, use [`ApiError::cast`], which loses
/// nothing: between two error types, write `.map_err(ApiError::cast)?`.
impl<C: ImmersveErrorCode> From<ErrorResponse> for ApiError<C> {
    fn from(response: ErrorResponse) -> Self {
        Self::with_cause(response, None)
    }
}

impl<C> Serialize for ApiError<C> {
    fn serialize<S: Serializer>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error> {
        self.0.response.serialize(serializer)
    }
}

impl<C: Clone> Clone for ApiError<C> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<C> fmt::Display for ApiError<C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Inner {
            response,
            body_error,
            ..
        } = &*self.0;
        if response.status().is_success() && body_error.is_some() {
            return write!(f, "{}: the body could not be read", response.status());
        }
        response.fmt(f)?;
        match body_error.as_ref().map(BodyError::problem) {
            Some(Problem::Encoded) => f.write_str(" (still encoded)"),
            _ => Ok(()),
        }
    }
}

impl<C: ImmersveErrorCode> fmt::Debug for ApiError<C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ApiError")
            .field("kind", &self.kind())
            .field("code", &self.code().map(C::as_str).map(Escaped::code))
            .field("retry", &self.retry())
            .field("response", self.response())
            .field("body_error", &self.body_error())
            .finish()
    }
}

impl<C: ImmersveErrorCode> Error for ApiError<C> {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.body_error().map(|error| error as _)
    }
}
