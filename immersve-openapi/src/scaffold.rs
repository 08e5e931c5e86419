//! Writes the source of a code enum from a document.

pub(crate) mod variant;

use immersve_errors::{BaseCode, ImmersveErrorCode};
use thiserror::Error;

use crate::{
    document::operation::{DocumentedCode, DocumentedOperation},
    naming,
    sanitize::{doc_comment::inline_code, terminal::name},
    scaffold::variant::{Layout, NewVariant, comment, literal},
};

/// Why there is no enum for an operation.
#[derive(Debug, Error)]
#[error("`{}` documents no codes of its own; use `ApiError<AnyCode>` for it", name(.0))]
pub(crate) struct NoCodes(String);

/// The enum for an operation's codes, as Rust source.
///
/// The source is formatted, and has doc comments from the document. It compiles in any module, because it uses full
/// paths. A variant whose name could mean several codes has an explicit `code`. The enum is open, so later codes are
/// not errors.
pub(crate) fn source(operation: &DocumentedOperation, base_codes: bool) -> Result<String, NoCodes> {
    let codes: Vec<&DocumentedCode> = operation
        .codes()
        .iter()
        .filter(|code| base_codes || BaseCode::from_code(code.code()).is_none())
        .collect();
    if codes.is_empty() {
        return Err(NoCodes(operation.name()));
    }
    Ok(lines(operation, &codes).join("\n") + "\n")
}

fn lines(operation: &DocumentedOperation, codes: &[&DocumentedCode]) -> Vec<String> {
    let layout = |indent: &str| Layout {
        indent: indent.to_owned(),
        step: "    ".to_owned(),
        newline: "\n",
    };
    let request = inline_code(&operation.request());
    let operation = operation.name();
    let mut lines = vec![
        comment(&format!("Error codes of {request}.")),
        "#[derive(Debug, Clone, PartialEq, Eq, Hash, ::immersve_errors::ImmersveErrorCode)]".into(),
    ];
    if naming::is_operation(&operation) {
        let operation = format!("operation = {}", literal(&operation));
        lines.push(layout("").attribute("immersve", &[operation]));
    }
    lines.push("#[non_exhaustive]".into());
    lines.push(format!("pub enum {} {{", naming::enumeration(&operation)));

    let texts: Vec<&str> = codes.iter().map(|code| code.code()).collect();
    let names = naming::variants(&texts, []);
    let unknown = naming::variants(&["UNKNOWN"], &names).concat();
    let mut body: Vec<String> = codes
        .iter()
        .zip(names)
        .flat_map(|(code, name)| NewVariant::new(code, name).lines(&layout("    ")))
        .collect();
    body.push("/// A code that was not documented when this was written.".into());
    body.push("#[immersve(unknown)]".into());
    body.push(format!("{unknown}(::immersve_errors::UnknownCode),"));
    lines.extend(body.iter().map(|line| format!("    {line}")));
    lines.push("}".into());
    lines
}
