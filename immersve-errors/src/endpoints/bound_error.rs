//! Binds an error to an operation at run time.

use super::operation::Operation;
use crate::{code::ImmersveErrorCode, error::ApiError};

impl<C: ImmersveErrorCode> ApiError<C> {
    /// Binds the error to the operation that answered.
    ///
    /// Then [`operation`](Self::operation) is its id, [`info`](Self::info) and so [`advice`](Self::advice) are what
    /// it documents about the code, and [`retry`](Self::retry) knows whether it is idempotent. What an enum
    /// documents about a code stays if the operation does not document it. All of that stays if the error is
    /// [cast](Self::cast).
    ///
    /// Use it for the operations that document no codes, and where the operation is known only at run time, as in a
    /// middleware or a command line.
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
