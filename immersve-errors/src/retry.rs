//! Whether a request may be sent again.

use crate::name::names;

/// Whether the request behind an error may be sent again, unchanged.
///
/// This says *whether*, never *when*: wait at least the response's `Retry-After`, and use a
/// back-off that grows and ends, from a crate made for it.
///
/// | verdict | given for |
/// |---|---|
/// | [`Always`](Self::Always) | 421, 425 and 429, and codes documented as safe to retry |
/// | [`IfIdempotent`](Self::IfIdempotent) | 408 and 5xx: the request may have taken effect |
/// | [`Never`](Self::Never) | the rest |
///
/// ```
/// use immersve_errors::Retry;
///
/// assert!(Retry::Always.allows(false));
/// assert!(Retry::IfIdempotent.allows(true));
/// assert!(!Retry::IfIdempotent.allows(false));
/// assert!(!Retry::Never.allows(true));
/// ```
///
/// A verdict that allows more is greater, so the `min` of two allows no more than both:
///
/// ```
/// # use immersve_errors::Retry;
/// assert_eq!(Retry::Always.min(Retry::IfIdempotent), Retry::IfIdempotent);
/// assert_eq!("if_idempotent".parse(), Ok(Retry::IfIdempotent));
/// ```
///
/// One byte, `Send`, `Sync` and `Copy`. `Display` shows the [name](Self::as_str), and serde writes it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Retry {
    /// The same request gets the same answer, or has taken effect.
    Never,
    /// The request may have taken effect, so only one that is idempotent may be sent again.
    IfIdempotent,
    /// The request has not taken effect, or is documented as safe to repeat.
    Always,
}

impl Retry {
    /// Whether a request may be sent again, given whether it is idempotent: whether sending it twice
    /// has the same effect as sending it once.
    #[must_use]
    pub const fn allows(self, idempotent: bool) -> bool {
        match self {
            Self::Never => false,
            Self::IfIdempotent => idempotent,
            Self::Always => true,
        }
    }

    /// The verdict of a status alone, without a code, for a middleware that sees no body.
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
    /// 501, 505 and 511 are 5xx like any other. Another try does no harm there, and seldom helps: a
    /// back-off that ends is needed anyway.
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
