//! Reads operations and their codes from the trees of the files.

use std::{
    collections::{HashMap, HashSet},
    rc::Rc,
    sync::Arc,
};

use indexmap::IndexMap;

use crate::{
    document::{
        files::Files,
        markdown::{Description, Mention, Why},
        node::{Content, Text},
        operation::{DocumentedCode, DocumentedOperation},
        reference::{Place, References, View},
        status::StatusPattern,
        warning::Warning,
    },
    error::FileError,
};

/// How many operations a document may have.
const OPERATIONS: usize = 100_000;

/// How many codes all operations may have together. A code in a shared description counts at each operation.
const CODES: usize = 200_000;

/// How long the description of an error response may be, in bytes.
const DESCRIPTION: usize = 256 * 1024;

/// How much Markdown the descriptions of all error responses may have: its elements, and one more
/// for each [`ELEMENT`] bytes.
const MARKDOWN: usize = 4_000_000;

/// How many bytes of Markdown count as one element, as they take about as long to read.
const ELEMENT: usize = 32;

/// How long an `operationId`, a path or a method may be, in bytes.
const NAME: usize = 2048;

/// How much text all operations may have together, in bytes: names, codes and meanings. A shared text counts at each
/// operation.
const TEXT: usize = 64 * 1024 * 1024;

/// How many warnings are kept.
const WARNINGS: usize = 1_000;

/// How much of a word is part of a warning, in characters.
const WORD: usize = 64;

const METHODS: [(&str, &str); 9] = [
    ("get", "GET"),
    ("put", "PUT"),
    ("post", "POST"),
    ("delete", "DELETE"),
    ("options", "OPTIONS"),
    ("head", "HEAD"),
    ("patch", "PATCH"),
    ("trace", "TRACE"),
    ("query", "QUERY"),
];

/// Methods that have no field of their own.
const ADDITIONAL: &str = "additionalOperations";

/// The fields of a path item that are not operations.
const OTHERS: [&str; 4] = ["summary", "description", "servers", "parameters"];

/// Reads the operations below the root of a document.
pub(crate) fn read<'f>(
    files: &'f Files,
    root: Place<'f>,
) -> Result<(Vec<DocumentedOperation>, Vec<Warning>), FileError> {
    let mut reader = Reader {
        references: References::new(files),
        descriptions: HashMap::new(),
        operations: Vec::new(),
        warnings: Vec::new(),
        warnings_more: 0,
        codes_left: CODES,
        markdown_left: MARKDOWN,
        text_left: TEXT,
    };
    reader.document(root)?;
    reader.end_warnings();
    Ok((reader.operations, reader.warnings))
}

struct Reader<'f> {
    references: References<'f>,
    /// The codes of each description, by its address, as operations may share descriptions.
    descriptions: HashMap<*const str, Rc<Description>>,
    operations: Vec<DocumentedOperation>,
    warnings: Vec<Warning>,
    warnings_more: usize,
    codes_left: usize,
    markdown_left: usize,
    text_left: usize,
}

/// A description that an operation has.
struct Described<'f> {
    place: Place<'f>,
    text: &'f Text,
    found: Rc<Description>,
}

impl<'f> Reader<'f> {
    fn document(&mut self, root: Place<'f>) -> Result<(), FileError> {
        let top = self.references.map(root, "an OpenAPI document")?;
        let version = top.get("openapi");
        match version.map(|version| (version, version.node.text())) {
            Some((_, Some(text))) if text.starts_with("3.") => {}
            Some((version, _)) => {
                return Err(version.error("this version of OpenAPI is not supported; only 3.x is"));
            }
            None => {
                let message =
                    "not an OpenAPI document, as it has no field `openapi` with a version";
                return Err(root.error(message));
            }
        }
        let Some(paths) = top.get("paths") else {
            return Ok(());
        };
        let paths = self.references.map(paths, "`paths`")?;
        for (path, item) in self.references.entries(&paths)? {
            if path.starts_with('/') {
                self.path_item(path, item)?;
            } else if !path.starts_with("x-") {
                let message = format!("`{}` is ignored; a path begins with `/`", cut(path));
                self.warn(item, message);
            }
        }
        Ok(())
    }

    fn path_item(&mut self, path: &str, item: Place<'f>) -> Result<(), FileError> {
        limit("a path", path, item)?;
        let path = Arc::from(path);
        let mut methods: HashSet<&str> = HashSet::new();
        let item = self.references.map(item, "a path item")?;
        for (key, place) in self.references.entries(&item)? {
            if let Some((_, method)) = METHODS.iter().find(|(field, _)| *field == key) {
                methods.insert(method);
                self.operation(method, &path, place)?;
            } else if key != ADDITIONAL && !OTHERS.contains(&key) && !key.starts_with("x-") {
                let message = format!(
                    "`{}` is ignored; it is not a field of a path item, such as `post`",
                    cut(key)
                );
                self.warn(place, message);
            }
        }
        if let Some(additional) = item.get(ADDITIONAL) {
            let additional = self.references.map(additional, "`additionalOperations`")?;
            for (method, place) in self.references.entries(&additional)? {
                if methods.insert(method) {
                    self.operation(method, &path, place)?;
                } else {
                    let message = format!("`{method}` is ignored; the path already has it");
                    self.warn(place, message);
                }
            }
        }
        Ok(())
    }

    fn operation(
        &mut self,
        method: &str,
        path: &Arc<str>,
        place: Place<'f>,
    ) -> Result<(), FileError> {
        if self.operations.len() >= OPERATIONS {
            let message = format!("the document has more than {OPERATIONS} operations");
            return Err(place.error(message));
        }
        limit("a method", method, place)?;
        let view = self.references.map(place, "an operation")?;
        let end = view.end().unwrap_or(place);
        let id = match view.get("operationId") {
            Some(id) => match self.text(id, "operationId") {
                Some(text) if !text.text.is_empty() => {
                    limit("an `operationId`", &text.text, id)?;
                    Some(text.text.clone())
                }
                _ => None,
            },
            None => None,
        };
        let codes = self.codes(&view)?;
        let names = id.as_ref().map_or(0, |id| id.len()) + method.len() + path.len();
        let texts = codes
            .iter()
            .map(|code| names + code.code().len() + code.description().len());
        let text = names + end.file.name.len() + texts.sum::<usize>();
        self.text_left = self.text_left.checked_sub(text).ok_or_else(|| {
            place.error(format!(
                "the operations of the document have more than {TEXT} bytes of text; a shared \
                 text counts at each of them"
            ))
        })?;
        let place = (end.file.name.clone(), end.node.line);
        let operation = DocumentedOperation::new(id, method.into(), path.clone(), place, codes);
        self.operations.push(operation);
        Ok(())
    }

    fn codes(&mut self, operation: &View<'f>) -> Result<Vec<DocumentedCode>, FileError> {
        let Some(responses) = operation.get("responses") else {
            return Ok(Vec::new());
        };
        let mut codes = IndexMap::<Arc<str>, DocumentedCode>::new();
        let mut described = Vec::new();
        let responses = self.references.map(responses, "`responses`")?;
        for (key, response) in self.references.entries(&responses)? {
            if key.starts_with("x-") {
                continue;
            }
            let Some(status) = StatusPattern::parse(key) else {
                return Err(response.error(format!(
                    "`{key}` is not a status; expected a number such as 403, a class such as 4XX, or \
                     `default`"
                )));
            };
            let response = self.references.map(response, "a response")?;
            if !status.may_be_error() {
                continue;
            }
            let Some(place) = response.get("description") else {
                continue;
            };
            let Some(text) = self.text(place, "description") else {
                continue;
            };
            let found = self.description(place, &text.text)?;
            for heading in &found.headings {
                codes
                    .entry(heading.code.clone())
                    .or_insert_with(|| DocumentedCode::new(heading.code.clone()))
                    .add(status, &heading.meaning);
            }
            described.push(Described { place, text, found });
        }
        for described in described {
            self.warn_of_mentions(&described, |word| codes.contains_key(word))?;
        }
        Ok(codes.into_values().collect())
    }

    fn description(
        &mut self,
        place: Place<'f>,
        text: &'f Arc<str>,
    ) -> Result<Rc<Description>, FileError> {
        let found = match self.descriptions.get(&Arc::as_ptr(text)) {
            Some(found) => found.clone(),
            None => self.new_description(place, text)?,
        };
        let Some(left) = self.codes_left.checked_sub(found.headings.len()) else {
            let message = format!("the document has more than {CODES} codes");
            return Err(place.error(message));
        };
        self.codes_left = left;
        Ok(found)
    }

    fn new_description(
        &mut self,
        place: Place<'f>,
        text: &'f Arc<str>,
    ) -> Result<Rc<Description>, FileError> {
        if text.len() > DESCRIPTION {
            let message = format!("a description of more than {DESCRIPTION} bytes");
            return Err(place.error(message));
        }
        let too_much = || {
            place.error(format!(
                "the descriptions of the document's error responses have more than {MARKDOWN} \
                 elements of Markdown"
            ))
        };
        let left = self.markdown_left.checked_sub(text.len() / ELEMENT);
        let left = left.ok_or_else(too_much)?;
        let found = Rc::new(Description::read(text, left));
        self.markdown_left = left.checked_sub(found.elements).ok_or_else(too_much)?;
        self.descriptions.insert(Arc::as_ptr(text), found.clone());
        Ok(found)
    }

    /// Warns of words in a description that look like codes, except for codes of the operation.
    fn warn_of_mentions(
        &mut self,
        described: &Described<'f>,
        is_read: impl Fn(&str) -> bool,
    ) -> Result<(), FileError> {
        let mentions = &described.found.mentions;
        self.references
            .take_steps(described.place, mentions.len())?;
        for mention in mentions {
            if !is_read(&mention.word) && !mention.warned.replace(true) {
                let line = described
                    .text
                    .first_line
                    .map_or(described.place.node.line, |first| {
                        let line = u64::try_from(mention.line).unwrap_or(u64::MAX);
                        u64::from(first).saturating_add(line)
                    });
                self.warn_at(described.place, line, message(mention));
            }
        }
        Ok(())
    }

    /// A text, or a warning that there is none.
    fn text(&mut self, place: Place<'f>, what: &str) -> Option<&'f Text> {
        match &place.node.content {
            Content::Text(text) => Some(text),
            Content::Null => None,
            Content::List(_) | Content::Map(_) => {
                let noun = place.node.noun();
                self.warn(
                    place,
                    format!("`{what}` is {noun}, not a text, and is ignored"),
                );
                None
            }
        }
    }

    fn warn(&mut self, place: Place<'f>, message: String) {
        self.warn_at(place, place.node.line, message);
    }

    fn warn_at(&mut self, place: Place<'f>, line: u64, message: String) {
        if self.warnings.len() < WARNINGS {
            let file = place.file.name.clone();
            self.warnings.push(Warning::new(file, line, message));
        } else {
            self.warnings_more += 1;
        }
    }

    fn end_warnings(&mut self) {
        if let (1.., Some(last)) = (self.warnings_more, self.warnings.last_mut()) {
            let more = self.warnings_more;
            *last = last.with_message(format!("this, and {more} more warnings"));
        }
    }
}

fn limit(what: &str, text: &str, place: Place<'_>) -> Result<(), FileError> {
    if text.len() > NAME {
        return Err(place.error(format!("{what} of more than {NAME} bytes")));
    }
    Ok(())
}

fn message(mention: &Mention) -> String {
    let word = cut(&mention.word);
    match mention.why {
        Why::InText => format!(
            "`{word}` looks like a code but is not read as one; a code is at the beginning of a line, as in \
             `**{word}**`"
        ),
        Why::SingleWord => {
            format!(
                "`{word}` is formatted like a code but is not read as one, as it has no underscore"
            )
        }
        Why::Characters => format!(
            "`{word}` looks like a code but is not read as one; a code has at most 128 bytes: ASCII \
             capitals, digits and underscores"
        ),
    }
}

/// A text, cut to what a message can show.
fn cut(text: &str) -> &str {
    text.char_indices()
        .nth(WORD)
        .map_or(text, |(end, _)| text.get(..end).unwrap_or(text))
}
