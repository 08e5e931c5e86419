//! An operation of a document and its codes, and the error if an operation is not found.

use std::{fmt, sync::Arc};

use immersve_errors::Escaped;
use serde::Serialize;
use thiserror::Error;

use crate::{StatusPattern, document::mentions::Scope, error::debug_as_display};

/// How much of a name is shown, in bytes.
const LIMIT: usize = 256;

/// How many names a message shows at most.
const NAMES: usize = 3;

/// An operation that an OpenAPI document describes.
///
/// `Display` is the escaped [name](Self::name).
#[derive(Debug, Clone, Serialize)]
pub struct DocumentedOperation {
    #[serde(rename = "operation_id")]
    pub(super) id: Option<Arc<str>>,
    pub(super) method: Arc<str>,
    pub(super) path: Arc<str>,
    pub(super) file: Arc<str>,
    pub(super) line: u64,
    pub(super) codes: Vec<DocumentedCode>,
    /// Where it may mention a code that is not among the others.
    #[serde(skip)]
    pub(crate) scope: Scope,
}

impl DocumentedOperation {
    /// The `operationId`, if it has one.
    #[must_use]
    pub fn operation_id(&self) -> Option<&str> {
        self.id.as_deref()
    }

    /// The HTTP method in upper case; a method of `additionalOperations` as the document spells it.
    #[must_use]
    pub fn method(&self) -> &str {
        &self.method
    }

    /// The path template, such as `/api/cards/{cardId}`.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The `operationId`, or the method and path if it has none, as in `POST /auth/logout`.
    #[must_use]
    pub fn name(&self) -> String {
        match &self.id {
            Some(id) => id.to_string(),
            None => self.request(),
        }
    }

    /// The codes of its error responses, in the order of the document, each once.
    #[must_use]
    pub fn codes(&self) -> &[DocumentedCode] {
        &self.codes
    }

    /// The file that defines it, as a path that begins with the folder of the root file's path.
    #[must_use]
    pub fn file(&self) -> &str {
        &self.file
    }

    /// The line of [`file`](Self::file) where it begins, counted from 1.
    #[must_use]
    pub const fn line(&self) -> u64 {
        self.line
    }

    /// The method and the path.
    pub(crate) fn request(&self) -> String {
        format!("{} {}", self.method, self.path)
    }
}

impl fmt::Display for DocumentedOperation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        shown(&self.name()).fmt(f)
    }
}

/// A code that an operation documents.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DocumentedCode {
    pub(crate) code: Arc<str>,
    statuses: Vec<StatusPattern>,
    pub(crate) description: Arc<str>,
}

impl DocumentedCode {
    pub(crate) fn new(code: Arc<str>) -> Self {
        Self {
            code,
            statuses: Vec::new(),
            description: Arc::default(),
        }
    }

    /// Adds a response that documents it. The first description that is not empty is kept.
    pub(crate) fn add(&mut self, status: StatusPattern, description: &Arc<str>) {
        if let Err(at) = self.statuses.binary_search(&status) {
            self.statuses.insert(at, status);
        }
        if self.description.is_empty() {
            self.description = description.clone();
        }
    }

    /// The code.
    #[must_use]
    pub fn code(&self) -> &str {
        &self.code
    }

    /// The responses that document it, sorted by status, with `default` last.
    #[must_use]
    pub fn statuses(&self) -> &[StatusPattern] {
        &self.statuses
    }

    /// Its meaning, as Markdown; empty if the document has none.
    #[must_use]
    pub fn description(&self) -> &str {
        &self.description
    }
}

/// No operation has a name, or several do; from [`Document::operation`](crate::Document::operation).
///
/// `Display` and `Debug` are one escaped line that lists similar names, or the operations of that name.
#[derive(Clone, Error)]
pub struct OperationError {
    name: String,
    candidates: Vec<String>,
    /// Whether several operations have the name; if not, none has it.
    pub(crate) ambiguous: bool,
}

impl OperationError {
    pub(crate) fn unknown(name: &str, operations: &[DocumentedOperation]) -> Self {
        Self {
            name: name.to_owned(),
            candidates: similar(name, operations.iter().map(DocumentedOperation::name)),
            ambiguous: false,
        }
    }

    pub(crate) fn ambiguous<'a>(
        name: &str,
        operations: impl Iterator<Item = &'a DocumentedOperation>,
    ) -> Self {
        Self {
            name: name.to_owned(),
            candidates: operations.map(DocumentedOperation::request).collect(),
            ambiguous: true,
        }
    }

    /// The names of similar operations, if none has the name.
    pub(crate) fn similar(&self) -> &[String] {
        if self.ambiguous {
            &[]
        } else {
            &self.candidates
        }
    }

    /// The name that was looked for.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }
}

/// The names that are similar to one that does not exist. The most similar one is the first.
pub(crate) fn similar(name: &str, known: impl Iterator<Item = String>) -> Vec<String> {
    let mut near: Vec<(f64, String)> = known
        .map(|known| (strsim::jaro_winkler(&head(name), &head(&known)), known))
        .filter(|(score, _)| *score > 0.8)
        .collect();
    near.sort_by(|(a, _), (b, _)| b.total_cmp(a));
    near.into_iter().map(|(_, name)| name).take(NAMES).collect()
}

/// The part of a name that is compared.
fn head(name: &str) -> String {
    name.chars().take(64).collect()
}

fn shown(text: &str) -> Escaped<'_> {
    Escaped::new(text, LIMIT)
}

impl fmt::Display for OperationError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = shown(&self.name);
        if !self.ambiguous {
            let advice = did_you_mean(&self.candidates);
            return write!(f, "the document has no operation `{name}`{advice}");
        }
        let shown = self.candidates.iter().take(NAMES).map(|it| quoted(it));
        let shown = shown.collect::<Vec<_>>().join(", ");
        write!(
            f,
            "several operations of the document are called `{name}`: {shown}"
        )?;
        match self.candidates.len().saturating_sub(NAMES) {
            0 => Ok(()),
            more => write!(f, " and {more} more"),
        }
    }
}

/// Advice that names similar operations, if there are any.
pub(crate) fn did_you_mean(similar: &[String]) -> String {
    if similar.is_empty() {
        return String::new();
    }
    let similar: Vec<String> = similar.iter().map(|name| quoted(name)).collect();
    format!("; did you mean {}?", similar.join(" or "))
}

fn quoted(name: &str) -> String {
    format!("`{}`", shown(name))
}

debug_as_display!(OperationError);
