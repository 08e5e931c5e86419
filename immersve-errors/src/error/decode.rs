//! A whole response, read as the caller's type or as an error.

use http::{HeaderMap, StatusCode};
use serde::de::{DeserializeOwned, value::UnitDeserializer};

use super::{ApiError, InvalidBody};
use crate::{ErrorResponse, ImmersveErrorCode};

/// Reads a whole response: a 2xx as a `T`, anything else as an error.
///
/// An empty body of a success, as 204 has it, reads as `()` or as the `None` of an `Option`.
///
/// ```
/// use immersve_errors::{ApiError, decode};
///
/// let response = http::Response::new(r#"["card-1","card-2"]"#);
/// let cards: Result<Vec<String>, ApiError> = decode(response);
/// assert_eq!(cards?.len(), 2);
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
    serde_json::from_slice(body).or_else(|error| {
        if body.trim_ascii().is_empty() {
            T::deserialize(UnitDeserializer::<serde_json::Error>::new()).or(Err(error))
        } else {
            Err(error)
        }
    })
}
