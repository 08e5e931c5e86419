//! The code of an error: as a variant, as the server sent it, and what is documented about it.

use super::api_error::ApiError;
use crate::{
    code::{CodeInfo, ImmersveErrorCode},
    escape::Escaped,
    taxonomy::BaseCode,
};

impl<C: ImmersveErrorCode> ApiError<C> {
    /// The code as a variant of `C`.
    ///
    /// `None` if the response has no code, or one that a closed enum does not know. Base codes such as
    /// `FORBIDDEN` are parsed like any other code; [`kind`](Self::kind) covers their meaning.
    #[must_use]
    pub fn code(&self) -> Option<&C> {
        self.0.code.as_ref()
    }

    /// Converts the error into its [code](Self::code).
    #[must_use]
    pub fn into_code(self) -> Option<C> {
        self.0.code
    }

    /// The code as a variant of another enum.
    ///
    /// Use it to match the codes of one operation when the error is an
    /// `ApiError<`[`AnyCode`](crate::AnyCode)`>`. `None` if the response has no code, or one that a closed enum
    /// does not know.
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

    /// What is documented about the code, if anything.
    ///
    /// After a [cast](Self::cast), the first enum that documents the code counts.
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

    /// The [wire code](Self::wire_code) for a log: escaped, at most 128 bytes.
    ///
    /// For metric labels, use [`code_label`](Self::code_label), because a server can send any number of codes.
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

    /// The code as a metric label, of bounded cardinality.
    ///
    /// The canonical code if the code is [documented](Self::info) or a [`BaseCode`], `unknown` for any other
    /// code, and `none` without a code. [`AnyCode`](crate::AnyCode) documents no codes, so an error decoded as
    /// `AnyCode` and never [cast](Self::cast) has the label `unknown`.
    #[must_use]
    pub fn code_label(&self) -> &'static str {
        let Some(code) = self.wire_code() else {
            return "none";
        };
        let base = || BaseCode::from_code(code)?.info();
        self.info().or_else(base).map_or("unknown", CodeInfo::code)
    }

    /// Whether this error has the given code, which may be of any enum.
    ///
    /// Aliases count on both sides: the wire code, or the canonical code or an alias
    /// [documented](Self::info) for it, must equal the canonical code or an alias of `code`.
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

    /// Changes the enum of the code.
    ///
    /// `?` does not cast from enum to enum; write `.map_err(ApiError::cast)?`.
    ///
    /// The cast keeps the response, the [operation](Self::operation) and what is
    /// [documented](Self::info) about the code, and with it [`has_code`](Self::has_code),
    /// [`code_label`](Self::code_label) and [`retry`](Self::retry). If nothing is documented yet, the
    /// documentation of `D` counts from now on: an error that a middleware decoded as
    /// [`AnyCode`](crate::AnyCode) becomes what decoding as `D` would have returned.
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
        let mut cast = ApiError::from_parts(
            inner.response,
            inner.info,
            inner.operation,
            inner.body_error,
        );
        cast.0.idempotency = inner.idempotency;
        cast
    }
}
