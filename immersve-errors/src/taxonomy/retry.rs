//! The verdict: whether a request may be sent again.

use super::{idempotency::Idempotency, name::names};

/// Whether the request that failed may be sent again, unchanged.
///
/// It does not say how long to wait. Wait at least as long as the response's `Retry-After` says, longer
/// before each try, and stop after some tries. Use a back-off crate for that.
///
/// | verdict | given for |
/// |---|---|
/// | [`Always`](Self::Always) | 421, 425 and 429, and codes documented as safe to retry |
/// | [`IfIdempotent`](Self::IfIdempotent) | 408 and 5xx: the request may have taken effect |
/// | [`Never`](Self::Never) | the rest |
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
/// A verdict that allows more is greater. So the `min` of two verdicts allows only what both allow:
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
    /// Do not send it again: the same request gets the same answer, or it has taken effect.
    Never,
    /// Send it again only if it is idempotent: it may have taken effect.
    IfIdempotent,
    /// Send it again: it has not taken effect, or it is documented as safe to repeat.
    Always,
}

impl Retry {
    /// Whether a request may be sent again: one with this method, of this operation, or with this
    /// [`Idempotency`].
    #[must_use]
    pub fn allows(self, request: impl Into<Idempotency>) -> bool {
        match self {
            Self::Never => false,
            Self::IfIdempotent => request.into() == Idempotency::Idempotent,
            Self::Always => true,
        }
    }

    /// The verdict for a status alone, for a middleware that sees no body.
    ///
    /// | status | verdict | why |
    /// |---|---|---|
    /// | 421 | always | another server answers for the host ([RFC 9110 section 15.5.20](https://www.rfc-editor.org/rfc/rfc9110#section-15.5.20)); use a new connection |
    /// | 425 | always | the request was not processed ([RFC 8470 section 5.2](https://www.rfc-editor.org/rfc/rfc8470#section-5.2)); do not send it as early data again |
    /// | 429 | always | the request was not processed; wait as long as `Retry-After` says |
    /// | 408 | if idempotent | [RFC 9110 section 15.5.9](https://www.rfc-editor.org/rfc/rfc9110#section-15.5.9) allows it: the server had no whole request. Some proxies also say 408 after they sent the request on |
    /// | 5xx | if idempotent | the request may have taken effect |
    /// | any other | never | the same request gets the same answer |
    ///
    /// 501, 505 and 511 count as 5xx. Another try does no harm there, but seldom helps.
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
