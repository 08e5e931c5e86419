//! The text of a code that an open enum does not know.

use alloc::{boxed::Box, string::String};
use core::fmt;

use serde::{Serialize, Serializer};

use super::compact_text::CompactText;
use crate::escape::Escaped;

/// The text of a code that an open enum does not know, exactly as it was parsed.
///
/// You cannot build one: only parsing does, from a text that the enum does not know. So no program can
/// match on the text of an unknown code. Such a match would silently stop working when a new version of
/// the enum gets a variant for the code. Ask with `ApiError::has_code` instead, which compares the code
/// that the server sent, or look at [`as_str`](Self::as_str).
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
/// All open enums share this type. Do not move a value from the `unknown` variant of one enum into that
/// of another: the other enum may have a variant for the text. Parse the text instead.
/// [`ImmersveErrorCode::info`](crate::ImmersveErrorCode::info) looks at the text in both cases.
///
/// `Display` shows the text unchanged. `Debug` shows at most 128 bytes of it, in quotes and escaped.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UnknownCode(Box<CompactText>);

impl UnknownCode {
    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }

    /// The text, as a `String`.
    #[must_use]
    pub fn into_string(self) -> String {
        self.as_str().into()
    }
}

/// The only constructor. It is no inherent function, as the compiler would suggest that to users.
pub(crate) fn keep(text: &str) -> UnknownCode {
    UnknownCode(Box::new(CompactText::new(text)))
}

impl AsRef<str> for UnknownCode {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}

impl fmt::Display for UnknownCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl fmt::Debug for UnknownCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Escaped::code(self.as_str()).fmt(f)
    }
}

impl From<UnknownCode> for String {
    fn from(code: UnknownCode) -> Self {
        code.into_string()
    }
}

impl Serialize for UnknownCode {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}
