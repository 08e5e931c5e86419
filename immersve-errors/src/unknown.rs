//! Texts that no variant stands for: kept in an open enum, reported by a closed one.

use alloc::{boxed::Box, string::String};
use core::fmt;

use serde::{Serialize, Serializer};

use crate::{CodeInfo, ImmersveErrorCode, escape::Escaped};

/// The text of a code that an open enum does not know, verbatim.
///
/// Only parsing makes one, and only from a text that the enum does not know. So a match on a
/// literal unknown code can't be written, and can't silently break on the day the code becomes a
/// variant: compare with `ApiError::is`, which goes by the wire code, or look
/// at [`as_str`](Self::as_str).
///
/// ```
/// use immersve_errors::{ImmersveErrorCode, UnknownCode};
///
/// #[derive(Debug, PartialEq, ImmersveErrorCode)]
/// enum FreezeCardErrorCode {
///     CardAlreadyFrozen,
///     #[immersve(unknown)]
///     Unknown(UnknownCode),
/// }
///
/// match "CARD_ON_FIRE".parse()? {
///     FreezeCardErrorCode::CardAlreadyFrozen => unreachable!(),
///     FreezeCardErrorCode::Unknown(code) => assert_eq!(code.as_str(), "CARD_ON_FIRE"),
/// }
/// # Ok::<(), core::convert::Infallible>(())
/// ```
///
/// It is scoped by use, not by type: moving the payload of one enum's `unknown` variant into
/// another enum's is the one thing that can make a value there whose text has a variant. Parse the
/// text instead. [`ImmersveErrorCode::info`] goes by the text either way.
///
/// Two words, `Send` and `Sync`. `Display` shows the text verbatim, `Debug` quoted and escaped.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UnknownCode(Box<str>);

impl UnknownCode {
    pub(crate) fn new(text: &str) -> Self {
        Self(text.into())
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The text, owned.
    #[must_use]
    pub fn into_string(self) -> String {
        self.0.into()
    }
}

impl AsRef<str> for UnknownCode {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for UnknownCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl fmt::Debug for UnknownCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}

impl From<UnknownCode> for String {
    fn from(code: UnknownCode) -> Self {
        code.into_string()
    }
}

impl Serialize for UnknownCode {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

/// The error of parsing a text that a closed enum does not know.
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
/// Four words, `Send` and `Sync`. `Display` is one line, escaped, with at most 128 bytes of the text
/// and 16 of the expected codes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnrecognizedCode {
    code: Box<str>,
    expected: &'static [CodeInfo],
}

impl UnrecognizedCode {
    /// The error that parsing this text as a `C` gives.
    #[must_use]
    pub fn new<C: ImmersveErrorCode>(code: &str) -> Self {
        Self {
            code: code.into(),
            expected: C::CODES,
        }
    }

    /// The text that was not recognized, verbatim.
    #[must_use]
    pub fn code(&self) -> &str {
        &self.code
    }

    /// What would have been recognized.
    #[must_use]
    pub const fn expected(&self) -> &'static [CodeInfo] {
        self.expected
    }
}

impl fmt::Display for UnrecognizedCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Unrecognized {
            code: &self.code,
            expected: self.expected,
        }
        .fmt(f)
    }
}

impl core::error::Error for UnrecognizedCode {}

/// How a text that was not recognized is reported, here and while deserializing.
pub(crate) struct Unrecognized<'a> {
    pub(crate) code: &'a str,
    pub(crate) expected: &'static [CodeInfo],
}

impl fmt::Display for Unrecognized<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const SHOWN: usize = 16;
        write!(f, "unrecognized code `{}`", Escaped::code(self.code))?;
        for (place, info) in self.expected.iter().take(SHOWN).enumerate() {
            let before = match (place, self.expected.len()) {
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
