//! The shared `Serialize` and `Deserialize` of all enums.

use core::{fmt, marker::PhantomData, str};

use serde::de::{Error, Unexpected, Visitor};
pub use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::code::{CodeInfo, ImmersveErrorCode, Unrecognized};

/// Serializes the code as a string.
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

/// Deserializes a code from a string.
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
    // Not `deserialize_str`: CBOR rejects it for long or segmented strings.
    deserializer.deserialize_string(CodeVisitor(PhantomData))
}

/// Generic over the enum so that the lookup can be inlined: a call through a pointer takes as long as the lookup of a
/// small enum.
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

    // For formats without a string type, such as bencode.
    fn visit_bytes<E: Error>(self, code: &[u8]) -> Result<C, E> {
        match str::from_utf8(code) {
            Ok(code) => self.visit_str(code),
            Err(_) => Err(E::invalid_value(Unexpected::Bytes(code), &self)),
        }
    }
}

/// Outside the visitor so that it is compiled once per format instead of once per enum.
#[cold]
#[inline(never)]
fn unrecognized<E: Error>(code: &str, expected: &'static [CodeInfo]) -> E {
    E::custom(Unrecognized { code, expected })
}
