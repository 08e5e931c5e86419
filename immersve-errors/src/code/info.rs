//! What the API documents of one code.

use crate::Retry;

/// What the API documents of one code.
///
/// The derive fills [`ImmersveErrorCode::CODES`](crate::ImmersveErrorCode::CODES) with these. In a hand-written implementation, or a
/// test, they are built in one constant expression:
///
/// ```
/// use immersve_errors::{CodeInfo, Retry};
///
/// static PAYMENT_BRIDGE_ERROR: CodeInfo = CodeInfo::new("PAYMENT_BRIDGE_ERROR")
///     .with_statuses(&[503])
///     .with_retry(Retry::Always)
///     .with_description("The upstream provisioning service is down.");
///
/// assert_eq!(PAYMENT_BRIDGE_ERROR.code(), "PAYMENT_BRIDGE_ERROR");
/// assert_eq!(PAYMENT_BRIDGE_ERROR.statuses(), [503]);
/// assert_eq!(CodeInfo::new("KYC_REQUIRED").statuses(), [403]);
/// ```
///
/// `Send`, `Sync` and `Copy`; it holds references to constants only.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct CodeInfo {
    pub(crate) code: &'static str,
    description: &'static str,
    pub(crate) aliases: &'static [&'static str],
    /// Empty for the default, so that the common case needs no table of its own.
    statuses: &'static [u16],
    deprecated: Option<&'static str>,
    retry: Option<Retry>,
}

impl CodeInfo {
    /// A code of which nothing else is known: documented under status 403, without aliases,
    /// description or retry hint.
    #[must_use]
    pub const fn new(code: &'static str) -> Self {
        Self {
            code,
            description: "",
            aliases: &[],
            statuses: &[],
            deprecated: None,
            retry: None,
        }
    }

    /// Sets other texts that mean the same code.
    #[must_use]
    pub const fn with_aliases(mut self, aliases: &'static [&'static str]) -> Self {
        self.aliases = aliases;
        self
    }

    /// Sets the HTTP statuses that the code is documented under.
    #[must_use]
    pub const fn with_statuses(mut self, statuses: &'static [u16]) -> Self {
        self.statuses = statuses;
        self
    }

    /// Sets the retry hint, which goes before the verdict of an HTTP status that is an error.
    #[must_use]
    pub const fn with_retry(mut self, retry: Retry) -> Self {
        self.retry = Some(retry);
        self
    }

    /// Sets what the code means.
    #[must_use]
    pub const fn with_description(mut self, description: &'static str) -> Self {
        self.description = description;
        self
    }

    /// Marks the code as deprecated; `note` may be empty.
    #[must_use]
    pub const fn with_deprecated(mut self, note: &'static str) -> Self {
        self.deprecated = Some(note);
        self
    }

    /// The canonical code.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        self.code
    }

    /// Other texts that mean the same code, in the order of declaration.
    #[must_use]
    pub const fn aliases(&self) -> &'static [&'static str] {
        self.aliases
    }

    /// The HTTP statuses that the code is documented under; 403 if nothing else was said.
    #[must_use]
    pub const fn statuses(&self) -> &'static [u16] {
        if self.statuses.is_empty() {
            &[403]
        } else {
            self.statuses
        }
    }

    /// The documented retry hint; `None` leaves it to the HTTP status.
    #[must_use]
    pub const fn retry(&self) -> Option<Retry> {
        self.retry
    }

    /// What the code means, from the variant's doc comment; empty if there is none.
    #[must_use]
    pub const fn description(&self) -> &'static str {
        self.description
    }

    /// The note of the variant's `#[deprecated]`, empty if it has no note; `None` for a code that is
    /// not deprecated.
    #[must_use]
    pub const fn deprecated(&self) -> Option<&'static str> {
        self.deprecated
    }

    /// Whether the code or one of the aliases is exactly this text.
    #[cfg(any(feature = "response", feature = "endpoints"))]
    pub(crate) fn is_called(&self, text: &str) -> bool {
        self.code == text || self.aliases.contains(&text)
    }
}
