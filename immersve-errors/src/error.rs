//! The typed error: a response, and its code as a value.

mod decode;
mod invalid_body;

use std::{error::Error, fmt, time::Duration};

use http::{HeaderMap, StatusCode};

#[cfg(any(feature = "reqwest", feature = "ureq"))]
pub(crate) use self::decode::decode_parts;
pub use self::{decode::decode, invalid_body::InvalidBody};
use crate::{
    AnyCode, CodeInfo, ErrorKind, ErrorResponse, Escaped, FORBIDDEN, FieldError,
    INVALID_REQUEST_INPUT, ImmersveErrorCode, Retry,
};

/// An error of the API, with its code as a value of the endpoint's enum.
///
/// It is made of an [`ErrorResponse`] and keeps all of it.
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
/// One word. `Send` and `Sync` where `C` is. `Display` is one line, escaped and of bounded length:
/// `403 INSUFFICIENT_FUNDS: Withdrawal amount exceeds Funding Source balance`, with the code as the
/// server sent it. `Debug` adds the kind and some numbers. Neither shows the raw body or a header.
/// [`source`](std::error::Error::source) is the [`invalid_body`](Self::invalid_body), if there is one.
pub struct ApiError<C = AnyCode>(Box<Inner<C>>);

#[derive(Clone)]
struct Inner<C> {
    response: ErrorResponse,
    code: Option<C>,
    kind: ErrorKind,
    retry: Retry,
    invalid: Option<InvalidBody>,
}

impl<C: ImmersveErrorCode> ApiError<C> {
    fn with_cause(response: ErrorResponse, invalid: Option<InvalidBody>) -> Self {
        let code = response.code().and_then(C::from_code);
        let kind = response.kind();
        let hint = match kind {
            // The request took effect, whatever code stands in the answer.
            ErrorKind::InvalidResponse => None,
            _ => code.as_ref().and_then(C::info).and_then(CodeInfo::retry),
        };
        let by_status = match (kind, &invalid) {
            // Unlike a body of the wrong shape, this one may come whole the next time.
            (ErrorKind::InvalidResponse, Some(invalid)) if invalid.is_interrupted() => {
                Retry::IfIdempotent
            }
            _ => kind.retry(),
        };
        Self(Box::new(Inner {
            code,
            kind,
            retry: hint.unwrap_or(by_status),
            invalid,
            response,
        }))
    }

    /// The error that the API would send for a code, for a test: under the first status that
    /// documents it, 403 for a code of which nothing is known.
    ///
    /// For a reason, field errors, headers or another status, there is [`ErrorResponse::builder`].
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

    /// The error of a response whose body broke off: what arrived of it, and why no more did.
    ///
    /// The response is marked as [cut](ErrorResponse::is_truncated), and `failure` is the source of
    /// [`invalid_body`](Self::invalid_body). A success of this sort has taken effect, though its body
    /// is lost: it may be sent again if it is idempotent. For any other status the verdict is that of
    /// the status.
    ///
    /// The adapters for client libraries make these; so can a test, or an adapter of your own.
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
    /// let failure = error.invalid_body().and_then(Error::source).unwrap();
    /// assert_eq!(failure.to_string(), "connection reset");
    /// ```
    #[must_use]
    pub fn interrupted(
        response: ErrorResponse,
        failure: impl Into<Box<dyn Error + Send + Sync>>,
    ) -> Self {
        let invalid = InvalidBody::interrupted(failure.into());
        Self::with_cause(response.with_truncated(true), Some(invalid))
    }

    /// What the status means, refined by the code.
    #[must_use]
    pub fn kind(&self) -> ErrorKind {
        self.0.kind
    }

    /// The code as a value: what [`ImmersveErrorCode::from_code`] makes of the
    /// [wire code](Self::wire_code).
    ///
    /// `None` without a code, and for a code that a closed enum does not know. The base codes of the
    /// taxonomy, such as `FORBIDDEN`, are codes like any other here; [`kind`](Self::kind) has judged
    /// them already.
    #[must_use]
    pub fn code(&self) -> Option<&C> {
        self.0.code.as_ref()
    }

    /// The code as the server sent it.
    #[must_use]
    pub fn wire_code(&self) -> Option<&str> {
        self.0.response.code()
    }

    /// A stable name of the code for metrics: the canonical code, [`FORBIDDEN`] or
    /// [`INVALID_REQUEST_INPUT`] for the taxonomy's own codes, `unknown` for any other code that `C`
    /// does not know, `none` without a code.
    ///
    /// The number of labels is bounded, whatever the server sends. Any other code of an
    /// [`AnyCode`] is unknown.
    #[must_use]
    pub fn code_label(&self) -> &'static str {
        match (self.code().map(C::info), self.wire_code()) {
            (Some(Some(info)), _) => info.code(),
            (_, Some(FORBIDDEN)) => FORBIDDEN,
            (_, Some(INVALID_REQUEST_INPUT)) => INVALID_REQUEST_INPUT,
            (_, Some(_)) => "unknown",
            (_, None) => "none",
        }
    }

    /// Whether this error has that code, which may be of another enum.
    ///
    /// The wire texts decide: the error's wire code, its canonical code and that one's aliases on
    /// this side, the canonical code and its aliases on the other.
    ///
    /// ```
    /// use http::StatusCode;
    /// use immersve_errors::{AnyCode, ApiError, ErrorResponse};
    ///
    /// let error: ApiError = ErrorResponse::builder(StatusCode::FORBIDDEN)
    ///     .code("KYC_REQUIRED")
    ///     .build()
    ///     .into();
    /// assert!(error.has_code(&AnyCode::new("KYC_REQUIRED")));
    /// assert!(!error.has_code(&AnyCode::new("CARD_NOT_FOUND")));
    /// ```
    #[must_use]
    pub fn has_code<D: ImmersveErrorCode>(&self, code: &D) -> bool {
        let named = |text: &str| match code.info() {
            Some(info) => info.is_called(text),
            None => code.as_str() == text,
        };
        self.wire_code().is_some_and(named)
            || self.code().and_then(C::info).is_some_and(|info| {
                named(info.code()) || info.aliases().iter().any(|alias| named(alias))
            })
    }

    /// The same error with its code as a value of another enum.
    ///
    /// Nothing is lost, and the verdicts stay: [`kind`](Self::kind) and [`retry`](Self::retry) are
    /// those of the endpoint that was called, whichever enum the code is looked at through.
    #[must_use]
    pub fn cast<D: ImmersveErrorCode>(self) -> ApiError<D> {
        let inner = *self.0;
        ApiError(Box::new(Inner {
            code: inner.response.code().and_then(D::from_code),
            kind: inner.kind,
            retry: inner.retry,
            invalid: inner.invalid,
            response: inner.response,
        }))
    }

    /// Whether the request may be sent again: the code's own hint, else the verdict of the status,
    /// which is [`ErrorKind::retry`].
    ///
    /// A success took effect, so no hint counts there; one whose body [broke off](Self::interrupted) may
    /// be sent again if it is idempotent.
    #[must_use]
    pub fn retry(&self) -> Retry {
        self.0.retry
    }

    /// The response.
    #[must_use]
    pub fn response(&self) -> &ErrorResponse {
        &self.0.response
    }

    /// The response, taken out.
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

    /// The body, byte for byte.
    #[must_use]
    pub fn body(&self) -> &[u8] {
        self.0.response.body()
    }

    /// The sentence for people; see [`ErrorResponse::reason`].
    #[must_use]
    pub fn reason(&self) -> Option<&str> {
        self.0.response.reason()
    }

    /// What is wrong with which field of the request; see [`ErrorResponse::field_errors`].
    #[must_use]
    pub fn field_errors(&self) -> &[FieldError] {
        self.0.response.field_errors()
    }

    /// The least time to wait before the request is sent again; see [`ErrorResponse::retry_after`].
    #[must_use]
    pub fn retry_after(&self) -> Option<Duration> {
        self.0.response.retry_after()
    }

    /// Why the body could not be read: it is no JSON of the shape that a success should have, or it
    /// [broke off](Self::interrupted). `None` for any other error.
    #[must_use]
    pub fn invalid_body(&self) -> Option<&InvalidBody> {
        self.0.invalid.as_ref()
    }
}

impl<C: ImmersveErrorCode> From<ErrorResponse> for ApiError<C> {
    fn from(response: ErrorResponse) -> Self {
        Self::with_cause(response, None)
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
            kind,
            invalid,
            ..
        } = &*self.0;
        match (kind, invalid) {
            (ErrorKind::InvalidResponse, Some(_)) => {
                write!(f, "{}: the body could not be read", response.status())
            }
            _ => response.fmt(f),
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
            .field("invalid_body", &self.invalid_body())
            .finish()
    }
}

impl<C: ImmersveErrorCode> Error for ApiError<C> {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.invalid_body().map(|invalid| invalid as _)
    }
}
