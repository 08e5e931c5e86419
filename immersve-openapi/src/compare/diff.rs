//! Compares two documents.

use std::fmt;

use serde::Serialize;

use crate::{
    compare::{
        Listed, Rule,
        change::{Change, Difference},
        compare,
    },
    document::Document,
    sanitize::{
        markdown::{code_name, safe_sentence},
        terminal::{code_list, statuses},
    },
};

/// What changed from an older document to a newer one, in the order of the newer one. Removed operations come last.
///
/// `Display` is Markdown for a changelog: a heading for each operation that changed, and a list below it.
#[derive(Debug, PartialEq, Serialize)]
pub(crate) struct Diff {
    pub(crate) differences: Vec<Difference>,
}

impl Diff {
    /// Operations are matched by `operationId`, or by method and path if they have none.
    pub(crate) fn of(older: &Document, newer: &Document) -> Self {
        let [older, newer] = [older, newer].map(|document| {
            let operations = document.operations().iter();
            operations.map(Listed::documented).collect::<Vec<_>>()
        });
        Self {
            differences: compare(&older, &newer, Rule::Document),
        }
    }
}

impl fmt::Display for Diff {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut heading = None;
        for difference in &self.differences {
            let operation = (difference.operation(), difference.request());
            if heading != Some(operation) {
                let gap = if heading.is_some() { "\n" } else { "" };
                write!(f, "{gap}### {}", code_name(operation.0))?;
                if operation.0 != operation.1 {
                    write!(f, ", {}", code_name(operation.1))?;
                }
                f.write_str("\n\n")?;
                heading = Some(operation);
            }
            line(f, difference.change())?;
        }
        Ok(())
    }
}

fn line(f: &mut fmt::Formatter<'_>, change: &Change) -> fmt::Result {
    f.write_str("- ")?;
    match change {
        Change::OperationAdded { codes } => {
            f.write_str("new operation")?;
            with_codes(f, " with ", codes)?;
        }
        Change::OperationRemoved { codes, .. } => {
            f.write_str("the operation was removed")?;
            with_codes(f, ", with its codes ", codes)?;
        }
        Change::OperationRenamed { from, to } => match (from, to) {
            (Some(from), _) => write!(f, "was called {}", code_name(from))?,
            (None, _) => f.write_str("had no `operationId`")?,
        },
        Change::OperationMoved { from, .. } => write!(f, "was {}", code_name(from))?,
        Change::CodeAdded {
            code,
            statuses: under,
            description,
            ..
        } => {
            write!(f, "added: `{code}` ({})", statuses(under))?;
            if !description.is_empty() {
                write!(f, ": {}", safe_sentence(description))?;
            }
        }
        Change::CodeRemoved {
            code,
            statuses: under,
            doubt,
        } => {
            let perhaps = if doubt.is_some() { "perhaps " } else { "" };
            write!(f, "{perhaps}removed: `{code}` ({})", statuses(under))?;
            if let Some(doubt) = doubt {
                write!(f, ": {}", safe_sentence(doubt))?;
            }
        }
        Change::CodeRenamed { from, to, evidence } => write!(
            f,
            "perhaps renamed: `{from}` to `{to}` (a guess: {})",
            evidence.reason()
        )?,
        Change::CodeRestored { code } => write!(f, "`{code}` is documented again")?,
        Change::StatusesChanged { code, from, to } => write!(
            f,
            "`{code}` is documented under {}, was under {}",
            statuses(to),
            statuses(from)
        )?,
        Change::DescriptionChanged { code, to, .. } => {
            write!(f, "`{code}` has a new description")?;
            if !to.is_empty() {
                write!(f, ": {}", safe_sentence(to))?;
            }
        }
    }
    f.write_str("\n")
}

fn with_codes(f: &mut fmt::Formatter<'_>, before: &str, codes: &[String]) -> fmt::Result {
    if codes.is_empty() {
        Ok(())
    } else {
        write!(f, "{before}{}", code_list(codes))
    }
}
