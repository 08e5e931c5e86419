//! The error of an operation: its response, its code, and what is documented about it.

use std::{error::Error, fmt, time::Duration};

use http::{HeaderMap, StatusCode};
use serde::{Serialize, Serializer};

use super::{advice::advice, body_error::BodyError};
use crate::{
    code::{AnyCode, CodeInfo, ImmersveErrorCode},
    escape::Escaped,
    response::{ErrorResponse, FieldError, still_encoded},
    taxonomy::{ErrorKind, Idempotency, Retry},
};

/// An error response of the API, with its code as a value of the endpoint's enum.
///
/// It contains the whole [`ErrorResponse`]. `ApiError` alone is short for `ApiError<`[`AnyCode`]`>`: use it for
/// an endpoint that documents no codes, and for all endpoints together.
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
/// `Display` is one escaped line of bounded length, with the code as the server sent it:
/// `403 INSUFFICIENT_FUNDS: Withdrawal amount exceeds Funding Source balance`. `Debug` adds the kind,
/// the verdict and some numbers. Neither shows the raw body or a header.
/// [`source`](std::error::Error::source) is the [`body_error`](Self::body_error), if there is one. Serde
/// writes the [response](ErrorResponse).
pub struct ApiError<C = AnyCode>(pub(super) Box<Inner<C>>);

/// A result whose error is an [`ApiError`].
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
pub type Result<T, C = AnyCode> = std::result::Result<T, ApiError<C>>;

#[derive(Clone)]
pub(super) struct Inner<C> {
    pub(super) response: ErrorResponse,
    pub(super) code: Option<C>,
    /// What is documented about the code, from the first enum that documents it.
    pub(super) info: Option<&'static CodeInfo>,
    /// From the first enum that names an operation.
    pub(super) operation: Option<&'static str>,
    /// Of the operation that the error is bound to.
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

    /// Reads the code of the response as a `C`. `documented` and `operation` are what earlier enums say.
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

    /// Binds the error to an operation, and to what it documents about the code.
    #[cfg(feature = "endpoints")]
    pub(crate) fn bind(
        mut self,
        operation: &'static str,
        idempotency: Idempotency,
        info: Option<&'static CodeInfo>,
    ) -> Self {
        self.0.operation = Some(operation);
        self.0.idempotency = Some(idempotency);
        self.0.info = info.or(self.0.info);
        self
    }

    /// Builds the error that the API would send for a code, for a test.
    ///
    /// Its status is the first one that the code is documented under; 403 for an unknown code.
    ///
    /// To set a reason, field errors, headers or another status, use [`ErrorResponse::builder`].
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

    /// Builds the error of a response whose body was interrupted.
    ///
    /// `response` has the part of the body that arrived, and `failure` is why no more did.
    ///
    /// The response is marked as [truncated](ErrorResponse::is_truncated), and `failure` becomes the source of
    /// [`body_error`](Self::body_error). If the status is a success, the request has taken effect
    /// and only its answer is lost, so the verdict is [`Retry::IfIdempotent`]. For all other statuses,
    /// the verdict is that of the code or the status.
    ///
    /// The adapters for client libraries build such errors. You need this in a test, or in an adapter of
    /// your own.
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

    /// What kind of error it is, which follows from the status and the code.
    #[must_use]
    pub fn kind(&self) -> ErrorKind {
        self.0.response.kind()
    }

    /// Whether the request may be sent again.
    ///
    /// If the code has a documented hint, that is the verdict; otherwise it is the verdict of [the
    /// status](Retry::for_status). A 413 with `Retry-After` is temporary, so its verdict is
    /// [`Retry::Always`] ([RFC 9110 section 15.5.14](https://www.rfc-editor.org/rfc/rfc9110#section-15.5.14)).
    ///
    /// A success has taken effect, so a hint does not count there: the verdict is [`Retry::Never`], or
    /// [`Retry::IfIdempotent`] if the body was [interrupted](Self::interrupted).
    ///
    /// If the error is bound to an operation of the catalogue, with `at`, and that is idempotent, then
    /// [`Retry::IfIdempotent`] is [`Retry::Always`].
    #[must_use]
    pub fn retry(&self) -> Retry {
        let verdict = if self.kind() != ErrorKind::InvalidResponse {
            let hint = self.info().and_then(CodeInfo::retry);
            hint.unwrap_or_else(|| match self.status() {
                StatusCode::PAYLOAD_TOO_LARGE if self.retry_after().is_some() => Retry::Always,
                status => Retry::for_status(status),
            })
        } else if self.is_interrupted() {
            // The next try may bring the whole body.
            Retry::IfIdempotent
        } else {
            // A body of the wrong shape would be the same again.
            Retry::Never
        };
        match (verdict, self.0.idempotency) {
            (Retry::IfIdempotent, Some(Idempotency::Idempotent)) => Retry::Always,
            _ => verdict,
        }
    }

    /// What a developer should do about this error.
    ///
    /// If the code has a [documented](Self::info) [remedy](CodeInfo::remedy), it is that. Otherwise it
    /// follows from the status, and from what is wrong with the body, if anything is.
    /// [`ErrorKind::advice`] knows the kind only.
    ///
    /// It is one paragraph, on one line; [`CodeInfo::description`] names the exceptions, and has what the API
    /// does not document.
    ///
    /// ```
    /// use immersve_errors::{ApiError, decode};
    ///
    /// // A wireless network answers with its login page, and the status is a success.
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

    /// Whether the connection failed while the body was read. Then only a part of the body is known.
    ///
    /// The error of the client library is the source of [`body_error`](Self::body_error).
    #[must_use]
    pub fn is_interrupted(&self) -> bool {
        self.body_error().is_some_and(BodyError::is_interrupted)
    }

    /// The `operationId` of the operation that answered, according to the enum of its codes.
    ///
    /// It is the operation that the error is bound to, with `at`, or else the
    /// [`OPERATION`](ImmersveErrorCode::OPERATION) of `C`. If the error was
    /// [cast](Self::cast), it comes from the first of its enums that names an operation. `None` if none
    /// does, such as [`AnyCode`]. A program has few operations, so it can be a label of a metric.
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

    /// Takes the response out of the error.
    ///
    /// An error built from this response knows less than this error: why the body could not be read is
    /// lost, and so are the [operation](Self::operation) and what another enum documents about the code.
    /// To change only the enum,
    /// [`cast`](Self::cast) the error. To send the response on, use
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

    /// The body, as the bytes that were received.
    #[must_use]
    pub fn body(&self) -> &[u8] {
        self.0.response.body()
    }

    /// The explanation for people; see [`ErrorResponse::reason`].
    #[must_use]
    pub fn reason(&self) -> Option<&str> {
        self.0.response.reason()
    }

    /// The fields of the request that are wrong, and why; see [`ErrorResponse::field_errors`].
    #[must_use]
    pub fn field_errors(&self) -> &[FieldError] {
        self.0.response.field_errors()
    }

    /// The least time to wait before the request is sent again; see [`ErrorResponse::retry_after`].
    #[must_use]
    #[doc(alias = "Retry-After")]
    pub fn retry_after(&self) -> Option<Duration> {
        self.0.response.retry_after()
    }

    /// Why the body could not be read; `None` if there was no problem with the body.
    ///
    /// Any body may be [interrupted](Self::interrupted), impossible to decompress, or still encoded because the
    /// client does not know its encoding. The body of a success may also be no JSON, JSON of another shape
    /// than the type, or longer than a limit.
    #[must_use]
    pub fn body_error(&self) -> Option<&BodyError> {
        self.0.body_error.as_ref()
    }
}

/// Reads the code of a response as a `C`. To change the enum of an error, use [`ApiError::cast`], which loses
/// nothing.
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
            write!(f, "{}: the body could not be read", response.status())
        } else {
            response.fmt(f)
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
