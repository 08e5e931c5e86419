//! Decodes a whole response as the caller's type, or as an error.

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

use super::{api_error::ApiError, body_error::BodyError};
use crate::{
    code::ImmersveErrorCode,
    response::{ErrorResponse, still_encoded},
};

/// Decodes a whole response: a 2xx as a `T`, any other status as an [`ApiError`].
///
/// The body of a success is JSON, optionally after a byte-order mark. An empty body, such as that of a 204,
/// decodes as `None` of an `Option`. `()` accepts any body.
///
/// If `T` can be inferred, name only the enum: `decode::<_, FreezeCardErrorCode>(response)`. With the client
/// features, the responses of `hyper`, `reqwest` and `ureq` have a `decode` method instead.
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
/// If the status is not a 2xx. Also if the body of a 2xx cannot be deserialized as a `T`; the kind is then
/// [`InvalidResponse`](crate::ErrorKind::InvalidResponse).
pub fn decode<T, C>(response: http::Response<impl Into<Vec<u8>>>) -> Result<T, ApiError<C>>
where
    T: DeserializeOwned,
    C: ImmersveErrorCode,
{
    let (parts, body) = response.into_parts();
    decode_parts(parts.status, parts.headers, body.into())
}

/// [`decode`], for the parts of a response.
pub(crate) fn decode_parts<T, C>(
    status: StatusCode,
    headers: HeaderMap,
    body: Vec<u8>,
) -> Result<T, ApiError<C>>
where
    T: DeserializeOwned,
    C: ImmersveErrorCode,
{
    let body_error = if status.is_success() {
        match from_json(&body) {
            Ok(value) => return Ok(value),
            // For a body that is still encoded, that is the problem, not its JSON.
            Err(error) => still_encoded(&headers, &body)
                .is_none()
                .then(|| BodyError::new(&error, json(&body))),
        }
    } else {
        None
    };
    let response = ErrorResponse::new(status, headers, body);
    Err(ApiError::with_cause(response, body_error))
}

fn from_json<T: DeserializeOwned>(body: &[u8]) -> Result<T, serde_json::Error> {
    let json = json(body);
    serde_json::from_slice(json).or_else(|error| {
        if json.trim_ascii().is_empty() {
            T::deserialize(UnitDeserializer::<serde_json::Error>::new()).or(Err(error))
        } else {
            without_body().ok_or(error)
        }
    })
}

/// The body without a byte-order mark.
fn json(body: &[u8]) -> &[u8] {
    body.strip_prefix(BYTE_ORDER_MARK).unwrap_or(body)
}

const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

/// The value of a type that does not need a body, such as `()`.
pub(crate) fn without_body<T: DeserializeOwned>() -> Option<T> {
    // A type that turns errors into a default does need the body, so check that it asked for `()`.
    let asked = Cell::new(false);
    let value = T::deserialize(UnitOnly { asked: &asked }).ok()?;
    asked.get().then_some(value)
}

/// A deserializer of nothing but `()`.
struct UnitOnly<'a> {
    asked: &'a Cell<bool>,
}

impl<'de> Deserializer<'de> for UnitOnly<'_> {
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
