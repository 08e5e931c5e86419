//! Writes the JSON body that the API would send.

use http::StatusCode;
use serde::{Serializer, ser::SerializeMap};

use super::field_error::FieldError;

/// Writes the body that the API would send, in the current shape.
pub(super) fn write<S: Serializer>(
    serializer: S,
    status: StatusCode,
    code: Option<&str>,
    reason: Option<&str>,
    field_errors: &[FieldError],
) -> Result<S::Ok, S::Error> {
    let mut map = serializer.serialize_map(None)?;
    map.serialize_entry("statusCode", &status.as_u16())?;
    if let Some(name) = status.canonical_reason() {
        map.serialize_entry("statusName", name)?;
    }
    if let Some(code) = code {
        map.serialize_entry("errorCode", code)?;
    }
    if let Some(reason) = reason {
        map.serialize_entry("reason", reason)?;
    }
    if !field_errors.is_empty() {
        map.serialize_entry("errors", field_errors)?;
    }
    map.end()
}
