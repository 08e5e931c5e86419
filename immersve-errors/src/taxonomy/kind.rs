//! The kind of an error: the meaning of its HTTP status.

use http::StatusCode;

use super::{base_code::BaseCode, name::names};

/// The kind of an error response, by its HTTP status and code.
///
/// The source is the API's guide to HTTP status codes, which describes 200, 400, 401, 403, 404, 429 and 5xx.
///
/// | kind | response | retry |
/// |---|---|---|
/// | [`BadRequest`](Self::BadRequest) | 400 | never |
/// | [`Unauthorized`](Self::Unauthorized) | 401 | never |
/// | [`AccessDenied`](Self::AccessDenied) | 403 without a code, or with `FORBIDDEN` | never |
/// | [`BusinessRule`](Self::BusinessRule) | 403 with any other code | never |
/// | [`WrongEndpoint`](Self::WrongEndpoint) | 404 | never |
/// | [`RateLimited`](Self::RateLimited) | 429 | always, after `Retry-After` |
/// | [`Server`](Self::Server) | 5xx | if idempotent |
/// | [`InvalidResponse`](Self::InvalidResponse) | 2xx that cannot be decoded | if idempotent when [interrupted](crate::ApiError::interrupted), else never |
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
/// `Display` and serde use the [name](Self::as_str), which is suitable as a metric label.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// 400: the body, query or path of the request is malformed.
    ///
    /// Correct the request: sending it again unchanged gets the same response.
    /// [`field_errors`](crate::ErrorResponse::field_errors) may name the mistakes.
    ///
    /// `create-card`, `reissue-card` and `provision-card-to-apple-pay` document codes under 400. Other
    /// input rules have a code under 403: `INVALID_PIN_FORMAT`, `FILE_TOO_LARGE`, `FILE_TYPE_INVALID`
    /// and `INVALID_CHAIN`.
    BadRequest,
    /// 401: the API key or token is missing, expired or invalid.
    ///
    /// Send an API key as `x-api-key` and its secret as `x-api-secret`, or the access token of a session
    /// in `authorization`, after `Bearer`. An access token expires after about 20 minutes, a refresh
    /// token after about 30 days; the JWT claim `exp` has the exact time. Get a new pair from
    /// `exchange-auth-token` and store the new refresh token: each works once. After `logout`, no token
    /// of the session is valid, and the user must log in again.
    ///
    /// `exchange-auth-token` itself refuses a token with 403 and a code. It needs no credential, and
    /// neither do `sign-up`, `initiate-login`, `complete-login`, `initiate-siwe-login` and
    /// `complete-siwe-login`.
    ///
    /// The API does not document the body, how to tell the causes apart, or the response to a request
    /// with only one of the two headers of an API key.
    Unauthorized,
    /// 403 with `FORBIDDEN` or without a code: the caller lacks permission, or the resource does not
    /// exist. The API does not tell the two apart.
    ///
    /// Check the id of the resource. Check also whether the user or API key belongs to the account that
    /// owns it, with a role that allows the action: `account-owner` (all of one account),
    /// `account-admin` (client applications, API keys and funding channels of the partner) or
    /// `card-issuer` (cards and funding sources).
    ///
    /// Send `x-account-id` to select the account whose permissions count; the default is the account of
    /// the API key, or the primary account of the session. A custodial integration must send it to act
    /// on the accounts of its cardholders. A session can have the scope `cardholder-partner`, which is
    /// requested at login; an API key has no scopes.
    ///
    /// Any operation can answer this way, even if it does not list `FORBIDDEN`. The cause can also be a
    /// business rule without a code of its own: see [`BaseCode::Forbidden`]. The `callbackUrl` of `get-card-token`
    /// works once; every later use gets a 403. If the [body is
    /// truncated](crate::ErrorResponse::is_truncated), the missing part may contain the code of a
    /// business rule.
    ///
    /// The API does not document the response if `x-account-id` is missing; it is likely this one.
    AccessDenied,
    /// 403 with another code: access is granted, and a business rule is violated.
    ///
    /// Satisfy the rule that the code names. `endpoints::operations_with_code` finds what is documented
    /// about it; for a newer code, see the API reference. Show the [`reason`](crate::ErrorResponse::reason)
    /// to people, but do not match on it: it is not documented as stable.
    BusinessRule,
    /// 404: the URL does not exist, or does not support the method. A missing resource is a 403.
    ///
    /// Check the path, method and host. The hosts are `https://api.immersve.com` (live) and
    /// `https://test.immersve.com` (test); for `set-card-pin`, they are `https://api-sec.immersve.com`
    /// and `https://test-sec.immersve.com`. The operations of the simulator are on the test host only.
    WrongEndpoint,
    /// 429: too many requests.
    ///
    /// Wait for the seconds in `Retry-After`, then send the request again. Spread requests evenly: the
    /// limit is 2000 a minute, or 500 if `/spending-prerequisites` is called. It counts per partner
    /// account with an API key, per user with a session, and per IP address without a credential. For
    /// a higher limit, write to `support@immersve.com`.
    ///
    /// Prefer webhooks to polling. Polling `get-spending-prerequisites` often or for a long time is not
    /// supported and can lead to a 429; so can tight retry loops. A guide accepts a request every 5 to
    /// 10 seconds while the user waits, for 2 to 3 minutes at most.
    ///
    /// The API does not document the body, a header with the remaining requests, or whether the 500
    /// covers all requests or that path only.
    RateLimited,
    /// 5xx: a fault of the API, expected to be temporary.
    ///
    /// Send the request again if it is idempotent: a limited number of times, with a longer wait before
    /// each. Otherwise find out first whether it took effect, to avoid a duplicate. If the error lasts,
    /// write to `support@immersve.com`.
    ///
    /// These are documented as safe to repeat: `submit-kyc-statement` with the same `idempotencyKey`;
    /// `submit-3ds-challenge-outcome` after a 5xx or a timeout, until the `expiryTime` of the challenge;
    /// `create-report-download-url`; and `provision-card-to-apple-pay` after `PAYMENT_BRIDGE_ERROR`. Only
    /// `submit-kyc-statement` has an idempotency key, so repeating `create-card`, `reissue-card`,
    /// `create-account`, `create-funding-source` or `create-withdrawal-intent` may act twice.
    ///
    /// The API does not document a body or `Retry-After` for a 5xx, or what to do if the response of
    /// `exchange-auth-token` is lost, which uses up its refresh token.
    Server,
    /// 2xx: the body cannot be decoded.
    ///
    /// Find out whether the request took effect before sending it again. The body may not match the
    /// client's types, may be truncated, or may come from a proxy or the login page of a network.
    InvalidResponse,
    /// Any other status, not described by the API's guide.
    ///
    /// Look at the status and the body: a proxy may have answered, or a legacy endpoint.
    Unexpected,
}

impl ErrorKind {
    /// The kind of an error response with this status and code.
    #[must_use]
    pub fn new(status: StatusCode, code: Option<&str>) -> Self {
        let forbidden: &str = BaseCode::Forbidden.as_ref();
        match status.as_u16() {
            200..=299 => Self::InvalidResponse,
            400 => Self::BadRequest,
            401 => Self::Unauthorized,
            403 if code.is_none_or(|code| code.is_empty() || code == forbidden) => {
                Self::AccessDenied
            }
            403 => Self::BusinessRule,
            404 => Self::WrongEndpoint,
            429 => Self::RateLimited,
            500..=599 => Self::Server,
            _ => Self::Unexpected,
        }
    }

    /// What a developer should do about an error of this kind.
    ///
    /// One line of plain text that begins with the action, with names in backticks.
    #[must_use]
    pub const fn advice(self) -> &'static str {
        match self {
            Self::BadRequest => {
                "Correct the body, query or path of the request: sending it again unchanged gets \
                 the same response. The field errors of the response, if any, name the mistakes."
            }
            Self::Unauthorized => {
                "Check the credential. Send an API key as `x-api-key` and its secret as \
                 `x-api-secret`, or the access token of a session in `authorization`, after \
                 `Bearer`. An access token expires after about 20 minutes: get a new pair from \
                 `exchange-auth-token`, and store the new refresh token, because each works once. \
                 If the refresh token has expired, after about 30 days, or the session was ended \
                 by `logout`, let the user log in again."
            }
            Self::AccessDenied => {
                "Check the id of the resource, and whether the user or API key belongs to the \
                 account that owns it, with a role that allows the action. The header \
                 `x-account-id` selects the account; a custodial integration must send it to act \
                 on the accounts of its cardholders. A session may lack the scope \
                 `cardholder-partner`, which is requested at login. At `reissue-card` and \
                 `create-report-download-url`, the cause can also be a business rule."
            }
            Self::BusinessRule => {
                "Look up the code at the operation in the API reference, and satisfy the rule that it \
                 names. Show the reason of the response, if there is one, to people, but do not \
                 match on it."
            }
            Self::WrongEndpoint => {
                "Check the path, method and host against the API reference; a missing resource is \
                 a 403. `set-card-pin` has hosts of its own: `https://api-sec.immersve.com` and \
                 `https://test-sec.immersve.com`. The simulator is on the test host only."
            }
            Self::RateLimited => {
                "Wait for the seconds in `Retry-After`, then send the request again. Spread \
                 requests evenly: the limit is 2000 a minute, or 500 if `/spending-prerequisites` \
                 is called. For a higher limit, write to `support@immersve.com`."
            }
            Self::Server => {
                "Send the request again if it is idempotent: a limited number of times, with a \
                 longer wait before each. Otherwise find out first whether it took effect. Also \
                 safe to repeat are `submit-kyc-statement` with the same `idempotencyKey`, \
                 `submit-3ds-challenge-outcome` before the `expiryTime` of the challenge, and \
                 `create-report-download-url`. If the error lasts, write to \
                 `support@immersve.com`."
            }
            Self::InvalidResponse => {
                "Find out whether the request took effect before sending it again. Then look at \
                 the body: it may not match the client's types, may be truncated, or may come \
                 from a proxy."
            }
            Self::Unexpected => {
                "Look at the status and the body: a proxy may have answered, or a legacy \
                 endpoint."
            }
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
