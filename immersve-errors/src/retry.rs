//! Whether a request may be sent again.

use crate::name::names;

/// Whether the request behind an error may be sent again, unchanged.
///
/// This says *whether*, never *when*: wait at least the response's `Retry-After`, and use a
/// back-off that grows and ends, from a crate made for it.
///
/// | verdict | given for |
/// |---|---|
/// | [`Always`](Self::Always) | 429, and codes documented as safe to retry |
/// | [`IfIdempotent`](Self::IfIdempotent) | 5xx: the request may have taken effect |
/// | [`Never`](Self::Never) | the rest: the same request gets the same answer |
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
    /// The same request would get the same answer.
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
}

names!(Retry {
    Never => "never",
    IfIdempotent => "if_idempotent",
    Always => "always",
});
