//! The code of an error: as a value of an enum, as the server sent it, and what is documented about it.

use super::api_error::ApiError;
use crate::{
    code::{CodeInfo, ImmersveErrorCode},
    escape::Escaped,
    taxonomy::BaseCode,
};

impl<C: ImmersveErrorCode> ApiError<C> {
    /// The code as a value of the enum `C`.
    ///
    /// It is the result of [`from_code`](ImmersveErrorCode::from_code) for the [wire
    /// code](Self::wire_code). `None` if the response has no code, or a code that a closed enum does not
    /// know. Base codes such as `FORBIDDEN` are read like all others; [`kind`](Self::kind) tells what
    /// they mean.
    #[must_use]
    pub fn code(&self) -> Option<&C> {
        self.0.code.as_ref()
    }

    /// Takes the [code](Self::code) out of the error.
    #[must_use]
    pub fn into_code(self) -> Option<C> {
        self.0.code
    }

    /// The code as a value of another enum `D`.
    ///
    /// Use it where the type of the error is `ApiError<`[`AnyCode`](crate::AnyCode)`>`, and you want to
    /// match on the codes of one endpoint. `None` if the response has no code, or a code that a closed
    /// enum does not know.
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

    /// What is documented about the code; `None` if nothing is.
    ///
    /// If the error was [cast](Self::cast), it comes from the first of its enums that documents the
    /// code.
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

    /// The [wire code](Self::wire_code) for a log: escaped, and at most 128 bytes of it.
    ///
    /// A server can send any number of different codes, so do not use it as a label of a metric: use
    /// [`code_label`](Self::code_label).
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

    /// A name of the code for the labels of a metric.
    ///
    /// It is the canonical code if the code is [documented](Self::info) or a [`BaseCode`]; `unknown` for any
    /// other code; `none` if there is no code.
    ///
    /// There are few labels, whatever the server sends. An [`AnyCode`](crate::AnyCode) documents no
    /// codes. So the label of an error that was read as `AnyCode`, and was never [cast](Self::cast), is
    /// `unknown`.
    #[must_use]
    pub fn code_label(&self) -> &'static str {
        let Some(code) = self.wire_code() else {
            return "none";
        };
        let base = || BaseCode::from_code(code)?.info();
        self.info().or_else(base).map_or("unknown", CodeInfo::code)
    }

    /// Whether this error has a code, given as a value of any enum.
    ///
    /// The two have the same code if they share a text. The texts of the error are its wire code and, if
    /// the code is [documented](Self::info), its canonical code and aliases. The texts of `code` are its
    /// canonical code and aliases.
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

    /// Turns the error into the same error with the code as a value of another enum `D`.
    ///
    /// `?` does not cast from enum to enum: write `.map_err(ApiError::cast)?`. Do not go through
    /// [`into_response`](Self::into_response), which loses what this method keeps.
    ///
    /// Nothing is lost. If the code is [documented](Self::info), that stays, and so
    /// [`has_code`](Self::has_code), [`code_label`](Self::code_label) and the verdict stay too. If it is
    /// not, what `D` documents counts from now on. So an error that a middleware read as
    /// [`AnyCode`](crate::AnyCode) becomes the error that would have been read as `D`. The
    /// [operation](Self::operation) stays too.
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
