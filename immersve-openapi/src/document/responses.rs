//! Reads the codes in the responses of an operation.

use std::{rc::Rc, sync::Arc};

use indexmap::IndexMap;

use crate::document::{
    code::may_be_code,
    markdown::{DescriptionCodes, UnreadWord, Why},
    mentions::OperationNodes,
    node::{Content, Text},
    operation::DocumentedCode,
    reader::{Reader, no_text},
    reference::{Place, View},
    schema,
    status::StatusPattern,
};
use crate::error::FileError;

/// How many codes all operations may have together. A code in a shared description counts at each operation.
pub(super) const CODES: usize = 200_000;

/// How long the description of an error response may be, in bytes.
const DESCRIPTION: usize = 256 * 1024;

/// How much Markdown the descriptions of all error responses may have: its elements, and one more
/// for each [`ELEMENT`] bytes.
pub(super) const MARKDOWN: usize = 4_000_000;

/// How many bytes of Markdown count as one element; they take about as long to read.
const ELEMENT: usize = 32;

/// How much of a word is part of a warning, in characters.
const WORD: usize = 64;

/// The fields of a response.
const FIELDS: [&str; 5] = ["description", "content", "headers", "links", "summary"];

/// What the responses of an operation have.
#[derive(Default)]
struct Found<'f> {
    codes: IndexMap<Arc<str>, DocumentedCode>,
    described: Vec<Described<'f>>,
}

/// A description that an operation has.
struct Described<'f> {
    place: Place<'f>,
    text: &'f Text,
    found: Rc<DescriptionCodes>,
}

impl Found<'_> {
    fn add(&mut self, code: &Arc<str>, status: StatusPattern, description: &Arc<str>) {
        self.codes
            .entry(code.clone())
            .or_insert_with(|| DocumentedCode::new(code.clone()))
            .add(status, description);
    }
}

impl<'f> Reader<'_, 'f> {
    /// The codes of an operation. Where else it may mention codes is added to the sources.
    pub(super) fn codes(
        &mut self,
        operation: &View<'f>,
        sources: &mut OperationNodes<'f>,
    ) -> Result<Vec<DocumentedCode>, FileError> {
        let mut found = Found::default();
        let read = self.responses(operation, &mut found, sources);
        self.part_of(sources, read)?;
        for described in &found.described {
            self.warn_of_unread(described, |word| found.codes.contains_key(word))?;
        }
        Ok(found.codes.into_values().collect())
    }

    /// Goes on after a part that cannot be read, which is a gap then.
    fn part_of(
        &mut self,
        sources: &mut OperationNodes<'f>,
        read: Result<(), FileError>,
    ) -> Result<(), FileError> {
        let gap = self.part(read)?;
        sources.gap = sources.gap.take().or(gap);
        Ok(())
    }

    fn responses(
        &mut self,
        operation: &View<'f>,
        found: &mut Found<'f>,
        sources: &mut OperationNodes<'f>,
    ) -> Result<(), FileError> {
        let Some(responses) = operation.get("responses") else {
            return Ok(());
        };
        let responses = self.references.map(responses, "`responses`")?;
        self.add_extensions(&responses, sources);
        for (key, response) in self.references.entries(&responses)? {
            if !key.starts_with("x-") {
                let read = self.response(key, response, found, sources);
                self.part_of(sources, read)?;
            }
        }
        Ok(())
    }

    fn response(
        &mut self,
        key: &str,
        place: Place<'f>,
        found: &mut Found<'f>,
        sources: &mut OperationNodes<'f>,
    ) -> Result<(), FileError> {
        let Some(status) = StatusPattern::parse(key) else {
            return Err(place.wrong(format!(
                "`{key}` is not a status; expected a number such as 403, a class such as 4XX, or \
                 `default`"
            )));
        };
        sources.responses.push((status, place));
        let response = self.references.map(place, "a response")?;
        if !status.may_be_error() {
            return Ok(());
        }
        let response = if self.is_3_0 {
            self.without_siblings(response)
        } else {
            response
        };
        self.add_extensions(&response, sources);
        let read = self.prose(status, &response, found);
        self.part_of(sources, read)?;
        for value in schema::values(self.references, &response)? {
            if may_be_code(&value.text) {
                self.take_codes(value.place, 1)?;
                found.add(&value.text, status, &value.description);
            } else {
                let message = characters(&value.text, "is a value of `errorCode`");
                self.warn(value.place, message);
            }
        }
        let is_response = |end: Place<'_>| FIELDS.iter().any(|field| end.node.get(field).is_some());
        match response.end() {
            Some(end) if end.node.has_entries() && !is_response(end) => {
                Err(place.wrong("this is not a response; it has no `description`"))
            }
            _ => Ok(()),
        }
    }

    /// A response without the fields beside its `$ref`, which OpenAPI 3.0 ignores.
    fn without_siblings(&mut self, response: View<'f>) -> View<'f> {
        let siblings = response
            .layers()
            .split_last()
            .map_or(&[][..], |(_, rest)| rest);
        for layer in siblings {
            for field in FIELDS {
                if let Some(node) = layer.node.get(field) {
                    let message = format!("`{field}` beside `$ref` is ignored in OpenAPI 3.0");
                    self.warn(layer.with(node), message);
                }
            }
        }
        response.into_end()
    }

    /// Reads the description of a response.
    fn prose(
        &mut self,
        status: StatusPattern,
        response: &View<'f>,
        found: &mut Found<'f>,
    ) -> Result<(), FileError> {
        let Some(place) = response.get("description") else {
            return Ok(());
        };
        let text = match &place.node.content {
            Content::Text(text) => text,
            // What a tag stands for is not known, which is a warning of its own.
            Content::Null | Content::Foreign(_) => return Ok(()),
            _ => return Err(place.wrong(no_text(place, "description"))),
        };
        let description = self.description(place, &text.text)?;
        for heading in &description.headings {
            found.add(&heading.code, status, &heading.meaning);
        }
        found.described.push(Described {
            place,
            text,
            found: description,
        });
        Ok(())
    }

    fn description(
        &mut self,
        place: Place<'f>,
        text: &'f Arc<str>,
    ) -> Result<Rc<DescriptionCodes>, FileError> {
        let found = match self.descriptions.get(&Arc::as_ptr(text)) {
            Some(found) => found.clone(),
            None => self.new_description(place, text)?,
        };
        self.take_codes(place, found.headings.len())?;
        Ok(found)
    }

    fn take_codes(&mut self, place: Place<'f>, codes: usize) -> Result<(), FileError> {
        let left = self.codes_left.checked_sub(codes);
        self.codes_left = left
            .ok_or_else(|| place.too_large(format!("the document has more than {CODES} codes")))?;
        Ok(())
    }

    fn new_description(
        &mut self,
        place: Place<'f>,
        text: &'f Arc<str>,
    ) -> Result<Rc<DescriptionCodes>, FileError> {
        if text.len() > DESCRIPTION {
            let message = format!("a description of more than {DESCRIPTION} bytes");
            return Err(place.too_large(message));
        }
        let too_much = || {
            place.too_large(format!(
                "the descriptions of the document's error responses have more than {MARKDOWN} \
                 elements of Markdown"
            ))
        };
        let left = self.markdown_left.checked_sub(text.len() / ELEMENT);
        let left = left.ok_or_else(too_much)?;
        let found = Rc::new(DescriptionCodes::read(text, left));
        self.markdown_left = left.checked_sub(found.elements).ok_or_else(too_much)?;
        self.descriptions.insert(Arc::as_ptr(text), found.clone());
        Ok(found)
    }

    /// Warns of words in a description that look like codes, except for codes of the operation.
    fn warn_of_unread(
        &mut self,
        described: &Described<'f>,
        is_read: impl Fn(&str) -> bool,
    ) -> Result<(), FileError> {
        let words = &described.found.unread;
        self.references.take_steps(described.place, words.len())?;
        for unread in words {
            if !is_read(&unread.word) && !unread.warned.replace(true) {
                let line = described
                    .text
                    .first_line
                    .map_or(described.place.node.line, |first| {
                        let line = u64::try_from(unread.line).unwrap_or(u64::MAX);
                        u64::from(first).saturating_add(line)
                    });
                self.warn_at(described.place, line, message(unread));
            }
        }
        Ok(())
    }
}

fn message(unread: &UnreadWord) -> String {
    let word = cut(&unread.word);
    match unread.why {
        Why::InText => format!(
            "`{word}` looks like a code but is not read as one, because it is part of a sentence; a code begins a \
             line, as in `**{word}**`, so add it to your enum yourself if it is one"
        ),
        Why::SingleWord => {
            format!(
                "`{word}` is formatted like a code but is not read as one: it has no underscore"
            )
        }
        Why::Characters => characters(word, "looks like a code"),
    }
}

fn characters(word: &str, what: &str) -> String {
    format!(
        "`{}` {what} but is not read as one; a code has at most 128 bytes: ASCII \
         capitals, digits and underscores",
        cut(word)
    )
}

/// A string, cut to what a message can show.
pub(super) fn cut(text: &str) -> &str {
    text.char_indices()
        .nth(WORD)
        .map_or(text, |(end, _)| text.get(..end).unwrap_or(text))
}
