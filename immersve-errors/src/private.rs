//! What expansions of the derive call. Not public API: only the derive of the same version may use it.

use alloc::string::String;
use core::{fmt, marker::PhantomData};

pub use serde;
use serde::de::{Deserializer, Error, Visitor};

pub use crate::{
    __impls as impls, CodeInfo, ImmersveErrorCode, ParseCodeError, Retry,
    code::{
        embed::{Part, assert_closed, assert_unclaimed, claimed, flatten, slots, total},
        index::{Alias, Index},
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
    deserializer.deserialize_str(CodeVisitor(PhantomData))
}

/// Takes a string of any kind. It knows the enum, so that a code is not carried through memory and a
/// pointer to code: on small enums that took as long as the lookup.
struct CodeVisitor<C>(PhantomData<C>);

impl<C: ImmersveErrorCode> Visitor<'_> for CodeVisitor<C> {
    type Value = C;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an error code as a string")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<C, E> {
        match C::from_code(text) {
            Some(code) => Ok(code),
            None => Err(unrecognized(text, C::CODES)),
        }
    }
}

/// Not in the visitor, so that it is compiled once per format and not once per enum.
#[cold]
#[inline(never)]
fn unrecognized<E: Error>(code: &str, expected: &'static [CodeInfo]) -> E {
    E::custom(Unrecognized { code, expected })
}
