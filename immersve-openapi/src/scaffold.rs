//! Writes the source of a code enum from a document.

pub(crate) mod variant;

use std::collections::HashMap;

use immersve_errors::is_base_code;
use thiserror::Error;

use crate::{
    DocumentedCode, DocumentedOperation,
    document::code::LONGEST,
    error::debug_as_display,
    naming,
    sanitize::{doc_comment::inline_code, terminal::name},
    scaffold::variant::{Layout, comment, literal},
};

/// The enum for an operation's codes, as Rust source.
///
/// The source is formatted, and has doc comments from the document. It compiles in any module, as it uses full
/// paths. A variant whose name could mean several codes has an explicit `code`. The enum is open, so later codes are
/// not errors.
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
/// use immersve_openapi::{Document, Scaffold};
///
/// let document = Document::read(&path)?;
/// let scaffold = Scaffold::new(document.operation("unfreeze-card")?);
/// assert_eq!(
///     scaffold.source()?,
///     r#"/// Error codes of `POST /api/cards/{cardId}/unfreeze`.
/// #[derive(Debug, Clone, PartialEq, Eq, Hash, ::immersve_errors::ImmersveErrorCode)]
/// #[immersve(operation = "unfreeze-card")]
/// #[non_exhaustive]
/// pub enum UnfreezeCardErrorCode {
///     /// The card is not frozen.
///     CardNotFrozen,
///     /// A code that was not documented when this was written.
///     #[immersve(unknown)]
///     Unknown(::immersve_errors::UnknownCode),
/// }
/// "#
/// );
/// # Ok(())
/// # }
/// ```
///
/// `Send`, `Sync` and `Clone`. `Debug` shows the operation.
#[derive(Debug, Clone)]
#[must_use = "it does nothing until `source` is called"]
pub struct Scaffold<'d> {
    operation: &'d DocumentedOperation,
    base_codes: bool,
}

impl<'d> Scaffold<'d> {
    /// The enum for this operation.
    pub const fn new(operation: &'d DocumentedOperation) -> Self {
        Self {
            operation,
            base_codes: false,
        }
    }

    /// Sets whether `FORBIDDEN` and `INVALID_REQUEST_INPUT` get variants if they are documented. Any operation may
    /// answer with them, so by default they do not.
    pub const fn base_codes(mut self, included: bool) -> Self {
        self.base_codes = included;
        self
    }

    /// The source.
    ///
    /// # Errors
    ///
    /// If the operation documents no codes. Use [`AnyCode`](immersve_errors::AnyCode) for such an operation.
    pub fn source(&self) -> Result<String, ScaffoldError> {
        let codes: Vec<_> = self
            .operation
            .codes()
            .iter()
            .filter(|code| self.base_codes || !is_base_code(code.code()))
            .collect();
        if codes.is_empty() {
            return Err(ScaffoldError {
                operation: self.operation.name(),
            });
        }
        Ok(self.lines(&codes).join("\n") + "\n")
    }

    fn lines(&self, codes: &[&DocumentedCode]) -> Vec<String> {
        let layout = |indent: &str| Layout {
            indent: indent.to_owned(),
            newline: "\n",
        };
        let request = inline_code(&self.operation.request());
        let operation = self.operation.name();
        let mut lines = vec![
            comment(&format!("Error codes of {request}.")),
            "#[derive(Debug, Clone, PartialEq, Eq, Hash, ::immersve_errors::ImmersveErrorCode)]"
                .into(),
        ];
        if is_writable(&operation) {
            let operation = format!("operation = {}", literal(&operation));
            lines.push(layout("").attribute("immersve", &[operation]));
        }
        lines.push("#[non_exhaustive]".into());
        lines.push(format!("pub enum {} {{", naming::enumeration(&operation)));

        let texts: Vec<&str> = codes.iter().map(|code| code.code()).collect();
        let mut taken = HashMap::new();
        let names = naming::variants(&texts, &mut taken);
        let mut body: Vec<String> = codes
            .iter()
            .zip(&names)
            .flat_map(|(code, name)| variant::lines(code, name, &layout("    ")))
            .collect();
        let unknown = naming::unique("Unknown", &mut taken);
        body.push("/// A code that was not documented when this was written.".into());
        body.push("#[immersve(unknown)]".into());
        body.push(format!("{unknown}(::immersve_errors::UnknownCode),"));
        lines.extend(body.iter().map(|line| format!("    {line}")));
        lines.push("}".into());
        lines
    }
}

/// Whether the derive accepts this as an operation.
fn is_writable(operation: &str) -> bool {
    operation.len() <= LONGEST && operation.chars().all(|c| c.is_ascii_graphic())
}

/// Why there is no enum for an operation.
///
/// `Display` and `Debug` are one line. `Send` and `Sync`.
#[derive(Clone, Error)]
#[error(
    "`{}` documents no codes of its own; use `ApiError<AnyCode>` for it",
    name(operation)
)]
pub struct ScaffoldError {
    operation: String,
}

debug_as_display!(ScaffoldError);
