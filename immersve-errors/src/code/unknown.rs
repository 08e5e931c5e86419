//! A code that an open enum does not know.

use alloc::{boxed::Box, string::String};
use core::fmt;

use serde::{Serialize, Serializer};

use super::compact_text::CompactText;
use crate::escape::Escaped;

/// A code that an open enum does not know, exactly as it was parsed.
///
/// Only parsing creates one, so it cannot be matched by its string: such a match would silently stop working
/// once a new version of the enum has a variant for the code. Use `ApiError::has_code` instead, which compares
/// the code the server sent, or [`as_str`](Self::as_str).
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
/// Do not move a value from one enum to another, which may have a variant for the code; parse the string
/// instead. [`ImmersveErrorCode::info`](crate::ImmersveErrorCode::info) is correct either way.
///
/// It is not `Deserialize`: the derive implements that for the enum, so remove serde's derives.
///
/// `Display` writes the code unchanged. `Debug` writes at most 128 bytes of it, quoted and escaped.
#[derive(Clone, Eq, PartialOrd, Ord, Hash)]
pub struct UnknownCode(Box<CompactText>);

impl UnknownCode {
    /// The code.
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }

    /// The code, as a `String`.
    #[must_use]
    pub fn into_string(self) -> String {
        self.as_str().into()
    }
}

/// The only constructor; not an inherent function, because the compiler would suggest that to users.
pub(crate) fn keep(text: &str) -> UnknownCode {
    UnknownCode(Box::new(CompactText::new(text)))
}

/// What an unknown code can be compared with.
///
/// Only another unknown code. The trait exists for the message: the compiler has none for `PartialEq`.
#[diagnostic::on_unimplemented(
    message = "an unknown code cannot be compared with `{Self}`",
    label = "this would stop matching once the enum has a variant for the code",
    note = "ask with `ApiError::has_code`, as in `error.has_code(&AnyCode::new(\"...\"))`"
)]
pub trait Comparable {
    /// Whether it has the same text.
    fn is(&self, other: &UnknownCode) -> bool;
}

impl Comparable for UnknownCode {
    fn is(&self, other: &UnknownCode) -> bool {
        self.0 == other.0
    }
}

impl<T: Comparable> PartialEq<T> for UnknownCode {
    fn eq(&self, other: &T) -> bool {
        other.is(self)
    }
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
