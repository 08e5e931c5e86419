//! Reads the JSON body of an error leniently.
//!
//! Each field is read on its own, so that a field of the wrong type does not hide the others. The fields
//! before a syntax error are kept, and so are the elements of an array before it. If a field is repeated,
//! the last one that can be read counts.

use std::{borrow::Cow, fmt};

use serde::{
    Deserialize, Deserializer,
    de::{DeserializeSeed, Error, IgnoredAny, MapAccess, SeqAccess, Visitor},
};
use serde_json::value::RawValue;

use super::field_error::FieldError;

/// The members with an explanation for people, best first. The API sends the first two, its endpoints
/// from before 2023 `errorMessage`, and the gateways in front of it the others.
const REASONS: [&[u8]; 7] = [
    b"reason",
    b"message",
    b"errorMessage",
    b"detail",
    b"error_description",
    b"Message",
    b"title",
];

/// How many field errors of a body are kept.
const MAX_FIELD_ERRORS: usize = 1000;

/// The fields that could be read from a body.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Fields {
    pub(super) code: Option<Box<str>>,
    pub(super) reason: Option<Box<str>>,
    pub(super) field_errors: Vec<FieldError>,
}

impl Fields {
    /// Reads a body of any content.
    pub(super) fn read(body: &[u8]) -> Self {
        let json = body.strip_prefix("\u{feff}".as_bytes()).unwrap_or(body);
        let mut members = Members::default();
        // Nearly all bodies have strings where strings are expected. Reading just those takes half of the
        // instructions. For the others, what was read before a syntax error counts.
        if members.read::<false>(json).is_err() {
            members = Members::default();
            let _ = members.read::<true>(String::from_utf8_lossy(json).as_bytes());
        }
        Self {
            code: members.code,
            reason: members.reasons.into_iter().flatten().next(),
            field_errors: if members.errors.is_empty() {
                members.error_map
            } else {
                members.errors
            },
        }
    }
}

/// All members that have a meaning. [`Fields`] has those that count.
#[derive(Default)]
struct Members {
    code: Option<Box<str>>,
    reasons: [Option<Box<str>>; REASONS.len()],
    errors: Vec<FieldError>,
    error_map: Vec<FieldError>,
}

impl Members {
    fn read<const LENIENT: bool>(&mut self, json: &[u8]) -> serde_json::Result<()> {
        serde_json::Deserializer::from_slice(json)
            .deserialize_map(MemberVisitor::<_, LENIENT>(self))
    }
}

/// Fills a value from JSON. If it is lenient, values of another type are skipped, and are errors otherwise.
struct MemberVisitor<'a, T, const LENIENT: bool>(&'a mut T);

impl<'de, const LENIENT: bool> Visitor<'de> for MemberVisitor<'_, Members, LENIENT> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(key) = map.next_key::<JsonString<'de>>()? {
            let text = match &*key.0 {
                b"errorCode" => &mut self.0.code,
                b"errors" => {
                    map.next_value_seed(MemberVisitor::<_, LENIENT>(&mut self.0.errors))?;
                    continue;
                }
                b"errorMap" => {
                    map.next_value_seed(MemberVisitor::<_, LENIENT>(&mut self.0.error_map))?;
                    continue;
                }
                key => {
                    let Some(rank) = REASONS.iter().position(|reason| *reason == key) else {
                        map.next_value::<IgnoredAny>()?;
                        continue;
                    };
                    &mut self.0.reasons[rank]
                }
            };
            if let Some(read) = next_string::<A, LENIENT>(&mut map)? {
                *text = (!read.0.is_empty()).then(|| read.into_text().into());
            }
        }
        Ok(())
    }
}

/// Reads field errors from an array or an object; any other value has none.
impl<'de, const LENIENT: bool> DeserializeSeed<'de>
    for MemberVisitor<'_, Vec<FieldError>, LENIENT>
{
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de, const LENIENT: bool> Visitor<'de> for MemberVisitor<'_, Vec<FieldError>, LENIENT> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("field errors")
    }

    fn visit_bool<E: Error>(self, _: bool) -> Result<(), E> {
        Ok(())
    }

    fn visit_i64<E: Error>(self, _: i64) -> Result<(), E> {
        Ok(())
    }

    fn visit_u64<E: Error>(self, _: u64) -> Result<(), E> {
        Ok(())
    }

    fn visit_f64<E: Error>(self, _: f64) -> Result<(), E> {
        Ok(())
    }

    fn visit_str<E: Error>(self, _: &str) -> Result<(), E> {
        Ok(())
    }

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        Ok(())
    }

    /// The current shape: `[{"message": "Required", "path": "firstName"}]`.
    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<(), A::Error> {
        while self.0.len() < MAX_FIELD_ERRORS {
            let mut error = PathAndMessage::default();
            if LENIENT {
                let Some(element) = seq.next_element::<&RawValue>()? else {
                    return Ok(());
                };
                error.read(element.get());
            } else if seq
                .next_element_seed(MemberVisitor::<_, false>(&mut error))?
                .is_none()
            {
                return Ok(());
            }
            self.0.extend(error.into_field_error());
        }
        while seq.next_element::<IgnoredAny>()?.is_some() {}
        Ok(())
    }

    /// The legacy shape: `{"firstName": "Required"}`.
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while self.0.len() < MAX_FIELD_ERRORS {
            let Some(path) = map.next_key::<JsonString<'de>>()? else {
                return Ok(());
            };
            let message = next_string::<A, LENIENT>(&mut map)?.map(JsonString::into_text);
            self.0.push(FieldError::new(
                path.into_text(),
                message.unwrap_or_default(),
            ));
        }
        while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(())
    }
}

#[derive(Default)]
struct PathAndMessage {
    path: Option<String>,
    message: Option<String>,
}

impl PathAndMessage {
    /// Reads an element of the current shape: an object, or a string that is the message.
    fn read(&mut self, element: &str) {
        if let Some(message) = string(element) {
            self.message = Some(message.into_text());
        } else {
            let _ = MemberVisitor::<_, true>(self)
                .deserialize(&mut serde_json::Deserializer::from_str(element));
        }
    }

    fn into_field_error(self) -> Option<FieldError> {
        let Self { path, message } = self;
        (path.is_some() || message.is_some())
            .then(|| FieldError::new(path.unwrap_or_default(), message.unwrap_or_default()))
    }
}

impl<'de, const LENIENT: bool> DeserializeSeed<'de> for MemberVisitor<'_, PathAndMessage, LENIENT> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de, const LENIENT: bool> Visitor<'de> for MemberVisitor<'_, PathAndMessage, LENIENT> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a field error")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(key) = map.next_key::<JsonString<'de>>()? {
            let text = match &*key.0 {
                b"path" => &mut self.0.path,
                b"message" => &mut self.0.message,
                _ => {
                    map.next_value::<IgnoredAny>()?;
                    continue;
                }
            };
            if let Some(read) = next_string::<A, LENIENT>(&mut map)? {
                *text = Some(read.into_text());
            }
        }
        Ok(())
    }
}

/// The next value of an object, if it is a string.
fn next_string<'de, A: MapAccess<'de>, const LENIENT: bool>(
    map: &mut A,
) -> Result<Option<JsonString<'de>>, A::Error> {
    if LENIENT {
        map.next_value::<&RawValue>()
            .map(|value| string(value.get()))
    } else {
        map.next_value().map(Some)
    }
}

/// The text of a JSON string; `None` for any other value.
fn string(value: &str) -> Option<JsonString<'_>> {
    value
        .starts_with('"')
        .then(|| serde_json::from_str(value).ok())?
}

/// The text of a JSON string. It is bytes, since an escape can be half of a surrogate pair: that is not
/// valid Unicode, and reading should go on.
struct JsonString<'de>(Cow<'de, [u8]>);

impl JsonString<'_> {
    /// The text, with replacement characters for what is not valid Unicode.
    fn into_text(self) -> String {
        String::from_utf8(self.0.into_owned())
            .unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned())
    }
}

impl<'de> Deserialize<'de> for JsonString<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct JsonStringVisitor;

        impl<'de> Visitor<'de> for JsonStringVisitor {
            type Value = JsonString<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a string")
            }

            fn visit_borrowed_bytes<E: Error>(self, text: &'de [u8]) -> Result<Self::Value, E> {
                Ok(JsonString(Cow::Borrowed(text)))
            }

            fn visit_bytes<E: Error>(self, text: &[u8]) -> Result<Self::Value, E> {
                Ok(JsonString(Cow::Owned(text.into())))
            }
        }

        deserializer.deserialize_bytes(JsonStringVisitor)
    }
}
