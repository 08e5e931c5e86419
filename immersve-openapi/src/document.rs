//! From files to operations and the codes that each of them documents.

pub(crate) mod code;
pub(crate) mod error;
pub(crate) mod files;
mod html;
pub(crate) mod line;
pub(crate) mod markdown;
pub(crate) mod node;
pub(crate) mod operation;
pub(crate) mod reader;
pub(crate) mod reference;
pub(crate) mod status;
pub(crate) mod warning;
pub(crate) mod yaml;

use std::{collections::HashMap, fmt, path::Path, str::FromStr, thread};

use crate::document::{
    error::ReadError,
    files::{File, Files},
    operation::{Operation, OperationError},
    reference::Place,
    warning::{Warning, WarningsError},
};

/// An OpenAPI document, reduced to its operations and the codes that each of them documents.
///
/// Codes stand in the descriptions of a 4xx, 5xx or `default` response, in bold capitals at the
/// beginning of a line:
///
/// ```yaml
/// "403":
///   description: |
///     **CARD_PROGRAM_INVALID**
///     The card program does not exist, or does not issue to this account.
/// ```
///
/// The description is read as Markdown. A code may also begin an item of a list, a heading or a row of a
/// table, and may be inline code, emphasis, a link or HTML such as `<b>`; or plain text, if a `:` or a dash
/// follows, or nothing. Several codes with a `/`, a `,` or an `or` between them share what follows.
/// A code has capitals, digits and at least one underscore, or it is `FORBIDDEN`. What looks like a code
/// and stands elsewhere is not read, and is one of the [`warnings`](Self::warnings).
///
/// A document may be one file or many. References are followed where operations and responses are
/// looked for, relative to the file they stand in, and never into a schema.
///
/// ```
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # let folder = tempfile::tempdir()?;
/// # let path = folder.path().join("immersve.yaml");
/// # std::fs::write(&path, r#"
/// # openapi: 3.1.0
/// # paths:
/// #   /api/cards/{cardId}/unfreeze:
/// #     post:
/// #       operationId: unfreeze-card
/// #       responses:
/// #         403:
/// #           description: |
/// #             **CARD_NOT_FROZEN**
/// #             The card is not frozen.
/// # "#)?;
/// use immersve_openapi::Document;
///
/// let document = Document::read(&path)?;
/// let operation = document.operation("unfreeze-card")?;
/// assert_eq!(operation.path(), "/api/cards/{cardId}/unfreeze");
/// assert_eq!(operation.codes()[0].code(), "CARD_NOT_FROZEN");
/// # Ok(())
/// # }
/// ```
///
/// # Documents that cannot be trusted
///
/// Reading takes bounded time and memory. A document has at most 64 MiB in 20,000 files, 2 million
/// values nested 128 deep, 64 references in a row, 100,000 operations, 200,000 codes, and 64 MiB of text
/// in all its operations, a shared one counted at each; `SECURITY.md` of the repository has all limits.
/// Only files below the folder of the root file are read; absolute paths, paths and links that leave
/// it, and URLs are errors. Nothing is sent anywhere.
///
/// `Send` and `Sync`. `Debug` shows the operations.
#[derive(Clone)]
pub struct Document {
    operations: Vec<Operation>,
    /// The places of the operations that a name can mean: an `operationId`, or a method and path.
    names: HashMap<String, Vec<usize>>,
    warnings: Vec<Warning>,
}

impl Document {
    /// Reads a document from its root file, YAML or JSON.
    ///
    /// # Errors
    ///
    /// Where a file cannot be read or is malformed, where a reference leads nowhere, in a circle or
    /// out of the document's folder, and where a limit is passed.
    pub fn read(root: impl AsRef<Path>) -> Result<Self, ReadError> {
        let root = root.as_ref();
        let folder = root.parent().unwrap_or(Path::new(""));
        Self::understand(&root.display().to_string(), Some(folder), |files| {
            files.root(root)
        })
    }

    /// Reads a root file with [`Files`], on a thread of its own: a small stack of the caller's is no
    /// reason to fail, and a fault of a parser is an error.
    fn understand(
        name: &str,
        folder: Option<&Path>,
        root: impl FnOnce(&Files) -> Result<&File, ReadError> + Send,
    ) -> Result<Self, ReadError> {
        let fail = |message: &str| ReadError::new(name, message);
        thread::scope(|scope| {
            thread::Builder::new()
                .name("immersve-openapi reader".into())
                .spawn_scoped(scope, move || {
                    let files = Files::new(folder);
                    let file = root(&files)?;
                    let root = Place {
                        file,
                        node: &file.root,
                    };
                    let (operations, warnings) = reader::read(&files, root)?;
                    Ok(Self {
                        names: names(&operations),
                        operations,
                        warnings,
                    })
                })
                .map_err(|error| fail("no thread to read it").caused_by(error))?
                .join()
                .unwrap_or_else(|_| Err(fail("the reader stopped for a fault of its own")))
        })
    }

    /// All operations, in the order of the document.
    #[must_use]
    pub fn operations(&self) -> &[Operation] {
        &self.operations
    }

    /// What looks like a code, and was not read as one, and what else of the document was passed
    /// over. In the order of the document, and at most 1,000; the last one says how many more there are.
    #[must_use]
    pub fn warnings(&self) -> &[Warning] {
        &self.warnings
    }

    /// The same document, if it has no [warnings](Self::warnings).
    ///
    /// A test of your own that is to be sure that no code was missed begins with
    /// `Document::read("api/immersve.yaml")?.deny_warnings()?`.
    ///
    /// # Errors
    ///
    /// The warnings.
    pub fn deny_warnings(self) -> Result<Self, WarningsError> {
        match WarningsError::new(&self.warnings) {
            None => Ok(self),
            Some(error) => Err(error),
        }
    }

    /// The operation with this `operationId`; or, as an operation need not have one, with this
    /// method and path: `POST /auth/logout`.
    ///
    /// # Errors
    ///
    /// Where there is no such operation, and where the id is that of several. The message says what
    /// there is.
    pub fn operation(&self, name: &str) -> Result<&Operation, OperationError> {
        let places = self.names.get(name).map_or(&[][..], |places| places);
        let mut found = places.iter().map(|place| &self.operations[*place]);
        match (found.next(), found.next()) {
            (Some(operation), None) => Ok(operation),
            (None, _) => Err(OperationError::unknown(name, &self.operations)),
            (Some(first), Some(second)) => {
                let all = [first, second].into_iter().chain(found);
                Err(OperationError::ambiguous(name, all))
            }
        }
    }
}

/// What each operation can be called.
fn names(operations: &[Operation]) -> HashMap<String, Vec<usize>> {
    let mut names = HashMap::<String, Vec<usize>>::new();
    for (place, operation) in operations.iter().enumerate() {
        let (name, request) = (operation.name(), operation.request());
        if name != request {
            names.entry(request).or_default().push(place);
        }
        names.entry(name).or_default().push(place);
    }
    names
}

#[expect(
    clippy::missing_fields_in_debug,
    reason = "the names are those of the operations"
)]
impl fmt::Debug for Document {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Document")
            .field("operations", &self.operations)
            .field("warnings", &self.warnings)
            .finish()
    }
}

/// Reads a document that is one text, YAML or JSON, as `include_str!` gives it.
///
/// ```
/// use immersve_openapi::Document;
///
/// let document: Document = r#"
/// openapi: 3.1.0
/// paths:
///   /api/cards/{cardId}/unfreeze:
///     post:
///       operationId: unfreeze-card
///       responses:
///         "403":
///           description: "**CARD_NOT_FROZEN** The card is not frozen."
/// "#
/// .parse()?;
/// assert_eq!(document.operation("unfreeze-card")?.codes()[0].code(), "CARD_NOT_FROZEN");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// The limits are those of [`Document::read`]. A reference to another file is an error.
impl FromStr for Document {
    type Err = ReadError;

    fn from_str(text: &str) -> Result<Self, ReadError> {
        Self::understand("the document", None, |files| files.text(text))
    }
}
