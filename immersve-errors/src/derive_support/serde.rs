//! `Serialize` and `Deserialize` of all enums.

use core::{fmt, marker::PhantomData, str};

use serde::de::{Error, Unexpected, Visitor};
pub use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::code::{CodeInfo, ImmersveErrorCode, Unrecognized};

/// Writes the code as a string.
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

/// Reads a code from any kind of string that a format has.
///
/// # Errors
///
/// If the value is not a string, or if a closed enum does not have the code.
#[inline]
pub fn deserialize<'de, C, D>(deserializer: D) -> Result<C, D::Error>
where
    C: ImmersveErrorCode,
    D: Deserializer<'de>,
{
    // Not `deserialize_str`: CBOR refuses that for a string that is long or in segments.
    deserializer.deserialize_string(CodeVisitor(PhantomData))
}

/// Generic over the enum, so that the compiler can inline the lookup: a call through a pointer takes as long as
/// the lookup of a small enum.
struct CodeVisitor<C>(PhantomData<C>);

impl<C: ImmersveErrorCode> Visitor<'_> for CodeVisitor<C> {
    type Value = C;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an error code as a string")
    }

    #[inline]
    fn visit_str<E: Error>(self, code: &str) -> Result<C, E> {
        match C::from_code(code) {
            Some(code) => Ok(code),
            None => Err(unrecognized(code, C::CODES)),
        }
    }

    // Of formats that do not tell strings from bytes, such as bencode.
    fn visit_bytes<E: Error>(self, code: &[u8]) -> Result<C, E> {
        match str::from_utf8(code) {
            Ok(code) => self.visit_str(code),
            Err(_) => Err(E::invalid_value(Unexpected::Bytes(code), &self)),
        }
    }
}

/// Outside the visitor, so that it is compiled once for each format and not for each enum.
#[cold]
#[inline(never)]
fn unrecognized<E: Error>(code: &str, expected: &'static [CodeInfo]) -> E {
    E::custom(Unrecognized { code, expected })
}
