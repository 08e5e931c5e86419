//! The error for a code that a closed enum does not know.

use alloc::boxed::Box;
use core::fmt;

use super::{error_code::ImmersveErrorCode, info::CodeInfo};
use crate::escape::Escaped;

/// The error for a code that a closed enum does not know.
///
/// ```
/// use immersve_errors::ImmersveErrorCode;
///
/// #[derive(Debug, Clone, Copy, ImmersveErrorCode)]
/// enum FreezeCardErrorCode {
///     CardAlreadyFrozen,
/// }
///
/// let error = "CARD_ON_FIRE".parse::<FreezeCardErrorCode>().unwrap_err();
/// assert_eq!(error.code(), "CARD_ON_FIRE");
/// assert_eq!(
///     error.to_string(),
///     "unrecognized code `CARD_ON_FIRE`, expected `CARD_ALREADY_FROZEN`",
/// );
/// ```
///
/// `Display` is a single escaped line with at most 128 bytes of the code and 16 of the expected codes. `Debug` has the
/// number of expected codes instead.
#[derive(Clone, PartialEq, Eq, Hash, thiserror::Error)]
#[error("{}", Unrecognized { code: &self.code, expected: self.expected })]
pub struct ParseCodeError {
    code: Box<str>,
    expected: &'static [CodeInfo],
}

impl ParseCodeError {
    /// Creates the error for parsing this string as a `C`, for a manual implementation of `FromStr`.
    #[must_use]
    pub fn new<C: ImmersveErrorCode>(code: &str) -> Self {
        Self {
            code: code.into(),
            expected: C::CODES,
        }
    }

    /// The unrecognized code, unchanged.
    #[must_use]
    pub fn code(&self) -> &str {
        &self.code
    }

    /// The codes that the enum knows.
    #[must_use]
    pub const fn expected(&self) -> &'static [CodeInfo] {
        self.expected
    }
}

impl fmt::Debug for ParseCodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ParseCodeError")
            .field("code", &Escaped::code(&self.code))
            .field("expected", &self.expected.len())
            .finish()
    }
}

/// The message for an unrecognized code, for `FromStr` and for serde.
pub(crate) struct Unrecognized<'a> {
    pub(crate) code: &'a str,
    pub(crate) expected: &'static [CodeInfo],
}

impl fmt::Display for Unrecognized<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const SHOWN: usize = 16;
        write!(f, "unrecognized code `{}`", Escaped::code(self.code))?;
        for (index, info) in self.expected.iter().take(SHOWN).enumerate() {
            let before = match (index, self.expected.len()) {
                (0, 1) => ", expected",
                (0, _) => ", expected one of",
                _ => ",",
            };
            write!(f, "{before} `{}`", info.code())?;
        }
        match self.expected.len().checked_sub(SHOWN) {
            None | Some(0) => Ok(()),
            Some(more) => write!(f, " and {more} more"),
        }
    }
}
