//! Reads an OpenAPI document: its operations, and the codes that each of them documents.

pub(crate) mod code;
pub(crate) mod doubt;
pub(crate) mod files;
pub(crate) mod html;
pub(crate) mod line;
pub(crate) mod markdown;
mod mentions;
pub(crate) mod node;
pub(crate) mod operation;
pub(crate) mod reader;
pub(crate) mod reference;
mod responses;
mod schema;
pub(crate) mod status;
pub(crate) mod warning;
pub(crate) mod yaml;

use std::{
    collections::{HashMap, HashSet},
    fmt,
    path::Path,
    str::FromStr,
};

use crate::{
    document::{
        files::{File, Files},
        operation::{DocumentedOperation, OperationError},
        warning::{Warning, WarningsError},
    },
    error::FileError,
    reader_thread::on_thread,
};

/// An OpenAPI document, reduced to its operations and the codes that each of them documents.
///
/// Codes are read from the descriptions of 4xx, 5xx and `default` responses, where they are bold capitals at
/// the beginning of a line:
///
/// ```yaml
/// "403":
///   description: |
///     **CARD_PROGRAM_INVALID**
///     The card program does not exist, or does not issue to this account.
/// ```
///
/// The description is read as Markdown. A code may also be at the beginning of a list item, a heading or a
/// table row. Instead of bold it may be inline code, emphasis, a link or HTML such as `<b>`; or plain text,
/// if it is followed by `:`, a dash or nothing. Several codes with `/`, `,` or `or` between them share the
/// meaning that follows. A code consists of capitals, digits and at least one underscore, or it is
/// `FORBIDDEN`. A word that looks like a code at another place is not read as one; it is one of the
/// [`warnings`](Self::warnings).
///
/// Codes are also read from the body of these responses: the values that its schemas list for `errorCode` in `enum` or
/// `const`, through `$ref`, `allOf`, `oneOf` and `anyOf`; and `errorCode` in `example` and `examples`.
///
/// A document is one file or several; references are resolved relative to their file. If part of an operation cannot
/// be read, that is a warning, and the other parts are still read. A check then reports no code of that operation as
/// undocumented, nor any code that the operation mentions in another form.
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
/// Reading takes limited time and memory. A document has at most 64 MiB in 20,000 files, 2 million
/// values, 128 levels of nesting, 64 references in a row, 100,000 operations, 200,000 codes, and 64 MiB of
/// text in all operations, where a shared description counts at each operation. `SECURITY.md` of the repository lists
/// all limits. Only files below the folder of the root file are read, no absolute paths, links or URLs. Nothing is sent
/// over the network.
#[derive(Clone)]
pub struct Document {
    operations: Vec<DocumentedOperation>,
    /// For each name, an `operationId` or a method and path, the indices of its operations.
    names: HashMap<String, Vec<usize>>,
    warnings: Vec<Warning>,
}

impl Document {
    /// Reads a document from its root file, YAML or JSON.
    ///
    /// # Errors
    ///
    /// If the document exceeds a limit, or if the root file, the list of paths, a path item or an operation cannot be
    /// read, such as for a reference that leads nowhere, back to itself or out of the document's folder.
    pub fn read(root: impl AsRef<Path>) -> Result<Self, FileError> {
        let root = root.as_ref();
        let folder = root.parent().unwrap_or(Path::new(""));
        Self::understand(&root.display().to_string(), Some(folder), |files| {
            files.root(root)
        })
    }

    fn understand(
        name: &str,
        folder: Option<&Path>,
        root: impl FnOnce(&Files) -> Result<&File, FileError> + Send,
    ) -> Result<Self, FileError> {
        on_thread(name, move || {
            let files = Files::new(folder);
            let root = root(&files)?.root();
            let (operations, warnings) = reader::read(&files, root)?;
            Ok(Self {
                names: names(&operations),
                operations,
                warnings,
            })
        })?
    }

    /// All operations, in the order of the document.
    #[must_use]
    pub fn operations(&self) -> &[DocumentedOperation] {
        &self.operations
    }

    /// Words that look like codes but are not read as codes, and parts that were unreadable or ignored. At most 1,000;
    /// the last one says how many more there are.
    #[must_use]
    pub fn warnings(&self) -> &[Warning] {
        &self.warnings
    }

    /// The words of all operations that look like codes.
    pub(crate) fn words(&self) -> HashSet<&str> {
        let any = self.operations.first();
        any.map(|operation| operation.scope.words())
            .unwrap_or_default()
    }

    /// The same document, if it has no [warnings](Self::warnings).
    ///
    /// For a test that misses no code, begin it with `Document::read("api/immersve.yaml")?.deny_warnings()?`.
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

    /// The operation with this `operationId`, or with this method and path, as in `POST /auth/logout`.
    ///
    /// # Errors
    ///
    /// If there is no such operation, or if several have this id. The message lists similar names, or these
    /// operations.
    pub fn operation(&self, name: &str) -> Result<&DocumentedOperation, OperationError> {
        let indices = self.names.get(name).map_or(&[][..], |indices| indices);
        let mut found = indices.iter().map(|index| &self.operations[*index]);
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

/// The names of the operations.
fn names(operations: &[DocumentedOperation]) -> HashMap<String, Vec<usize>> {
    let mut names = HashMap::<String, Vec<usize>>::new();
    for (index, operation) in operations.iter().enumerate() {
        let (name, request) = (operation.name(), operation.request());
        if name != request {
            names.entry(request).or_default().push(index);
        }
        names.entry(name).or_default().push(index);
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

/// Parses a document from a string of YAML or JSON, such as `include_str!`.
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
    type Err = FileError;

    fn from_str(text: &str) -> Result<Self, FileError> {
        Self::understand("the document", None, |files| files.text(text))
    }
}
