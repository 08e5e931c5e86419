//! What the code that the derive writes calls. Not public API: only the derive of the same version may
//! use it.

use alloc::string::String;
use core::{fmt, marker::PhantomData};

pub use immersve_errors_derive::table_of_codes;
pub use serde;
use serde::{
    Serializer,
    de::{Deserializer, Error, Visitor},
};

use crate::code::Unrecognized;
pub use crate::{
    CodeDetails, CodeInfo, ImmersveErrorCode, ParseCodeError, Retry,
    code::{
        embed::{Part, Texts, assert_closed, assert_unclaimed, flatten, slots, total},
        extend::{assert_open, count_left, left},
        held::{Held, Make},
        index::{Alias, Index},
        table::{details, table},
    },
};

/// A type for the field of an `unknown` variant: it can be made from a text.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot hold an unknown code",
    label = "expected `UnknownCode`, or a type that is `From<String>` and `AsRef<str>`",
    note = "`UnknownCode`, `String`, `Box<str>` and `Cow<'static, str>` can"
)]
pub trait FromText {
    /// Makes the value from a text, unchanged.
    fn from_text(text: &str) -> Self;
}

// Without the attribute, the compiler would list all types that implement `From`.
#[diagnostic::do_not_recommend]
impl<T: From<String>> FromText for T {
    fn from_text(text: &str) -> Self {
        String::from(text).into()
    }
}

/// A type for the field of an `unknown` variant: it gives the text back.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot hold an unknown code",
    label = "expected `UnknownCode`, or a type that is `From<String>` and `AsRef<str>`",
    note = "`UnknownCode`, `String`, `Box<str>` and `Cow<'static, str>` can"
)]
pub trait AsText {
    /// The text that was kept.
    fn as_text(&self) -> &str;
}

#[diagnostic::do_not_recommend]
impl<T: AsRef<str>> AsText for T {
    fn as_text(&self) -> &str {
        self.as_ref()
    }
}

/// The canonical code, or the text of an unknown code. The shared impls call this function and not the
/// method, as the call does not repeat the bounds of the trait.
#[inline]
pub fn as_str<C: ImmersveErrorCode>(code: &C) -> &str {
    code.as_str()
}

/// `Display` of all enums.
///
/// # Errors
///
/// If the formatter fails.
#[inline]
pub fn display<C: ImmersveErrorCode>(code: &C, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    f.pad(code.as_str())
}

/// `Serialize` of all enums.
///
/// # Errors
///
/// If the serializer fails.
#[inline]
pub fn serialize<C: ImmersveErrorCode, S: Serializer>(
    code: &C,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(code.as_str())
}

/// A description that contains macros, without white space at both ends.
#[must_use]
pub const fn trimmed(text: &str) -> &str {
    text.trim_ascii()
}

/// The first that is not `None`.
#[inline]
#[must_use]
pub fn first<const N: usize>(found: [Option<&'static CodeInfo>; N]) -> Option<&'static CodeInfo> {
    found.into_iter().flatten().next()
}

/// The body of each function of an enum that does not compile.
///
/// # Panics
///
/// Always. A program that calls it does not compile.
#[must_use]
pub const fn never<T>() -> T {
    panic!("the enum does not compile")
}

/// `FromStr` of an open enum.
///
/// # Panics
///
/// If an implementation by hand has `OPEN = true`, and `from_code` refuses a text all the same.
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
/// If the enum does not know the text.
#[inline]
pub fn from_str<C: ImmersveErrorCode>(code: &str) -> Result<C, ParseCodeError> {
    C::from_code(code).ok_or_else(|| ParseCodeError::new::<C>(code))
}

/// `Deserialize` of all enums, from any kind of string that a format has.
///
/// # Errors
///
/// If the value is not a string, or if a closed enum does not know the string.
#[inline]
pub fn deserialize<'de, C, D>(deserializer: D) -> Result<C, D::Error>
where
    C: ImmersveErrorCode,
    D: Deserializer<'de>,
{
    deserializer.deserialize_str(CodeVisitor(PhantomData))
}

/// Takes any kind of string. It is generic over the enum, so that the compiler can inline the lookup. A
/// pointer to a function instead took as long as the lookup of a small enum.
struct CodeVisitor<C>(PhantomData<C>);

impl<C: ImmersveErrorCode> Visitor<'_> for CodeVisitor<C> {
    type Value = C;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an error code as a string")
    }

    #[inline]
    fn visit_str<E: Error>(self, text: &str) -> Result<C, E> {
        match C::from_code(text) {
            Some(code) => Ok(code),
            None => Err(unrecognized(text, C::CODES)),
        }
    }
}

/// Outside the visitor, so that it is compiled once for each format and not for each enum.
#[cold]
#[inline(never)]
fn unrecognized<E: Error>(code: &str, expected: &'static [CodeInfo]) -> E {
    E::custom(Unrecognized { code, expected })
}
