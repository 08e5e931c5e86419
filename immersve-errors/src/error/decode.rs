//! A whole response, read as the caller's type or as an error.

use std::cell::Cell;

use http::{HeaderMap, StatusCode};
use serde::{
    Deserializer,
    de::{
        self, DeserializeOwned, Visitor,
        value::{self, UnitDeserializer},
    },
    forward_to_deserialize_any,
};

use super::{ApiError, InvalidBody};
use crate::{ErrorResponse, ImmersveErrorCode};

/// Reads a whole response: a 2xx as a `T`, anything else as an error.
///
/// An empty body of a success, as 204 has it, reads as the `None` of an `Option`. Who asks for `()` does
/// not want the body, so `()` takes any: a success is a success. A byte-order mark before the JSON is
/// skipped.
///
/// ```
/// use immersve_errors::{ApiError, decode};
///
/// let response = http::Response::new(r#"["card-1","card-2"]"#);
/// let cards: Result<Vec<String>, ApiError> = decode(response);
/// assert_eq!(cards?.len(), 2);
///
/// let response = http::Response::new("<p>Done</p>");
/// let done: Result<(), ApiError> = decode(response);
/// assert!(done.is_ok());
///
/// let response = http::Response::builder().status(404).body("<h1>Not Found</h1>")?;
/// let cards: Result<Vec<String>, ApiError> = decode(response);
/// assert_eq!(cards.unwrap_err().to_string(), "404 Not Found");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
///
/// The response as an [`ApiError`]: of kind [`InvalidResponse`](crate::ErrorKind::InvalidResponse) where a
/// 2xx has a body that is no `T`, and of its status's kind for any other status.
pub fn decode<T, C>(response: http::Response<impl Into<Vec<u8>>>) -> Result<T, ApiError<C>>
where
    T: DeserializeOwned,
    C: ImmersveErrorCode,
{
    let (parts, body) = response.into_parts();
    decode_parts(parts.status, parts.headers, body.into())
}

/// [`decode`], without a response around the parts.
pub(crate) fn decode_parts<T, C>(
    status: StatusCode,
    headers: HeaderMap,
    body: Vec<u8>,
) -> Result<T, ApiError<C>>
where
    T: DeserializeOwned,
    C: ImmersveErrorCode,
{
    let invalid = if status.is_success() {
        match from_json(&body) {
            Ok(value) => return Ok(value),
            Err(error) => Some(InvalidBody::new(&error)),
        }
    } else {
        None
    };
    let response = ErrorResponse::new(status, headers, body);
    Err(ApiError::with_cause(response, invalid))
}

fn from_json<T: DeserializeOwned>(body: &[u8]) -> Result<T, serde_json::Error> {
    let json = body.strip_prefix(BYTE_ORDER_MARK).unwrap_or(body);
    serde_json::from_slice(json).or_else(|error| {
        if json.trim_ascii().is_empty() {
            T::deserialize(UnitDeserializer::<serde_json::Error>::new()).or(Err(error))
        } else {
            nothing().ok_or(error)
        }
    })
}

const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

/// The value of a type that wants nothing of a body, such as `()`. `None` for any other type.
pub(crate) fn nothing<T: DeserializeOwned>() -> Option<T> {
    // A type may swallow errors and give a default, so it has to have asked for nothing.
    let asked = Cell::new(false);
    let value = T::deserialize(Nothing { asked: &asked }).ok()?;
    asked.get().then_some(value)
}

/// Has nothing, and refuses to give anything else.
struct Nothing<'a> {
    asked: &'a Cell<bool>,
}

impl<'de> Deserializer<'de> for Nothing<'_> {
    type Error = value::Error;

    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Self::Error> {
        Err(de::Error::custom("a value is wanted"))
    }

    fn deserialize_unit<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Self::Error> {
        self.asked.set(true);
        visitor.visit_unit()
    }

    fn deserialize_unit_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Self::Error> {
        self.deserialize_unit(visitor)
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Self::Error> {
        self.deserialize_unit(visitor)
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option
        newtype_struct seq tuple tuple_struct map struct enum identifier
    }
}
