//! Reads the JSON body of an error leniently.
//!
//! The reader takes what it can. Each field is read on its own, so that a field of the wrong type does
//! not hide the others. The fields before a syntax error are kept. If a field is repeated, the last one
//! that can be read counts. The shape of endpoints from before 2023 is read too, and `message`, which
//! some endpoints send instead of `reason`.

use std::{borrow::Cow, fmt, ops::Range};

use serde::{
    Deserialize, Deserializer,
    de::{DeserializeSeed, Error, IgnoredAny, MapAccess, SeqAccess, Visitor},
};
use serde_json::value::RawValue;

use super::field_error::FieldError;

/// A text of the body: its place there, or an own copy if it has escapes.
#[derive(Clone, Default)]
pub(super) enum Text {
    #[default]
    Absent,
    At(Range<usize>),
    Owned(Box<str>),
}

impl Text {
    /// The text, given the body it was read from.
    #[inline]
    pub(super) fn get<'a>(&'a self, body: &'a str) -> Option<&'a str> {
        match self {
            Self::Absent => None,
            Self::At(range) => body.get(range.clone()),
            Self::Owned(text) => Some(text),
        }
    }

    /// The text, which was read from this body.
    fn new(text: Bytes<'_>, body: &str) -> Self {
        match text.0 {
            Cow::Borrowed(b"") => Self::Absent,
            Cow::Borrowed(text) => {
                let start = text.as_ptr().addr() - body.as_ptr().addr();
                Self::At(start..start + text.len())
            }
            Cow::Owned(_) => Self::Owned(text.into_string().into()),
        }
    }
}

/// The fields that could be read from a body.
#[derive(Clone, Default)]
pub(super) struct Fields {
    pub(super) code: Text,
    pub(super) reason: Text,
    pub(super) field_errors: Vec<FieldError>,
}

impl Fields {
    /// Reads a body of any content.
    pub(super) fn read(body: &str) -> Self {
        // Most bodies have strings where strings are expected, and reading just those is fastest. If
        // that fails, the body is read again, value by value, and the fields before a syntax error are
        // kept.
        let mut found = Found::default();
        if found.read::<false>(body).is_err() {
            found = Found::default();
            let _ = found.read::<true>(body);
        }
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

/// All known fields. [`Fields`] has those that count.
#[derive(Default)]
struct Found {
    code: Text,
    /// `reason`, `message` and `errorMessage`, in this order of preference.
    reasons: [Text; 3],
    field_errors: Vec<FieldError>,
    legacy_field_errors: Vec<FieldError>,
}

impl Found {
    fn read<const LENIENT: bool>(&mut self, body: &str) -> serde_json::Result<()> {
        let json = body.strip_prefix('\u{feff}').unwrap_or(body);
        serde_json::Deserializer::from_str(json)
            .deserialize_map(Finder::<LENIENT> { found: self, body })
    }
}

/// Fills the known fields from an object.
struct Finder<'a, const LENIENT: bool> {
    found: &'a mut Found,
    body: &'a str,
}

impl<'de, const LENIENT: bool> Visitor<'de> for Finder<'_, LENIENT> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let Self { found, body } = self;
        while let Some(key) = map.next_key::<Bytes<'de>>()? {
            let text = match &*key.0 {
                b"errorCode" => &mut found.code,
                b"reason" => &mut found.reasons[0],
                b"message" => &mut found.reasons[1],
                b"errorMessage" => &mut found.reasons[2],
                b"errors" => {
                    replace(&mut found.field_errors, field_errors(json(&mut map)?));
                    continue;
                }
                b"errorMap" => {
                    replace(&mut found.legacy_field_errors, error_map(json(&mut map)?));
                    continue;
                }
                _ => {
                    map.next_value::<IgnoredAny>()?;
                    continue;
                }
            };
            if !LENIENT {
                *text = Text::new(map.next_value()?, body);
            } else if let Some(read) = string(json(&mut map)?) {
                *text = Text::new(read, body);
            }
        }
        Ok(())
    }
}

/// The JSON text of the next value, of any type.
fn json<'de, A: MapAccess<'de>>(map: &mut A) -> Result<&'de str, A::Error> {
    map.next_value::<&RawValue>().map(RawValue::get)
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
            errors.push(FieldError::new("", message.into_string()));
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
                path.map(Bytes::into_string).unwrap_or_default(),
                message.map(Bytes::into_string).unwrap_or_default(),
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
            string(value).map(Bytes::into_string).unwrap_or_default(),
        ));
    })
    .deserialize(&mut serde_json::Deserializer::from_str(object));
    errors
}

/// The text of a JSON string; `None` for any other value.
fn string(value: &str) -> Option<Bytes<'_>> {
    serde_json::from_str(value).ok()
}

/// The text of a string, borrowed if it has no escapes. It is bytes, since an escape can be half of a
/// surrogate pair: that is not valid Unicode, and reading should go on.
struct Bytes<'de>(Cow<'de, [u8]>);

impl Bytes<'_> {
    /// The text, with replacement characters for what is not valid Unicode.
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

/// Calls a function with each key of an object and the JSON of its value.
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

/// Calls a function with the JSON of each element of an array.
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
