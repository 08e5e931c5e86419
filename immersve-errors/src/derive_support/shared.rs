//! The shared impl bodies of all enums.

use core::fmt;

use crate::code::{ImmersveErrorCode, ParseCodeError};

/// The canonical code, or the string of an unknown code.
///
/// Expansions call this instead of the method, so that they do not repeat the bounds of the trait.
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
/// If a manual implementation has `OPEN = true`, but its `from_code` rejects a string.
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

/// The function bodies of an enum that does not compile.
///
/// # Panics
///
/// Always; a program with a call does not compile.
#[must_use]
pub const fn never<Mistake, T>() -> T {
    panic!("the enum does not compile")
}
