//! Reads the operations of a document from the trees of its files.

use std::{
    collections::{HashMap, HashSet},
    ptr,
    rc::Rc,
    sync::Arc,
};

use indexmap::IndexSet;

use crate::{
    document::{
        files::Files,
        markdown::DescriptionCodes,
        mentions::{self, OperationNodes, Scope},
        node::{Content, Node, Text},
        operation::DocumentedOperation,
        reference::{Place, References, View},
        responses::{CODES, MARKDOWN, cut},
        warning::Warning,
    },
    error::FileError,
};

/// How many operations a document may have.
const OPERATIONS: usize = 100_000;

/// How long an `operationId`, a path or a method may be, in bytes.
const NAME: usize = 2048;

/// How much text all operations may have together, in bytes: names, codes and meanings. A shared text counts at each
/// operation.
const TEXT: usize = 64 * 1024 * 1024;

/// How many warnings are kept.
const WARNINGS: usize = 1_000;

const METHODS: [&str; 9] = [
    "get", "put", "post", "delete", "options", "head", "patch", "trace", "query",
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
    let references = References::new(files);
    let mut reader = Reader {
        references: &references,
        is_3_0: false,
        descriptions: HashMap::new(),
        operations: Vec::new(),
        sources: Vec::new(),
        extensions: HashMap::new(),
        warnings: IndexSet::new(),
        warnings_more: 0,
        codes_left: CODES,
        markdown_left: MARKDOWN,
        text_left: TEXT,
    };
    reader.document(root)?;
    reader.mentions();
    let mut warnings: Vec<Warning> = reader.warnings.into_iter().collect();
    if let (1.., Some(last)) = (reader.warnings_more, warnings.last_mut()) {
        let more = reader.warnings_more;
        *last = last.with_message(format!("this, and {more} more warnings"));
    }
    Ok((reader.operations, warnings))
}

pub(super) struct Reader<'r, 'f> {
    pub(super) references: &'r References<'f>,
    /// Whether the document follows OpenAPI 3.0.
    pub(super) is_3_0: bool,
    /// The codes of each description, by its address: operations may share descriptions.
    pub(super) descriptions: HashMap<*const str, Rc<DescriptionCodes>>,
    operations: Vec<DocumentedOperation>,
    /// What each operation may mention codes in.
    sources: Vec<OperationNodes<'f>>,
    /// The extensions that values have, by the address of the value.
    extensions: HashMap<*const Node, Rc<[(&'f str, Place<'f>)]>>,
    warnings: IndexSet<Warning>,
    warnings_more: usize,
    pub(super) codes_left: usize,
    pub(super) markdown_left: usize,
    text_left: usize,
}

impl<'f> Reader<'_, 'f> {
    fn document(&mut self, root: Place<'f>) -> Result<(), FileError> {
        let top = self.references.map(root, "an OpenAPI document")?;
        let Some(version) = top.get("openapi") else {
            let message =
                "not an OpenAPI document; the field `openapi` with the version is missing";
            return Err(root.wrong(message));
        };
        let text = version.node.text().filter(|text| text.starts_with("3."));
        let Some(text) = text else {
            return Err(version.wrong("this version of OpenAPI is not supported; only 3.x is"));
        };
        self.is_3_0 = text.starts_with("3.0");
        let paths = top.get("paths");
        let webhooks = top.get("webhooks");
        if let Some(webhooks) = webhooks {
            if paths.is_none_or(|paths| !paths.node.has_entries()) {
                return Err(webhooks
                    .wrong("a list of webhooks, no `paths`; the root file is `immersve.yaml`"));
            }
            let webhooks = self.references.map(webhooks, "`webhooks`")?;
            for (_, item) in self.references.entries(&webhooks)? {
                let unread = self.unread_item(item, "a webhook");
                self.part(unread)?;
            }
        }
        let Some(paths) = paths else {
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
        let mut methods = HashSet::new();
        let item = self.references.map(item, "a path item")?;
        for (key, place) in self.references.entries(&item)? {
            if METHODS.contains(&key) {
                let method = key.to_ascii_uppercase();
                self.operation(&method, &path, place, &item)?;
                methods.insert(method);
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
                if methods.insert(method.to_owned()) {
                    self.operation(method, &path, place, &item)?;
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
        item: &View<'f>,
    ) -> Result<(), FileError> {
        if self.operations.len() >= OPERATIONS {
            let message = format!("the document has more than {OPERATIONS} operations");
            return Err(place.too_large(message));
        }
        limit("a method", method, place)?;
        let view = self.references.map(place, "an operation")?;
        let end = view.end().unwrap_or(place);
        let id = view.get("operationId");
        let id = id.and_then(|id| Some((id, self.text(id, "operationId")?)));
        if let Some((place, id)) = id {
            limit("an `operationId`", &id.text, place)?;
        }
        let id = id.map(|(_, id)| id.text.clone());
        let id = id.filter(|id| !id.is_empty());
        let mut sources = OperationNodes {
            operation: view.layers().to_vec(),
            ..OperationNodes::default()
        };
        self.add_extensions(item, &mut sources);
        self.add_extensions(&view, &mut sources);
        let codes = self.codes(&view, &mut sources)?;
        if let Some(callbacks) = view.get("callbacks") {
            let unread = self.unread_callbacks(callbacks);
            self.part(unread)?;
        }
        let names = id.as_ref().map_or(0, |id| id.len()) + method.len() + path.len();
        let texts = codes
            .iter()
            .map(|code| names + code.code().len() + code.description().len());
        let text = names + end.file.name.len() + texts.sum::<usize>();
        self.text_left = self.text_left.checked_sub(text).ok_or_else(|| {
            place.too_large(format!(
                "the operations of the document have more than {TEXT} bytes of text; a shared \
                 text counts at each of them"
            ))
        })?;
        self.operations.push(DocumentedOperation {
            id,
            method: method.into(),
            path: path.clone(),
            file: end.file.name.clone(),
            line: end.node.line,
            codes,
            scope: Scope::default(),
        });
        self.sources.push(sources);
        Ok(())
    }

    /// Warns of codes in callbacks, which do not belong to the operation.
    fn unread_callbacks(&mut self, callbacks: Place<'f>) -> Result<(), FileError> {
        let callbacks = self.references.map(callbacks, "`callbacks`")?;
        for (_, callback) in self.references.entries(&callbacks)? {
            let callback = self.references.map(callback, "a callback")?;
            for (_, item) in self.references.entries(&callback)? {
                self.unread_item(item, "a callback")?;
            }
        }
        Ok(())
    }

    /// Warns of the codes of a path item that is not below `paths`.
    fn unread_item(&mut self, item: Place<'f>, what: &str) -> Result<(), FileError> {
        let item = self.references.map(item, "a path item")?;
        for method in METHODS {
            let Some(place) = item.get(method) else {
                continue;
            };
            let operation = self.references.map(place, "an operation")?;
            let codes = self.codes(&operation, &mut OperationNodes::default())?;
            if let Some(code) = codes.first() {
                let message = format!(
                    "`{}` is documented at {what}; only the codes of operations below `paths` are read",
                    code.code()
                );
                self.warn(place, message);
            }
        }
        Ok(())
    }

    /// Finds what the operations mention beside their codes.
    fn mentions(&mut self) {
        let sources = std::mem::take(&mut self.sources);
        for warning in mentions::collect(self.references, sources, &mut self.operations) {
            self.push(warning);
        }
    }

    /// Adds the extensions of a value to what an operation may mention codes in.
    pub(super) fn add_extensions(&mut self, view: &View<'f>, sources: &mut OperationNodes<'f>) {
        for layer in view.layers() {
            let node = ptr::from_ref(layer.node);
            let found = self.extensions.entry(node).or_insert_with(|| {
                let entries = layer.node.map().into_iter().flatten();
                let extensions = entries.filter(|(key, _)| key.text.starts_with("x-"));
                extensions
                    .map(|(key, node)| (&*key.text, layer.with(node)))
                    .collect()
            });
            sources.extensions.extend_from_slice(found);
        }
    }

    /// Goes on after a part that cannot be read, with a warning.
    pub(super) fn part(
        &mut self,
        read: Result<(), FileError>,
    ) -> Result<Option<Warning>, FileError> {
        match read {
            Err(error) if !error.is_limit() => {
                let warning = Warning::of(&error);
                self.push(warning.clone());
                Ok(Some(warning))
            }
            read => read.map(|()| None),
        }
    }

    /// The string of a field, or a warning if it is no string.
    fn text(&mut self, place: Place<'f>, what: &str) -> Option<&'f Text> {
        match &place.node.content {
            Content::Text(text) => Some(text),
            Content::Null => None,
            Content::Foreign(_) | Content::List(_) | Content::Map(_) => {
                self.warn(place, no_text(place, what));
                None
            }
        }
    }

    pub(super) fn warn(&mut self, place: Place<'f>, message: String) {
        self.warn_at(place, place.node.line, message);
    }

    pub(super) fn warn_at(&mut self, place: Place<'f>, line: u64, message: String) {
        self.push(Warning::new(place.file.name.clone(), line, message));
    }

    fn push(&mut self, warning: Warning) {
        if self.warnings.len() < WARNINGS {
            self.warnings.insert(warning);
        } else if !self.warnings.contains(&warning) {
            self.warnings_more += 1;
        }
    }
}

fn limit(what: &str, text: &str, place: Place<'_>) -> Result<(), FileError> {
    if text.len() > NAME {
        return Err(place.too_large(format!("{what} of more than {NAME} bytes")));
    }
    Ok(())
}

/// The message for a value that should be a string.
pub(super) fn no_text(place: Place<'_>, what: &str) -> String {
    format!(
        "`{what}` is {}, not a string, and is ignored",
        place.node.noun()
    )
}
