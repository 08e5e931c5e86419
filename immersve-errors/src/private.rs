//! What expansions of the derive call. Not public API: only the derive of the same version may use it.

use alloc::string::String;
use core::{fmt, marker::PhantomData};

pub use serde;
use serde::{
    Serializer,
    de::{Deserializer, Error, Visitor},
};

pub use crate::{
    CodeInfo, ImmersveErrorCode, ParseCodeError, Retry,
    code::{
        embed::{Part, Texts, assert_closed, assert_unclaimed, flatten, slots, total},
        extend::{assert_open, count_left, left},
        held::{Held, Make},
        index::{Alias, Index},
        table::table,
    },
};
use crate::{UnknownCode, code::Unrecognized};

/// What the `unknown` variant of an open enum can hold: it is made of a text.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot hold an unknown code",
    label = "expected `UnknownCode`, or a type that is `From<String>` and `AsRef<str>`",
    note = "`UnknownCode`, `String`, `Box<str>` and `Cow<'static, str>` can"
)]
pub trait FromText {
    /// Keeps a text verbatim.
    fn from_text(text: &str) -> Self;
}

impl FromText for UnknownCode {
    fn from_text(text: &str) -> Self {
        Self::new(text)
    }
}

impl<T: From<String>> FromText for T {
    fn from_text(text: &str) -> Self {
        String::from(text).into()
    }
}

/// What the `unknown` variant of an open enum can hold: it gives the text back.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot hold an unknown code",
    label = "expected `UnknownCode`, or a type that is `From<String>` and `AsRef<str>`",
    note = "`UnknownCode`, `String`, `Box<str>` and `Cow<'static, str>` can"
)]
pub trait AsText {
    /// The text that was kept.
    fn as_text(&self) -> &str;
}

impl<T: AsRef<str>> AsText for T {
    fn as_text(&self) -> &str {
        self.as_ref()
    }
}

/// The canonical code, or the text of an unknown one. For shared impls: unlike the method, it does not
/// ask once more for what the trait itself asks for.
#[inline]
pub fn as_str<C: ImmersveErrorCode>(code: &C) -> &str {
    code.as_str()
}

/// `Display` of every enum.
///
/// # Errors
///
/// Where the formatter fails.
pub fn display<C: ImmersveErrorCode>(code: &C, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    f.pad(code.as_str())
}

/// `Serialize` of every enum.
///
/// # Errors
///
/// Where the serializer fails.
pub fn serialize<C: ImmersveErrorCode, S: Serializer>(
    code: &C,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(code.as_str())
}

/// A description that macros are a part of, without white space around it.
#[must_use]
pub const fn trimmed(text: &str) -> &str {
    text.trim_ascii()
}

/// The first that is known.
#[inline]
#[must_use]
pub fn first<const N: usize>(found: [Option<&'static CodeInfo>; N]) -> Option<&'static CodeInfo> {
    found.into_iter().flatten().next()
}

/// Stands in for a body of an enum with mistakes.
///
/// # Panics
///
/// Always; the program that would call it does not compile.
#[must_use]
pub const fn never<T>() -> T {
    panic!("the enum does not compile")
}

/// `FromStr` of an open enum.
///
/// # Panics
///
/// Where a type that was written by hand says that it is open, and then refuses a text.
#[inline]
#[must_use]
pub fn from_str_of_open<C: ImmersveErrorCode>(code: &str) -> C {
    match C::from_code(code) {
        Some(code) => code,
        None => panic!("the embedded type says that it is open, but refuses a text"),
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
