//! Compares two documents.

use std::fmt;

use crate::{
    Change, Difference, Document,
    compare::{Listed, Rule, compare},
    sanitize::{
        markdown::{code_name, safe_sentence},
        terminal::{code_list, statuses},
    },
};

/// What changed from an older document to a newer one.
///
/// `Display` is Markdown for a changelog: a heading for each operation that changed, and a list below it. The
/// Markdown has no HTML, links or mentions from the documents. Renames of codes are guesses, and marked as such.
/// No rename is guessed at an operation where more than 10,000 pairs of codes would have to be compared, or more
/// than 1,000,000 together with the operations before it.
///
/// `Send` and `Sync`. `Debug` shows all of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diff {
    differences: Vec<Difference>,
}

impl Document {
    /// What changed from this document to a newer one.
    ///
    /// Operations are matched by `operationId`, or by method and path if they have none.
    ///
    /// ```
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// # let folder = tempfile::tempdir()?;
    /// # let read = |name: &str, code: &str| -> Result<Document, Box<dyn std::error::Error>> {
    /// #     let path = folder.path().join(name);
    /// #     std::fs::write(&path, format!(r#"{{
    /// #         "openapi": "3.1.0",
    /// #         "paths": {{"/api/cards/{{cardId}}/activate": {{"post": {{
    /// #             "operationId": "activate-card",
    /// #             "responses": {{"403": {{"description": "**{code}**"}}}}
    /// #         }}}}}}
    /// #     }}"#))?;
    /// #     Ok(Document::read(&path)?)
    /// # };
    /// use immersve_openapi::Document;
    ///
    /// # let older = read("older.json", "CARD_STATE_INVALID")?;
    /// # let newer = read("newer.json", "CARD_ACTIVATION_FORBIDDEN")?;
    /// let diff = older.diff(&newer);
    /// let markdown = diff.to_string();
    /// assert_eq!(
    ///     markdown.lines().last(),
    ///     Some(
    ///         "- perhaps renamed: `CARD_STATE_INVALID` to `CARD_ACTIVATION_FORBIDDEN` \
    ///          (a guess, as nothing else was added or removed here)"
    ///     )
    /// );
    /// # Ok(())
    /// # }
    /// ```
    #[must_use]
    pub fn diff(&self, newer: &Self) -> Diff {
        Diff {
            differences: compare(&listed(self), &listed(newer), Rule::Document),
        }
    }
}

fn listed(document: &Document) -> Vec<Listed<'_>> {
    let operations = document.operations().iter();
    operations
        .map(|operation| Listed::documented(operation, |_| true))
        .collect()
}

impl Diff {
    /// The differences, in the order of the newer document. Removed operations come last.
    #[must_use]
    pub fn differences(&self) -> &[Difference] {
        &self.differences
    }

    /// Whether nothing changed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.differences.is_empty()
    }
}

impl fmt::Display for Diff {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut heading = None;
        for difference in &self.differences {
            let place = (difference.operation(), difference.request());
            if heading != Some(place) {
                let gap = if heading.is_some() { "\n" } else { "" };
                write!(f, "{gap}### {}", code_name(place.0))?;
                if place.0 != place.1 {
                    write!(f, ", {}", code_name(place.1))?;
                }
                f.write_str("\n\n")?;
                heading = Some(place);
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
        } => {
            write!(f, "added: `{code}` ({})", statuses(under))?;
            if !description.is_empty() {
                write!(f, ": {}", safe_sentence(description))?;
            }
        }
        Change::CodeRemoved {
            code,
            statuses: under,
        } => write!(f, "removed: `{code}` ({})", statuses(under))?,
        Change::CodeRenamed { from, to, evidence } => write!(
            f,
            "perhaps renamed: `{from}` to `{to}` (a guess, as {})",
            evidence.reason()
        )?,
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
