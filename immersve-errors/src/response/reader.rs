//! Lenient parsing of the JSON body of an error.
//!
//! Fields are parsed independently, so a field of the wrong type does not hide the others. The fields and array
//! elements before a syntax error are kept. Of a repeated field, the last valid one counts.

use std::{borrow::Cow, fmt};

use serde::{
    Deserialize, Deserializer,
    de::{DeserializeSeed, Error, IgnoredAny, MapAccess, SeqAccess, Visitor},
};
use serde_json::value::RawValue;

use super::field_error::FieldError;

/// How many field errors are kept.
const MAX_FIELD_ERRORS: usize = 1000;

/// The fields parsed from a body.
#[derive(Clone, PartialEq, Eq, Default)]
pub(super) struct Fields {
    code: Option<String>,
    /// The best reason, with its rank.
    reason: Option<(u8, String)>,
    field_errors: Vec<FieldError>,
    /// Whether the field errors have the legacy shape, which counts only if there are no others.
    are_legacy: bool,
}

impl Fields {
    /// Parses any bytes.
    pub(super) fn read(body: &[u8]) -> Self {
        let json = body.strip_prefix("\u{feff}".as_bytes()).unwrap_or(body);
        let mut fields = Self::default();
        // Nearly all bodies have strings where strings are expected, which takes half of the instructions to parse.
        // For all others, start again leniently.
        if fields.fill::<false>(json).is_err() {
            fields = Self::default();
            let _ = fields.fill::<true>(String::from_utf8_lossy(json).as_bytes());
        }
        fields
    }

    fn fill<const LENIENT: bool>(&mut self, json: &[u8]) -> serde_json::Result<()> {
        serde_json::Deserializer::from_slice(json)
            .deserialize_map(MemberVisitor::<_, LENIENT>(self))
    }

    /// Parses the field errors in the next value of an object. Any that are found replace earlier ones, even if the
    /// JSON ends within them.
    fn next_field_errors<'de, A: MapAccess<'de>, const LENIENT: bool>(
        &mut self,
        map: &mut A,
        are_legacy: bool,
    ) -> Result<(), A::Error> {
        let mut read = Vec::new();
        let result = map.next_value_seed(MemberVisitor::<_, LENIENT>(&mut read));
        let count = !are_legacy || self.are_legacy || self.field_errors.is_empty();
        if count && !read.is_empty() {
            self.field_errors = read;
            self.are_legacy = are_legacy;
        }
        result
    }

    pub(super) fn code(&self) -> Option<&str> {
        self.code.as_deref()
    }

    pub(super) fn reason(&self) -> Option<&str> {
        self.reason.as_ref().map(|(_, reason)| reason.as_str())
    }

    pub(super) fn field_errors(&self) -> &[FieldError] {
        &self.field_errors
    }
}

/// Fills a value from JSON. Values of another type are skipped if `LENIENT`, and errors otherwise.
struct MemberVisitor<'a, T, const LENIENT: bool>(&'a mut T);

impl<'de, const LENIENT: bool> Visitor<'de> for MemberVisitor<'_, Fields, LENIENT> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(key) = map.next_key::<JsonString<'de>>()? {
            match &*key.0 {
                b"errorCode" => {
                    if let Some(code) = next_string::<A, LENIENT>(&mut map)? {
                        self.0.code = code.into_text_if_any();
                    }
                }
                b"errors" => self.0.next_field_errors::<A, LENIENT>(&mut map, false)?,
                b"errorMap" => self.0.next_field_errors::<A, LENIENT>(&mut map, true)?,
                key => {
                    let best = self.0.reason.as_ref().map(|(rank, _)| *rank);
                    let rank = rank(key).filter(|rank| best.is_none_or(|best| *rank <= best));
                    let Some(rank) = rank else {
                        map.next_value::<IgnoredAny>()?;
                        continue;
                    };
                    let reason = next_string::<A, LENIENT>(&mut map)?;
                    if let Some(reason) = reason.and_then(JsonString::into_text_if_any) {
                        self.0.reason = Some((rank, reason));
                    }
                }
            }
        }
        Ok(())
    }
}

/// Parses field errors from an array or an object; any other value has none.
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
    /// Parses an element of the current shape: an object, or a string with the message.
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

/// The rank of a member with a human-readable explanation, best first. The API sends the first two, its endpoints
/// from before 2023 `errorMessage`, and gateways in front of it the others.
fn rank(key: &[u8]) -> Option<u8> {
    Some(match key {
        b"reason" => 0,
        b"message" => 1,
        b"errorMessage" => 2,
        b"detail" => 3,
        b"error_description" => 4,
        b"Message" => 5,
        b"title" => 6,
        _ => return None,
    })
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

/// A JSON string; `None` for any other value.
fn string(value: &str) -> Option<JsonString<'_>> {
    value
        .starts_with('"')
        .then(|| serde_json::from_str(value).ok())?
}

/// A JSON string, as bytes: an escape can be half of a surrogate pair, which is not valid Unicode and should not end
/// parsing.
struct JsonString<'de>(Cow<'de, [u8]>);

impl JsonString<'_> {
    /// The string, with replacement characters for invalid Unicode.
    fn into_text(self) -> String {
        String::from_utf8(self.0.into_owned())
            .unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned())
    }

    fn into_text_if_any(self) -> Option<String> {
        (!self.0.is_empty()).then(|| self.into_text())
    }
}

impl<'de> Deserialize<'de> for JsonString<'de> {
    #[inline]
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct JsonStringVisitor;

        impl<'de> Visitor<'de> for JsonStringVisitor {
            type Value = JsonString<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a string")
            }

            #[inline]
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
