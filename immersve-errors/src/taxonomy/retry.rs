//! The retry verdict: whether a request may be sent again.

use super::{idempotency::Idempotency, name::names};

/// The retry verdict: whether the failed request may be sent again unchanged.
///
/// | verdict | applies to |
/// |---|---|
/// | [`Always`](Self::Always) | 421, 425 and 429, and codes documented as safe to retry |
/// | [`IfIdempotent`](Self::IfIdempotent) | 408 and 5xx: the request may have taken effect |
/// | [`Never`](Self::Never) | everything else |
///
/// The number of attempts and the delay are up to you: use exponential backoff, with the response's
/// `Retry-After` as the minimum delay.
///
/// ```
/// use immersve_errors::{Idempotency, Retry};
///
/// assert!(Retry::Always.allows(Idempotency::NotIdempotent));
/// assert!(Retry::IfIdempotent.allows(Idempotency::Idempotent));
/// assert!(!Retry::IfIdempotent.allows(Idempotency::NotIdempotent));
/// assert!(!Retry::Never.allows(Idempotency::Idempotent));
/// ```
///
/// Verdicts are ordered by what they allow, so the `min` of two allows only what both allow:
///
/// ```
/// # use immersve_errors::Retry;
/// assert_eq!(Retry::Always.min(Retry::IfIdempotent), Retry::IfIdempotent);
/// assert_eq!("if_idempotent".parse(), Ok(Retry::IfIdempotent));
/// ```
///
/// `Display` and serde use the [name](Self::as_str).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Retry {
    /// Do not retry: the response would be the same, or the request has taken effect.
    Never,
    /// Retry only idempotent requests: the request may have taken effect.
    IfIdempotent,
    /// Retry: the request has not taken effect, or is documented as safe to repeat.
    Always,
}

impl Retry {
    /// Whether the request may be sent again, given its HTTP method, its operation or its [`Idempotency`].
    #[must_use]
    pub fn allows(self, request: impl Into<Idempotency>) -> bool {
        match self {
            Self::Never => false,
            Self::IfIdempotent => request.into() == Idempotency::Idempotent,
            Self::Always => true,
        }
    }

    /// The verdict for a status alone, for middleware that does not see the body.
    ///
    /// | status | verdict | why |
    /// |---|---|---|
    /// | 421 | always | another server is responsible for the host ([RFC 9110 section 15.5.20](https://www.rfc-editor.org/rfc/rfc9110#section-15.5.20)); use a new connection |
    /// | 425 | always | the request was not processed ([RFC 8470 section 5.2](https://www.rfc-editor.org/rfc/rfc8470#section-5.2)); do not send it as early data again |
    /// | 429 | always | the request was not processed; wait as long as `Retry-After` says |
    /// | 408 | if idempotent | [RFC 9110 section 15.5.9](https://www.rfc-editor.org/rfc/rfc9110#section-15.5.9) allows it; but some proxies send a 408 after they have forwarded the request |
    /// | 5xx | if idempotent | the request may have taken effect |
    /// | any other | never | the same request gets the same response |
    ///
    /// 501, 505 and 511 are treated like any 5xx: a retry is harmless, but rarely helps.
    ///
    /// ```
    /// use immersve_errors::{Retry, http::StatusCode};
    ///
    /// assert_eq!(Retry::for_status(StatusCode::TOO_MANY_REQUESTS), Retry::Always);
    /// assert_eq!(Retry::for_status(StatusCode::BAD_GATEWAY), Retry::IfIdempotent);
    /// assert_eq!(Retry::for_status(StatusCode::FORBIDDEN), Retry::Never);
    /// ```
    #[cfg(feature = "response")]
    #[must_use]
    pub const fn for_status(status: http::StatusCode) -> Self {
        match status.as_u16() {
            421 | 425 | 429 => Self::Always,
            408 | 500..=599 => Self::IfIdempotent,
            _ => Self::Never,
        }
    }
}

names!(Retry {
    Never => "never",
    IfIdempotent => "if_idempotent",
    Always => "always",
});
