//! A documented operation of the API.

use crate::{code::CodeInfo, taxonomy::Idempotency};

/// An operation of the API: id, method, path and documented codes.
///
/// [`OPERATIONS`](super::OPERATIONS) has all operations; [`operation`](super::operation()) and
/// [`operation_at`](super::operation_at) find one.
///
/// ```
/// use immersve_errors::endpoints;
///
/// let reissue = endpoints::operation("reissue-card").unwrap();
/// assert_eq!(reissue.method(), "POST");
/// assert_eq!(reissue.path(), "/api/cards/{cardId}/reissue");
/// assert_eq!(reissue.resource(), "card");
/// assert!(reissue.codes().iter().any(|info| info.code() == "CARD_NOT_FOUND"));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Operation {
    resource: &'static str,
    id: &'static str,
    method: &'static str,
    path: &'static str,
    codes: &'static [CodeInfo],
    repeatable: bool,
}

impl From<&Operation> for Idempotency {
    fn from(operation: &Operation) -> Self {
        operation.idempotency()
    }
}

impl Operation {
    /// Creates an operation without codes.
    pub(super) const fn new(
        resource: &'static str,
        id: &'static str,
        method: &'static str,
        path: &'static str,
    ) -> Self {
        Self {
            resource,
            id,
            method,
            path,
            codes: &[],
            repeatable: false,
        }
    }

    /// Marks the operation as documented to be safe to repeat despite its method.
    pub(super) const fn repeatable(mut self) -> Self {
        self.repeatable = true;
        self
    }

    pub(super) const fn with_codes(mut self, codes: &'static [CodeInfo]) -> Self {
        self.codes = codes;
        self
    }

    /// The `operationId`, such as `create-card`.
    ///
    /// `POST /auth/logout` has no id in the API document; here it is `logout`.
    #[must_use]
    pub const fn operation_id(&self) -> &'static str {
        self.id
    }

    /// The HTTP method, in uppercase.
    #[must_use]
    pub const fn method(&self) -> &'static str {
        self.method
    }

    /// Whether a request can safely be repeated, by its method ([RFC 9110 section
    /// 9.2.2](https://www.rfc-editor.org/rfc/rfc9110#section-9.2.2)) or by the documentation of the API.
    ///
    /// These operations are documented as safe to repeat although they use `POST`: `get-spending-prerequisites`,
    /// which only looks something up; `create-report-download-url`, which creates a new URL each time;
    /// `submit-3ds-challenge-outcome`, until the `expiryTime` of the challenge; and `submit-kyc-statement`, with
    /// the same `idempotencyKey`.
    ///
    /// [`Retry::allows`](crate::Retry::allows) takes an operation:
    ///
    /// ```
    /// use immersve_errors::{Retry, endpoints};
    ///
    /// let list = endpoints::operation("list-cards").unwrap();
    /// assert!(Retry::IfIdempotent.allows(list));
    /// let freeze = endpoints::operation("freeze-card").unwrap();
    /// assert!(!Retry::IfIdempotent.allows(freeze));
    /// ```
    #[must_use]
    pub const fn idempotency(&self) -> Idempotency {
        match self.method.as_bytes() {
            b"GET" | b"PUT" | b"DELETE" => Idempotency::Idempotent,
            _ if self.repeatable => Idempotency::Idempotent,
            _ => Idempotency::NotIdempotent,
        }
    }

    /// The path, with parameters in braces: `/api/cards/{cardId}/reissue`.
    #[must_use]
    pub const fn path(&self) -> &'static str {
        self.path
    }

    /// The group of the operation in the API reference, such as `card`.
    #[must_use]
    pub const fn resource(&self) -> &'static str {
        self.resource
    }

    /// The documented codes, without base codes: the [`CODES`](crate::ImmersveErrorCode::CODES) of the operation's
    /// enum.
    #[must_use]
    pub const fn codes(&self) -> &'static [CodeInfo] {
        self.codes
    }

    /// What the operation documents about a code or an alias, if anything.
    ///
    /// ```
    /// use immersve_errors::endpoints;
    ///
    /// let withdraw = endpoints::operation("create-withdrawal-intent").unwrap();
    /// let info = withdraw.info("INSUFFICIENT_FUNDS").unwrap();
    /// assert_eq!(info.code(), "INSUFFICIENT_BALANCE");
    /// assert_eq!(withdraw.info("CARD_NOT_FOUND"), None);
    /// ```
    #[must_use]
    pub fn info(&self, code: &str) -> Option<&'static CodeInfo> {
        self.codes.iter().find(|info| info.is_called(code))
    }

    /// Whether a request with this method and path, with values for the parameters, is for this operation.
    pub(super) fn answers(&self, method: &str, path: &str) -> bool {
        if self.method != method {
            return false;
        }
        let mut template = self.path.split('/');
        let mut segments = path.split('/');
        loop {
            match (template.next(), segments.next()) {
                (None, None) => return true,
                (Some(parameter), Some(segment)) if parameter.starts_with('{') => {
                    if segment.is_empty() {
                        return false;
                    }
                }
                (Some(literal), Some(segment)) if literal == segment => {}
                _ => return false,
            }
        }
    }
}
