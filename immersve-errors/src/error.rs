//! The typed error: a response, and its code as a value.

mod advice;
mod decode;
mod invalid_body;

use std::{error::Error, fmt, time::Duration};

use http::{HeaderMap, StatusCode};

#[cfg(any(feature = "reqwest", feature = "ureq"))]
pub(crate) use self::decode::{decode_parts, nothing};
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
    /// What is documented of the code, by the first enum that documents it.
    info: Option<&'static CodeInfo>,
    invalid: Option<InvalidBody>,
}

impl<C: ImmersveErrorCode> ApiError<C> {
    pub(crate) fn with_cause(response: ErrorResponse, invalid: Option<InvalidBody>) -> Self {
        Self::looked_at(response, None, invalid)
    }

    /// The error with its code as a `C`. What was documented of the code before stays.
    fn looked_at(
        response: ErrorResponse,
        documented: Option<&'static CodeInfo>,
        invalid: Option<InvalidBody>,
    ) -> Self {
        let code = response.code().and_then(C::from_code);
        Self(Box::new(Inner {
            info: documented.or_else(|| code.as_ref().and_then(C::info)),
            code,
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
        self.0.response.kind()
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

    /// The [code](Self::code), taken out.
    #[must_use]
    pub fn into_code(self) -> Option<C> {
        self.0.code
    }

    /// The code as a value of another enum: what `D` makes of the [wire code](Self::wire_code).
    ///
    /// For an error that has travelled, and is an [`ApiError`] of [`AnyCode`] by now. `None` without a
    /// code, and for a code that a closed enum does not know.
    ///
    /// ```
    /// use immersve_errors::{ApiError, ErrorResponse, ImmersveErrorCode, http::StatusCode};
    ///
    /// #[derive(Debug, Clone, Copy, PartialEq, ImmersveErrorCode)]
    /// enum FreezeCardErrorCode {
    ///     CardAlreadyFrozen,
    /// }
    ///
    /// let error: ApiError = ErrorResponse::builder(StatusCode::FORBIDDEN)
    ///     .code("CARD_ALREADY_FROZEN")
    ///     .build()
    ///     .into();
    /// assert_eq!(error.code_as(), Some(FreezeCardErrorCode::CardAlreadyFrozen));
    /// ```
    #[must_use]
    pub fn code_as<D: ImmersveErrorCode>(&self) -> Option<D> {
        self.wire_code().and_then(D::from_code)
    }

    /// What is documented of the code: by `C`, or by an enum that the error was read or
    /// [cast](Self::cast) as before, where that one documented it first.
    ///
    /// ```
    /// use immersve_errors::{AnyCode, ApiError, ImmersveErrorCode};
    ///
    /// #[derive(Debug, Clone, Copy, ImmersveErrorCode)]
    /// enum FreezeCardErrorCode {
    ///     /// The card is frozen.
    ///     CardAlreadyFrozen,
    /// }
    ///
    /// let error = ApiError::from_code(FreezeCardErrorCode::CardAlreadyFrozen);
    /// let error: ApiError<AnyCode> = error.cast();
    /// assert_eq!(error.info().unwrap().description(), "The card is frozen.");
    /// ```
    #[must_use]
    pub fn info(&self) -> Option<&'static CodeInfo> {
        self.0.info
    }

    /// The code as the server sent it.
    #[must_use]
    pub fn wire_code(&self) -> Option<&str> {
        self.0.response.code()
    }

    /// The [wire code](Self::wire_code) for a log: escaped, and at most 128 bytes long.
    ///
    /// Unlike [`code_label`](Self::code_label) it can have any number of values, so it is no label of a
    /// metric.
    ///
    /// ```
    /// use immersve_errors::{ApiError, ErrorResponse, http::StatusCode};
    ///
    /// let error: ApiError = ErrorResponse::builder(StatusCode::FORBIDDEN)
    ///     .code("KYC_REQUIRED\n200 OK")
    ///     .build()
    ///     .into();
    /// assert_eq!(error.escaped_code().unwrap().to_string(), r"KYC_REQUIRED\n200 OK");
    /// ```
    #[must_use]
    pub fn escaped_code(&self) -> Option<Escaped<'_>> {
        self.wire_code().map(Escaped::code)
    }

    /// A stable name of the code for metrics: the canonical code that is [documented](Self::info),
    /// [`FORBIDDEN`] or [`INVALID_REQUEST_INPUT`] for the taxonomy's own codes, `unknown` for any other
    /// code, `none` without a code.
    ///
    /// The number of labels is bounded, whatever the server sends. An [`AnyCode`] documents nothing, so
    /// an error that was read as one, and never [cast](Self::cast), is `unknown`.
    #[must_use]
    pub fn code_label(&self) -> &'static str {
        match (self.info(), self.wire_code()) {
            (Some(info), _) => info.code(),
            (_, Some(FORBIDDEN)) => FORBIDDEN,
            (_, Some(INVALID_REQUEST_INPUT)) => INVALID_REQUEST_INPUT,
            (_, Some(_)) => "unknown",
            (_, None) => "none",
        }
    }

    /// Whether this error has that code, which may be of another enum.
    ///
    /// The wire texts decide: on this side the wire code, and the canonical code and its aliases that are
    /// [documented](Self::info); on the other side the canonical code and its aliases.
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
            || self.info().is_some_and(|info| {
                named(info.code()) || info.aliases().iter().any(|alias| named(alias))
            })
    }

    /// The same error with its code as a value of another enum.
    ///
    /// Nothing is lost. What was [documented](Self::info) of the code stays known, and with it
    /// [`has_code`](Self::has_code), [`code_label`](Self::code_label) and the verdict. Where nothing was
    /// documented before, `D` has its say: an error that a middleware read as [`AnyCode`] becomes the
    /// error that would have been read as `D`.
    ///
    /// ```
    /// use immersve_errors::{AnyCode, ApiError, ErrorResponse, ImmersveErrorCode, Retry, http::StatusCode};
    ///
    /// #[derive(Debug, Clone, Copy, PartialEq, ImmersveErrorCode)]
    /// enum ProvisionCardErrorCode {
    ///     #[immersve(status = 503, retry = "always")]
    ///     PaymentBridgeError,
    /// }
    ///
    /// let error: ApiError = ErrorResponse::builder(StatusCode::SERVICE_UNAVAILABLE)
    ///     .code("PAYMENT_BRIDGE_ERROR")
    ///     .build()
    ///     .into();
    /// assert_eq!(error.retry(), Retry::IfIdempotent);
    ///
    /// let error: ApiError<ProvisionCardErrorCode> = error.cast();
    /// assert_eq!(error.retry(), Retry::Always);
    ///
    /// let error: ApiError<AnyCode> = error.cast();
    /// assert_eq!(error.retry(), Retry::Always);
    /// assert_eq!(error.code_label(), "PAYMENT_BRIDGE_ERROR");
    /// ```
    #[must_use]
    pub fn cast<D: ImmersveErrorCode>(self) -> ApiError<D> {
        let inner = *self.0;
        ApiError::looked_at(inner.response, inner.info, inner.invalid)
    }

    /// Whether the request may be sent again: the documented hint of the code, else the verdict of
    /// [the status](Retry::for_status).
    ///
    /// A success took effect, so no hint counts there; one whose body [broke off](Self::interrupted) may
    /// be sent again if it is idempotent.
    #[must_use]
    pub fn retry(&self) -> Retry {
        if self.kind() == ErrorKind::InvalidResponse {
            // Unlike a body of the wrong shape, one that broke off may come whole the next time.
            return if self.is_interrupted() {
                Retry::IfIdempotent
            } else {
                Retry::Never
            };
        }
        let hint = self.info().and_then(CodeInfo::retry);
        hint.unwrap_or(Retry::for_status(self.status()))
    }

    /// What to look at and what to do, for a developer.
    ///
    /// It goes by everything that is known of the error: the [remedy](CodeInfo::remedy) that is
    /// [documented](Self::info) of the code, else the status, whether the body is whole, and what is wrong
    /// with it. [`ErrorKind::advice`] goes by the kind alone.
    ///
    /// ```
    /// use immersve_errors::{ApiError, decode};
    ///
    /// // A wireless network that wants a login answers for the API, with a success.
    /// let response = http::Response::new("<html><h1>Log in</h1></html>");
    /// let error = decode::<Vec<String>, immersve_errors::AnyCode>(response).unwrap_err();
    /// assert_eq!(
    ///     error.advice(),
    ///     "Find out who answered, and whether the request took effect: the body is not JSON, so the answer may be a proxy's.",
    /// );
    /// ```
    #[must_use]
    pub fn advice(&self) -> &'static str {
        advice::advice(self.response(), self.info(), self.invalid_body())
    }

    /// Whether the connection failed while the body was read, so that what is known is what arrived.
    ///
    /// The client's error is the source of [`invalid_body`](Self::invalid_body).
    #[must_use]
    pub fn is_interrupted(&self) -> bool {
        self.invalid_body().is_some_and(InvalidBody::is_interrupted)
    }

    /// The response.
    #[must_use]
    pub fn response(&self) -> &ErrorResponse {
        &self.0.response
    }

    /// The response, taken out.
    ///
    /// An error that is made of it again knows less: not that the connection failed, nor what another
    /// enum documented of the code. To change the enum only, [`cast`](Self::cast) the error. To send the
    /// response on, use [`into_forwardable`](ErrorResponse::into_forwardable).
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

    /// Why the body could not be read: it is no JSON of the shape that a success should have, it
    /// [broke off](Self::interrupted), it could not be decompressed, or, of a success, it is longer than a
    /// limit. `None` for any other error.
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
            response, invalid, ..
        } = &*self.0;
        if response.status().is_success() && invalid.is_some() {
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
            .field("invalid_body", &self.invalid_body())
            .finish()
    }
}

impl<C: ImmersveErrorCode> Error for ApiError<C> {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.invalid_body().map(|invalid| invalid as _)
    }
}
