//! The base status taxonomy: what an HTTP status of the API means.

use http::StatusCode;

use crate::{Retry, name::names};

/// The code of a 403 that names no rule: the resource is missing, or permission is denied. The API
/// does not tell the two apart.
///
/// Two operations answer with it for a business rule as well: `reissue-card`, and
/// `create-report-download-url` if the artifact of the report is unavailable. Rules that only the API's
/// guides state, such as the limit of three active webhook listeners, may get it too: their code is
/// not documented.
pub const FORBIDDEN: &str = "FORBIDDEN";

/// The code of a 400 whose fields are invalid.
///
/// The API document has it in an example only. Until 2025-03-11 that example was `BAD_REQUEST`, which
/// is a [base code](is_base_code) still. A 400 is a [`BadRequest`](ErrorKind::BadRequest) with any code.
pub const INVALID_REQUEST_INPUT: &str = "INVALID_REQUEST_INPUT";

/// Whether a code belongs to the status taxonomy and not to an operation: [`FORBIDDEN`] or
/// [`INVALID_REQUEST_INPUT`], which any operation may answer with, or the former name of the second.
///
/// ```
/// use immersve_errors::is_base_code;
///
/// assert!(is_base_code("FORBIDDEN"));
/// assert!(is_base_code("BAD_REQUEST"));
/// assert!(!is_base_code("KYC_REQUIRED"));
/// ```
#[must_use]
pub fn is_base_code(code: &str) -> bool {
    // The last one is what INVALID_REQUEST_INPUT was called until 2025-03-11.
    matches!(code, FORBIDDEN | INVALID_REQUEST_INPUT | "BAD_REQUEST")
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
/// | [`Unexpected`](Self::Unexpected) | any other status | never |
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
    /// 400: the request is malformed, in its body, its query or its path.
    ///
    /// Correct it before sending it again: unchanged, it gets the same answer.
    /// [`field_errors`](crate::ErrorResponse::field_errors) may say where. `create-card`,
    /// `reissue-card` and `provision-card-to-apple-pay` document codes under 400. Some operations
    /// answer bad input with a code under 403 instead, such as `INVALID_PIN_FORMAT`.
    BadRequest,
    /// 401: the API key or the token is missing, expired or invalid.
    ///
    /// An API key is sent as `x-api-key`, with its secret as `x-api-secret`. A session sends its
    /// token in `authorization`, after `Bearer`. An access token expires after about 20 minutes, a
    /// refresh token after about 30 days; the claim `exp` of the JWT says exactly when.
    /// `exchange-auth-token` takes the refresh token for a new pair. A refresh token works once, so
    /// store the new one each time. `logout` ends all tokens of the session. `sign-up`,
    /// `initiate-login`, `complete-login`, `exchange-auth-token`, `initiate-siwe-login` and
    /// `complete-siwe-login` need no credential.
    ///
    /// The API does not document the body, nor how to tell the causes apart.
    Unauthorized,
    /// 403 with `FORBIDDEN` or without a code: the resource is missing, or permission is denied.
    /// The API does not tell the two apart.
    ///
    /// Check the id of the resource, and whether the user or the API key is a member of the account
    /// that owns it, with a role that allows the action: `account-owner` (all of one account),
    /// `account-admin` (client applications, API keys and funding channels of the partner) or
    /// `card-issuer` (cards and funding sources).
    ///
    /// The header `x-account-id` selects the account whose permissions count. Without it, that is
    /// the account of the API key or the primary account of the session. To act on the accounts of
    /// its cardholders, a custodial integration has to send it. The scope of a session,
    /// `cardholder-partner`, is requested at login; an API key has none.
    ///
    /// A business rule without a code of its own is of this kind too: see
    /// [`FORBIDDEN`](crate::FORBIDDEN). The `callbackUrl` of `get-card-token` works once; after
    /// that its answer is a 403.
    AccessDenied,
    /// 403 with another code: access is granted, and a business rule is violated.
    ///
    /// The code says which rule; `endpoints::operations_with_code` finds what is documented of it.
    /// [`reason`](crate::ErrorResponse::reason) may say more to a person. It is not documented as
    /// stable, so a program should not compare it.
    BusinessRule,
    /// 404: no such URL, or not with this method. It never means a missing resource, which is a
    /// 403.
    ///
    /// Check path, method and host. The hosts are `https://api.immersve.com` for live and
    /// `https://test.immersve.com` for test; those of `set-card-pin` are
    /// `https://api-sec.immersve.com` and `https://test-sec.immersve.com`. The operations of the
    /// simulator are on the test host only.
    WrongEndpoint,
    /// 429: too many requests. Wait for the seconds in `Retry-After`, then send the request again.
    ///
    /// The limit is 2000 requests a minute, spread evenly, or 500 if `/spending-prerequisites` is
    /// called. It counts for the partner account of an API key, the user of a session, or the IP
    /// address of a request without a credential. `support@immersve.com` can raise it. The API does
    /// not document whether the 500 are for all requests or for that path only.
    ///
    /// Frequent or lasting polling of `get-spending-prerequisites` can lead here, and so can a
    /// tight loop of retries. A guide polls every 5 to 10 seconds while the user waits, gives up
    /// after 2 to 3 minutes, and prefers webhooks.
    RateLimited,
    /// 5xx: the fault is the API's, and it should pass.
    ///
    /// A later try may succeed. Limit the number of tries, and wait longer before each. A request
    /// that is not idempotent may have taken effect, so find out before sending it again.
    ///
    /// These are documented as safe to repeat: `submit-kyc-statement` with the same
    /// `idempotencyKey`; `submit-3ds-challenge-outcome` before the challenge's `expiryTime`;
    /// `create-report-download-url`; and `provision-card-to-apple-pay` after
    /// `PAYMENT_BRIDGE_ERROR`. No other operation takes an idempotency key, so `create-card`,
    /// `reissue-card`, `create-account`, `create-funding-source` and `create-withdrawal-intent` may
    /// act twice. A call of `exchange-auth-token` uses the refresh token up; the API does not
    /// document how to go on if the answer is lost.
    Server,
    /// A success whose body could not be read.
    ///
    /// The request may have taken effect: look before sending it again. Either the client's types
    /// do not match what the API sent, or the body broke off, or something on the way answered in
    /// the API's place, such as a proxy or the login page of a network.
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

    /// What to look at and what to do, for a developer: some plain sentences, with the names of headers
    /// and operations in backticks.
    #[must_use]
    pub const fn advice(self) -> &'static str {
        match self {
            Self::BadRequest => {
                "Correct the body, the query or the path of the request; unchanged, it gets the same \
                 answer. The field errors of the response, if there are any, say where."
            }
            Self::Unauthorized => {
                "Check the credential. An API key goes into `x-api-key` and its secret into \
                 `x-api-secret`; the token of a session goes into `authorization`, after `Bearer`. An \
                 access token expires after about 20 minutes: get a new pair from `exchange-auth-token`, and store the new \
                 refresh token, because each works once. After about 30 days, or after `logout`, the \
                 user has to log in again."
            }
            Self::AccessDenied => {
                "Check the id of the resource, and whether the user or API key is a member of the \
                 account that owns it, with a role that allows the action. The header `x-account-id` \
                 selects the account; a custodial integration has to send it to act on the accounts \
                 of its cardholders. A session may lack the scope `cardholder-partner`, which is asked \
                 for at login. At `reissue-card` and `create-report-download-url` the cause can be a \
                 business rule too."
            }
            Self::BusinessRule => {
                "Satisfy the rule that the code names; the operation documents it. The reason in the \
                 response, if there is one, is for people: do not compare it in a program."
            }
            Self::WrongEndpoint => {
                "Check the path, the method and the host against the API reference; a missing resource \
                 is a 403. `set-card-pin` has hosts of its own, `https://api-sec.immersve.com` and \
                 `https://test-sec.immersve.com`, and the simulator is on the test host only."
            }
            Self::RateLimited => {
                "Wait for the seconds in `Retry-After`, then send the request again. The limit is 2000 \
                 requests a minute, spread evenly, or 500 if `/spending-prerequisites` is called; \
                 `support@immersve.com` can raise it."
            }
            Self::Server => {
                "Send the request again if it is idempotent: a limited number of times, with a longer \
                 wait before each. Otherwise find out first whether it took effect. Also safe to \
                 repeat are `submit-kyc-statement` with the same `idempotencyKey`, \
                 `submit-3ds-challenge-outcome` before its `expiryTime`, and \
                 `create-report-download-url`. If the error lasts, write to `support@immersve.com`."
            }
            Self::InvalidResponse => {
                "Find out whether the request took effect before sending it again. Then look at the \
                 body: the client's types may not match it, it may have broken off, or something on \
                 the way may have answered in the API's place."
            }
            Self::Unexpected => {
                "Look at the status and the body: a proxy may have answered, or a legacy endpoint."
            }
        }
    }

    /// The verdict of the status alone, without a code's own hint.
    #[must_use]
    pub const fn retry(self) -> Retry {
        match self {
            Self::RateLimited => Retry::Always,
            Self::Server => Retry::IfIdempotent,
            _ => Retry::Never,
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
