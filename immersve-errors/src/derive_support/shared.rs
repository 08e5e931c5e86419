//! The bodies of the impls that are the same for every enum.

use core::fmt;

use crate::code::{ImmersveErrorCode, ParseCodeError};

/// The canonical code, or the text of an unknown code.
///
/// Expansions call this function and not the method: the call does not repeat the bounds of the trait.
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
/// If the enum does not have the code.
#[inline]
pub fn from_str<C: ImmersveErrorCode>(code: &str) -> Result<C, ParseCodeError> {
    C::from_code(code).ok_or_else(|| ParseCodeError::new::<C>(code))
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
