//! The JSON body of an error: a lenient reader, and a writer of what the API would send.
//!
//! The reader takes what it can. Each field is read on its own, so that one of the wrong type hides
//! no other; what stands before a syntax error is kept; of a repeated field the last one that can be
//! read counts. It also reads the shape of endpoints from before 2023, and `message`, which some
//! endpoints use for `reason`.

use std::{borrow::Cow, fmt, ops::Range};

use http::StatusCode;
use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{DeserializeSeed, Error, MapAccess, SeqAccess, Visitor},
    ser::SerializeMap,
};
use serde_json::value::RawValue;

/// What is wrong with one field of the request.
///
/// ```
/// use immersve_errors::FieldError;
///
/// let error = FieldError::new("items[1].amount", "must be positive");
/// assert_eq!(error.path(), "items[1].amount");
/// assert_eq!(error.message(), "must be positive");
/// ```
///
/// `Send` and `Sync`. `Debug` shows both texts.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct FieldError {
    path: Box<str>,
    message: Box<str>,
}

impl FieldError {
    /// An error at a path in the request.
    #[must_use]
    pub fn new(path: impl Into<Box<str>>, message: impl Into<Box<str>>) -> Self {
        Self {
            path: path.into(),
            message: message.into(),
        }
    }

    /// Where in the request, as in `items[1].amount`; empty if the response did not say.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }

    /// What is wrong there, for people; empty if the response did not say.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.message
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

/// A text of the body: where it stands there, or unescaped.
#[derive(Clone, Default)]
pub(crate) enum Text {
    #[default]
    Absent,
    At(Range<usize>),
    Owned(Box<str>),
}

impl Text {
    /// The text, given the body it was read from.
    #[inline]
    pub(crate) fn get<'a>(&'a self, body: &'a str) -> Option<&'a str> {
        match self {
            Self::Absent => None,
            Self::At(range) => body.get(range.clone()),
            Self::Owned(text) => Some(text),
        }
    }

    /// Reads a JSON value; `None` if it is no string.
    fn read(value: &str, body: &str) -> Option<Self> {
        Some(match string(value)? {
            Cow::Borrowed("") => Self::Absent,
            Cow::Borrowed(text) => {
                let start = text.as_ptr().addr() - body.as_ptr().addr();
                Self::At(start..start + text.len())
            }
            Cow::Owned(text) => Self::Owned(text.into()),
        })
    }
}

/// What could be read from a body.
#[derive(Clone, Default)]
pub(crate) struct Fields {
    pub(crate) code: Text,
    pub(crate) reason: Text,
    pub(crate) field_errors: Vec<FieldError>,
}

impl Fields {
    /// Reads a body, which may be anything.
    pub(crate) fn read(body: &str) -> Self {
        let mut found = Found::default();
        let json = body.strip_prefix('\u{feff}').unwrap_or(body);
        // Whatever is wrong with the rest, what was found before it stays.
        let _ = Object(|key: Bytes<'_>, value| found.take(&key.0, value, body))
            .deserialize(&mut serde_json::Deserializer::from_str(json));
        let [reason, message, legacy] = found.reasons;
        Self {
            code: found.code,
            reason: match (reason, message) {
                (Text::Absent, Text::Absent) => legacy,
                (Text::Absent, message) => message,
                (reason, _) => reason,
            },
            field_errors: if found.field_errors.is_empty() {
                found.legacy_field_errors
            } else {
                found.field_errors
            },
        }
    }
}

/// Every known field, before it is decided which one counts.
#[derive(Default)]
struct Found {
    code: Text,
    /// `reason`, `message` and `errorMessage`, in this order of preference.
    reasons: [Text; 3],
    field_errors: Vec<FieldError>,
    legacy_field_errors: Vec<FieldError>,
}

impl Found {
    fn take(&mut self, key: &[u8], value: &str, body: &str) {
        let text = match key {
            b"errorCode" => &mut self.code,
            b"reason" => &mut self.reasons[0],
            b"message" => &mut self.reasons[1],
            b"errorMessage" => &mut self.reasons[2],
            b"errors" => return replace(&mut self.field_errors, field_errors(value)),
            b"errorMap" => return replace(&mut self.legacy_field_errors, error_map(value)),
            _ => return,
        };
        if let Some(read) = Text::read(value, body) {
            *text = read;
        }
    }
}

fn replace(errors: &mut Vec<FieldError>, read: Vec<FieldError>) {
    if !read.is_empty() {
        *errors = read;
    }
}

/// The field errors of the current shape: `[{"message": "..", "path": ".."}]`.
fn field_errors(array: &str) -> Vec<FieldError> {
    let mut errors = Vec::new();
    let _ = Array(|element: &str| {
        if let Some(message) = string(element) {
            errors.push(FieldError::new("", message));
            return;
        }
        let (mut path, mut message) = (None, None);
        let _ = Object(|key: Bytes<'_>, value| match &*key.0 {
            b"path" => path = string(value).or(path.take()),
            b"message" => message = string(value).or(message.take()),
            _ => {}
        })
        .deserialize(&mut serde_json::Deserializer::from_str(element));
        if path.is_some() || message.is_some() {
            errors.push(FieldError::new(
                path.unwrap_or_default(),
                message.unwrap_or_default(),
            ));
        }
    })
    .deserialize(&mut serde_json::Deserializer::from_str(array));
    errors
}

/// The field errors of the legacy shape: `{"firstName": "Required"}`.
fn error_map(object: &str) -> Vec<FieldError> {
    let mut errors = Vec::new();
    let _ = Object(|path: Bytes<'_>, value| {
        errors.push(FieldError::new(
            path.into_string(),
            string(value).unwrap_or_default(),
        ));
    })
    .deserialize(&mut serde_json::Deserializer::from_str(object));
    errors
}

/// The text of a JSON string; `None` for any other value.
///
/// Borrowed where nothing is escaped: the reader has seen the whole value already, so what stands
/// between the quotes is the text. Half of a surrogate pair becomes the replacement character.
fn string(value: &str) -> Option<Cow<'_, str>> {
    let text = value.strip_prefix('"')?.strip_suffix('"')?;
    if !text.as_bytes().contains(&b'\\') {
        return Some(Cow::Borrowed(text));
    }
    let bytes: Bytes<'_> = serde_json::from_str(value).ok()?;
    Some(Cow::Owned(bytes.into_string()))
}

/// A string's bytes: its escapes may be no valid Unicode, which is no reason to stop reading.
struct Bytes<'de>(Cow<'de, [u8]>);

impl Bytes<'_> {
    fn into_string(self) -> String {
        String::from_utf8_lossy(&self.0).into_owned()
    }
}

impl<'de> Deserialize<'de> for Bytes<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct BytesVisitor;

        impl<'de> Visitor<'de> for BytesVisitor {
            type Value = Bytes<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a string")
            }

            fn visit_borrowed_bytes<E: Error>(self, text: &'de [u8]) -> Result<Bytes<'de>, E> {
                Ok(Bytes(Cow::Borrowed(text)))
            }

            fn visit_bytes<E: Error>(self, text: &[u8]) -> Result<Bytes<'de>, E> {
                Ok(Bytes(Cow::Owned(text.into())))
            }
        }

        deserializer.deserialize_bytes(BytesVisitor)
    }
}

/// Calls a function with every key and value of an object, the value as JSON.
struct Object<F>(F);

impl<'de, F: FnMut(Bytes<'de>, &'de str)> DeserializeSeed<'de> for Object<F> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de, F: FnMut(Bytes<'de>, &'de str)> Visitor<'de> for Object<F> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut map: A) -> Result<(), A::Error> {
        while let Some((key, value)) = map.next_entry::<_, &RawValue>()? {
            (self.0)(key, value.get());
        }
        Ok(())
    }
}

/// Calls a function with every element of an array, as JSON.
struct Array<F>(F);

impl<'de, F: FnMut(&'de str)> DeserializeSeed<'de> for Array<F> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_seq(self)
    }
}

impl<'de, F: FnMut(&'de str)> Visitor<'de> for Array<F> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an array")
    }

    fn visit_seq<A: SeqAccess<'de>>(mut self, mut seq: A) -> Result<(), A::Error> {
        while let Some(element) = seq.next_element::<&RawValue>()? {
            (self.0)(element.get());
        }
        Ok(())
    }
}

/// Writes the body that the API would send, in the current shape.
pub(crate) fn write<S: Serializer>(
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
