//! What the API documents of some codes only.

use crate::Retry;

/// What the API documents of some codes only, beside the code itself and its description.
///
/// It is given to [`CodeInfo::with_details`](crate::CodeInfo::with_details), and read through the
/// [`CodeInfo`](crate::CodeInfo):
///
/// ```
/// use immersve_errors::{CodeDetails, CodeInfo};
///
/// static INSUFFICIENT_BALANCE: CodeInfo = CodeInfo::new("INSUFFICIENT_BALANCE")
///     .with_details(&CodeDetails::new().with_aliases(&["INSUFFICIENT_FUNDS"]));
///
/// assert_eq!(INSUFFICIENT_BALANCE.aliases(), ["INSUFFICIENT_FUNDS"]);
/// assert_eq!(INSUFFICIENT_BALANCE.retry(), None);
/// ```
///
/// `Send`, `Sync` and `Copy`; it holds references to constants only.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct CodeDetails {
    pub(crate) aliases: &'static [&'static str],
    /// Empty for the default.
    pub(crate) statuses: &'static [u16],
    pub(crate) deprecated: Option<&'static str>,
    pub(crate) retry: Option<Retry>,
}

impl CodeDetails {
    /// Nothing: no aliases, status 403, no retry hint, not deprecated.
    #[must_use]
    pub const fn new() -> Self {
        Self {
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

    /// Sets the HTTP statuses that the code is documented under; 403 if there are none.
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

    /// Marks the code as deprecated; `note` may be empty.
    #[must_use]
    pub const fn with_deprecated(mut self, note: &'static str) -> Self {
        self.deprecated = Some(note);
        self
    }
}
