//! An invalid field of the request.

use std::{borrow::Cow, fmt};

use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{IgnoredAny, MapAccess, Visitor},
    ser::SerializeMap,
};

use crate::escape::Escaped;

/// An invalid field of the request, and what is wrong with it.
///
/// ```
/// use immersve_errors::FieldError;
///
/// let error = FieldError::new("items[1].amount", "must be positive");
/// assert_eq!(error.path(), "items[1].amount");
/// assert_eq!(error.message(), "must be positive");
/// assert_eq!(error.to_string(), "items[1].amount: must be positive");
/// ```
///
/// `Display` is a single escaped line of bounded length with the path and the message, or with one of them if the
/// other is empty. `Debug` is escaped and bounded too. Serde uses the format of the API.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct FieldError {
    path: Box<str>,
    message: Box<str>,
}

impl FieldError {
    /// Creates the error for the field at a path in the request.
    #[must_use]
    pub fn new(path: impl Into<String>, message: impl Into<String>) -> Self {
        Self {
            path: path.into().into(),
            message: message.into().into(),
        }
    }

    /// The path of the field in the request, such as `items[1].amount`; empty if the response has none.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }

    /// A human-readable description of the problem; empty if the response has none.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.message
    }
}

impl FieldError {
    /// Whether the output has no visible character.
    pub(super) fn is_blank(&self) -> bool {
        Escaped::reason(&self.path).is_blank() && Escaped::reason(&self.message).is_blank()
    }
}

impl fmt::Display for FieldError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (path, message) = (Escaped::reason(&self.path), Escaped::reason(&self.message));
        match (path.is_blank(), message.is_blank()) {
            (false, false) => write!(f, "{path}: {message}"),
            (false, true) => path.fmt(f),
            (true, false) => message.fmt(f),
            (true, true) => Ok(()),
        }
    }
}

impl fmt::Debug for FieldError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FieldError")
            .field("path", &Escaped::reason(&self.path))
            .field("message", &Escaped::reason(&self.message))
            .finish()
    }
}

impl<'de> Deserialize<'de> for FieldError {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(FieldErrorVisitor)
    }
}

/// Accepts an object. A missing member becomes an empty string.
struct FieldErrorVisitor;

impl<'de> Visitor<'de> for FieldErrorVisitor {
    type Value = FieldError;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object with `path` and `message`")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<FieldError, A::Error> {
        let mut error = FieldError::new("", "");
        while let Some(key) = map.next_key::<Cow<'de, str>>()? {
            match &*key {
                "path" => error.path = map.next_value()?,
                "message" => error.message = map.next_value()?,
                _ => {
                    map.next_value::<IgnoredAny>()?;
                }
            }
        }
        Ok(error)
    }
}

impl Serialize for FieldError {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(2))?;
        map.serialize_entry("message", &self.message)?;
        map.serialize_entry("path", &self.path)?;
        map.end()
    }
}
