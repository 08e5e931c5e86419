//! The text of a code that an open enum does not know.

use alloc::{boxed::Box, string::String};
use core::fmt;

use serde::{Serialize, Serializer};

use super::text::Text;
use crate::Escaped;

/// The text of a code that an open enum does not know, verbatim.
///
/// Only parsing makes one, and only from a text that the enum does not know. So a match on a
/// literal unknown code can't be written, and can't silently break on the day the code becomes a
/// variant: compare with `ApiError::has_code`, which goes by the wire code, or look
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
/// text instead. [`ImmersveErrorCode::info`](crate::ImmersveErrorCode::info) goes by the text either way.
///
/// One word, so that an enum with it is returned in registers. `Send` and `Sync`. `Display` shows the text verbatim, `Debug` quoted, escaped,
/// and at most 128 bytes of it.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UnknownCode(Box<Text>);

impl UnknownCode {
    pub(crate) fn new(text: &str) -> Self {
        Self(Box::new(Text::new(text)))
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }

    /// The text, owned.
    #[must_use]
    pub fn into_string(self) -> String {
        self.as_str().into()
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
