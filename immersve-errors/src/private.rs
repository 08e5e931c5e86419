//! What expansions of the derive call. Not public API: only the derive of the same version may use it.

use alloc::string::String;
use core::fmt;

pub use serde;
use serde::de::{Deserializer, Error, Visitor};

pub use crate::{
    __impls as impls, CodeInfo, ImmersveErrorCode, ParseCodeError, Retry,
    code::{
        embed::{assert_closed, assert_disjoint, flatten, run},
        index::{Index, cells},
    },
};
use crate::{UnknownCode, code::Unrecognized};

/// What the `unknown` variant of an open enum can hold.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot hold an unknown code",
    label = "expected `UnknownCode`, or a type that is `From<String>` and `AsRef<str>`",
    note = "`UnknownCode`, `String`, `Box<str>` and `Cow<'static, str>` can"
)]
pub trait UnknownPayload {
    /// Keeps a text verbatim.
    fn keep(text: &str) -> Self;

    /// The text that was kept.
    fn text(&self) -> &str;
}

impl UnknownPayload for UnknownCode {
    fn keep(text: &str) -> Self {
        Self::new(text)
    }

    fn text(&self) -> &str {
        self.as_str()
    }
}

impl<T: From<String> + AsRef<str>> UnknownPayload for T {
    fn keep(text: &str) -> Self {
        String::from(text).into()
    }

    fn text(&self) -> &str {
        self.as_ref()
    }
}

/// `FromStr` of a closed enum.
///
/// # Errors
///
/// Where the enum does not know the text.
pub fn from_str<C: ImmersveErrorCode>(code: &str) -> Result<C, ParseCodeError> {
    C::from_code(code).ok_or_else(|| ParseCodeError::new::<C>(code))
}

/// `Deserialize` of every enum: a string of whatever kind the format has.
///
/// # Errors
///
/// Where there is no string, and where a closed enum does not know it.
pub fn deserialize<'de, C, D>(deserializer: D) -> Result<C, D::Error>
where
    C: ImmersveErrorCode,
    D: Deserializer<'de>,
{
    let mut code = None;
    deserializer.deserialize_str(CodeVisitor {
        expected: C::CODES,
        accept: &mut |text| {
            code = C::from_code(text);
            code.is_some()
        },
    })?;
    code.ok_or_else(|| D::Error::custom("the deserializer gave no string"))
}

/// Takes a string of any kind. It does not know the enum, so it is compiled once per format and not
/// once per enum.
struct CodeVisitor<'a> {
    expected: &'static [CodeInfo],
    accept: &'a mut dyn FnMut(&str) -> bool,
}

impl Visitor<'_> for CodeVisitor<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an error code as a string")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<(), E> {
        if (self.accept)(text) {
            Ok(())
        } else {
            Err(E::custom(Unrecognized {
                code: text,
                expected: self.expected,
            }))
        }
    }
}
