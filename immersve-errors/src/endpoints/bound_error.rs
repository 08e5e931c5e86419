//! Binding an error to an operation at run time.

use super::operation::Operation;
use crate::{code::ImmersveErrorCode, error::ApiError};

impl<C: ImmersveErrorCode> ApiError<C> {
    /// Binds the error to an operation, for operations without an enum and for middleware.
    ///
    /// [`operation`](Self::operation) returns its id, and [`retry`](Self::retry) takes its idempotency into account.
    /// [`info`](Self::info) and [`advice`](Self::advice) use its documentation of the code, unless the error's enum
    /// has documented the code already. A [cast](Self::cast) keeps the binding.
    ///
    /// ```
    /// use immersve_errors::{ApiError, ErrorResponse, Retry, endpoints, http::StatusCode};
    ///
    /// let response = ErrorResponse::builder(StatusCode::BAD_GATEWAY).build();
    /// let error = ApiError::from(response);
    /// assert_eq!(error.retry(), Retry::IfIdempotent);
    ///
    /// let list_cards = endpoints::operation_at("GET", "/api/accounts/1/cards").unwrap();
    /// let error: ApiError = error.at(list_cards);
    /// assert_eq!(error.operation(), Some("list-cards"));
    /// assert_eq!(error.retry(), Retry::Always);
    /// ```
    #[must_use]
    pub fn at(self, operation: &'static Operation) -> Self {
        let info = self.wire_code().and_then(|code| operation.info(code));
        self.bind(operation.operation_id(), operation.idempotency(), info)
    }
}
