//! The base status taxonomy: what an HTTP status of the API means.

use http::StatusCode;

use crate::name::names;

/// The code of a 403 that says no more than that the resource is missing or permission is denied.
pub const FORBIDDEN: &str = "FORBIDDEN";

/// The code of a 400 whose fields are invalid.
pub const INVALID_REQUEST_INPUT: &str = "INVALID_REQUEST_INPUT";

/// Whether a code belongs to the status taxonomy and not to an operation: [`FORBIDDEN`] or
/// [`INVALID_REQUEST_INPUT`], which any operation may answer with.
///
/// ```
/// use immersve_errors::is_base_code;
///
/// assert!(is_base_code("FORBIDDEN"));
/// assert!(!is_base_code("KYC_REQUIRED"));
/// ```
#[must_use]
pub fn is_base_code(code: &str) -> bool {
    matches!(code, FORBIDDEN | INVALID_REQUEST_INPUT)
}

/// What an error response means, as the API's guide to HTTP status codes has it.
///
/// The guide names 200, 400, 401, 403, 404, 429 and 5xx; the taxonomy covers every other status too.
///
/// | kind | given for | send it again? |
/// |---|---|---|
/// | [`BadRequest`](Self::BadRequest) | 400 | never |
/// | [`Unauthorized`](Self::Unauthorized) | 401 | never |
/// | [`AccessDenied`](Self::AccessDenied) | 403 without a code, or with `FORBIDDEN` | never |
/// | [`BusinessRule`](Self::BusinessRule) | 403 with any other code | never |
/// | [`WrongEndpoint`](Self::WrongEndpoint) | 404 | never |
/// | [`RateLimited`](Self::RateLimited) | 429 | always, after `Retry-After` |
/// | [`Server`](Self::Server) | 5xx | if idempotent |
/// | [`InvalidResponse`](Self::InvalidResponse) | 2xx that could not be read | never, unless its body [broke off](crate::ApiError::interrupted) |
/// | [`Unexpected`](Self::Unexpected) | any other status | 421 and 425 always, 408 if idempotent, else never |
///
/// ```
/// use http::StatusCode;
/// use immersve_errors::ErrorKind;
///
/// let denied = ErrorKind::new(StatusCode::FORBIDDEN, Some("FORBIDDEN"));
/// assert_eq!(denied, ErrorKind::AccessDenied);
/// let refused = ErrorKind::new(StatusCode::FORBIDDEN, Some("INSUFFICIENT_FUNDS"));
/// assert_eq!(refused, ErrorKind::BusinessRule);
/// assert_eq!(refused.as_str(), "business_rule");
/// ```
///
/// One byte, `Send`, `Sync` and `Copy`. `Display` shows the [name](Self::as_str), which is
/// fit for metrics and logs, and serde writes it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// 400: the request is malformed. Correct its fields, query or path parameters; the same request
    /// gets the same answer. [`field_errors`](crate::ErrorResponse::field_errors) often say more.
    BadRequest,
    /// 401: the API key or JWT is missing, expired or invalid. Get a new one, then send the request
    /// with it.
    Unauthorized,
    /// 403 without a business rule: the resource does not exist, or this caller may not use it. Check
    /// the resource's id, the membership of its account, and the roles there.
    AccessDenied,
    /// 403 with a code: access is granted, a business rule is violated. The code says which one.
    BusinessRule,
    /// 404: no such URL, or not with this method. It never means a missing resource, which is a 403.
    /// Check the request against the API reference.
    WrongEndpoint,
    /// 429: too many requests. Wait as long as `Retry-After` says, then send the request again.
    RateLimited,
    /// 5xx: the fault is the API's. A later try may succeed, with a back-off that grows and ends; a
    /// request that is not idempotent may have taken effect.
    Server,
    /// A success whose body could not be read. The request has taken effect: look before sending it
    /// again. The client's types do not match what the API sent.
    InvalidResponse,
    /// A status that the guide does not name. A proxy may have answered, or a legacy endpoint.
    Unexpected,
}

impl ErrorKind {
    /// The kind of a response with this status and this code.
    #[must_use]
    pub fn new(status: StatusCode, code: Option<&str>) -> Self {
        match status.as_u16() {
            200..=299 => Self::InvalidResponse,
            400 => Self::BadRequest,
            401 => Self::Unauthorized,
            403 if matches!(code, None | Some("" | FORBIDDEN)) => Self::AccessDenied,
            403 => Self::BusinessRule,
            404 => Self::WrongEndpoint,
            429 => Self::RateLimited,
            500..=599 => Self::Server,
            _ => Self::Unexpected,
        }
    }

    /// What to do about it, in one sentence for a developer.
    #[must_use]
    pub const fn advice(self) -> &'static str {
        match self {
            Self::BadRequest => "Correct the request's fields, query or path parameters.",
            Self::Unauthorized => "Renew the API key or JWT, then send the request with it.",
            Self::AccessDenied => {
                "Check the resource's id, and this caller's membership and roles in its account."
            }
            Self::BusinessRule => {
                "Satisfy the rule that the code names; the endpoint documents it."
            }
            Self::WrongEndpoint => "Check the URL and the HTTP method against the API reference.",
            Self::RateLimited => "Wait as long as Retry-After says, then send the request again.",
            Self::Server => {
                "Send it again later if it is idempotent; otherwise find out first whether it took effect."
            }
            Self::InvalidResponse => {
                "The request took effect: correct the client's types before sending it again."
            }
            Self::Unexpected => "Look at the status and the body: a proxy may have answered.",
        }
    }
}

names!(ErrorKind {
    BadRequest => "bad_request",
    Unauthorized => "unauthorized",
    AccessDenied => "access_denied",
    BusinessRule => "business_rule",
    WrongEndpoint => "wrong_endpoint",
    RateLimited => "rate_limited",
    Server => "server",
    InvalidResponse => "invalid_response",
    Unexpected => "unexpected",
});
