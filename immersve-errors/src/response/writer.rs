//! Serializes the JSON body that the API would send.

use http::StatusCode;
use serde::{Serializer, ser::SerializeMap};

use super::field_error::FieldError;

pub(super) fn write<S: Serializer>(
    serializer: S,
    status: StatusCode,
    code: Option<&str>,
    reason: Option<&str>,
    field_errors: &[FieldError],
) -> Result<S::Ok, S::Error> {
    let texts = [
        ("statusName", status.canonical_reason()),
        ("errorCode", code),
        ("reason", reason),
    ];
    // Formats that are not self-describing need the number of members in advance.
    let members = 1 + texts.iter().filter(|(_, text)| text.is_some()).count();
    let mut map =
        serializer.serialize_map(Some(members + usize::from(!field_errors.is_empty())))?;
    map.serialize_entry("statusCode", &status.as_u16())?;
    for (key, text) in texts {
        if let Some(text) = text {
            map.serialize_entry(key, text)?;
        }
    }
    if !field_errors.is_empty() {
        map.serialize_entry("errors", field_errors)?;
    }
    map.end()
}
