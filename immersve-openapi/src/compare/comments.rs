//! Finds doc comments that the document has corrected since they were copied from it.

use std::{collections::HashMap, fmt};

use serde::Serialize;

use crate::{
    document::{Document, code::alphanumeric, operation::DocumentedCode},
    sanitize::{
        doc_comment::doc_lines,
        terminal::{name, sentence},
    },
};

use super::enums::{Compared, Comparison};

/// A variant whose doc comment is a description that the document no longer gives for its code.
///
/// `Display` is one line, escaped.
#[derive(Debug, PartialEq, Serialize)]
pub(crate) struct StaleComment {
    pub(crate) file: String,
    pub(crate) line: u64,
    #[serde(rename = "enum")]
    pub(crate) enum_name: String,
    pub(crate) variant: String,
    pub(crate) code: String,
    /// The code of the same operation that has this description; `None` if the code had it in the older document.
    pub(crate) other: Option<String>,
    /// What the document says of the code, as Markdown.
    pub(crate) now: String,
}

/// The stale comments of enums that name an operation. A comment that a person wrote is none of them.
pub(crate) fn stale_comments(
    comparison: &Comparison<'_, '_>,
    older: Option<&Document>,
) -> Vec<StaleComment> {
    let enums = comparison.enums.iter();
    enums
        .flat_map(|compared| of_enum(compared, older))
        .collect()
}

fn of_enum(compared: &Compared<'_, '_>, older: Option<&Document>) -> Vec<StaleComment> {
    let Ok(operation) = &compared.operation else {
        return Vec::new();
    };
    let found = compared.found;
    let older = older.and_then(|older| older.operation(&operation.name()).ok());
    let older = by_code(older.map_or(&[], |older| older.codes()));
    let now = by_code(operation.codes());
    let by_comment: HashMap<String, &str> = operation
        .codes()
        .iter()
        .map(|code| (comment(code), code.code()))
        .collect();
    let mut stale = Vec::new();
    for (at, code) in found.item.codes() {
        let words = words(&code.description);
        let Some(now) = code.texts().find_map(|text| now.get(text)) else {
            continue;
        };
        if words.is_empty() || words == comment(now) {
            continue;
        }
        let other = by_comment.get(&words).map(|code| (*code).to_owned());
        let mut before = code.texts().filter_map(|text| older.get(text));
        if other.is_none() && !before.any(|before| comment(before) == words) {
            continue;
        }
        let variant = &found.item.variants[at];
        stale.push(StaleComment {
            file: found.file().to_owned(),
            line: variant.line,
            enum_name: found.name().to_owned(),
            variant: variant.name.clone(),
            code: now.code().to_owned(),
            other,
            now: now.description().to_owned(),
        });
    }
    stale
}

fn by_code(codes: &[DocumentedCode]) -> HashMap<&str, &DocumentedCode> {
    codes.iter().map(|code| (code.code(), code)).collect()
}

/// The words of the comment that `scaffold` and `update` write for a code.
fn comment(code: &DocumentedCode) -> String {
    words(&doc_lines(code.description()).join(" "))
}

fn words(text: &str) -> String {
    alphanumeric(text).collect::<Vec<_>>().join(" ")
}

impl StaleComment {
    /// Whose description the comment is.
    pub(crate) fn whose(&self) -> String {
        match &self.other {
            Some(other) => format!("the description of `{other}`"),
            None => "an older description".to_owned(),
        }
    }
}

impl fmt::Display for StaleComment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{}:{}: the comment of `{}::{}` is {}; the document says of {}: {}",
            name(&self.file),
            self.line,
            self.enum_name,
            self.variant,
            self.whose(),
            self.code,
            sentence(&self.now),
        )
    }
}
