//! A code of any operation.

use alloc::{boxed::Box, string::String};
use core::{convert::Infallible, fmt, str::FromStr};

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{error_code::ImmersveErrorCode, info::CodeInfo, unknown::UnknownCode};
use crate::escape::Escaped;

/// A code of any operation, as a string.
///
/// This is the default code type of `ApiError`, for code that handles the errors of all operations.
/// [`info`](ImmersveErrorCode::info) is always `None`.
///
/// ```
/// use immersve_errors::{AnyCode, ImmersveErrorCode};
///
/// let code = AnyCode::new("KYC_REQUIRED");
/// assert_eq!(code, "KYC_REQUIRED");
/// assert_eq!(code.info(), None);
/// ```
///
/// `Display` writes the code unchanged. `Debug` writes at most 128 bytes of it, quoted and escaped.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, thiserror::Error)]
pub struct AnyCode(Box<str>);

impl AnyCode {
    /// Creates a code from a string.
    #[must_use]
    pub fn new(code: impl Into<Box<str>>) -> Self {
        Self(code.into())
    }

    /// The code.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The code, as a `String`.
    #[must_use]
    pub fn into_string(self) -> String {
        self.0.into()
    }
}

impl ImmersveErrorCode for AnyCode {
    const CODES: &'static [CodeInfo] = &[];
    const OPERATION: Option<&'static str> = None;
    const OPEN: bool = true;

    fn from_code(code: &str) -> Option<Self> {
        Some(Self::new(code))
    }

    fn as_str(&self) -> &str {
        &self.0
    }

    fn info(&self) -> Option<&'static CodeInfo> {
        None
    }
}

impl From<&str> for AnyCode {
    fn from(code: &str) -> Self {
        Self::new(code)
    }
}

impl From<String> for AnyCode {
    fn from(code: String) -> Self {
        Self::new(code)
    }
}

impl From<Box<str>> for AnyCode {
    fn from(code: Box<str>) -> Self {
        Self(code)
    }
}

impl From<UnknownCode> for AnyCode {
    fn from(code: UnknownCode) -> Self {
        Self::new(code.into_string())
    }
}

impl From<AnyCode> for String {
    fn from(code: AnyCode) -> Self {
        code.into_string()
    }
}

impl FromStr for AnyCode {
    type Err = Infallible;

    fn from_str(code: &str) -> Result<Self, Self::Err> {
        Ok(Self::new(code))
    }
}

impl AsRef<str> for AnyCode {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl PartialEq<str> for AnyCode {
    fn eq(&self, other: &str) -> bool {
        *self.0 == *other
    }
}

impl PartialEq<&str> for AnyCode {
    fn eq(&self, other: &&str) -> bool {
        *self.0 == **other
    }
}

impl fmt::Display for AnyCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl fmt::Debug for AnyCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Escaped::code(&self.0).fmt(f)
    }
}

impl Serialize for AnyCode {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for AnyCode {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Box::deserialize(deserializer).map(Self)
    }
}
