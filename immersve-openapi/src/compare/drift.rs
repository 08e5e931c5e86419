//! The report of the differences between an enum, or the catalogue, and a document.

use std::fmt;

use serde::Serialize;
use thiserror::Error;

use crate::{
    Change, Difference, StatusPattern,
    document::operation::did_you_mean,
    error::debug_as_display,
    naming,
    sanitize::terminal::{code_list, name, sentence, statuses},
};

/// The differences between an enum, or the catalogue, and a document.
///
/// `Display` and `Debug` are the same text of several lines: a diff, with advice for each difference.
///
/// `Send` and `Sync`. Its JSON has the differences.
#[derive(Clone, Error, Serialize)]
pub struct Drift {
    #[serde(skip)]
    subject: String,
    #[serde(skip)]
    side: &'static str,
    differences: Vec<Difference>,
    /// The file and line of the operation of each difference.
    #[serde(skip)]
    places: Vec<String>,
}

impl Drift {
    pub(crate) fn new(
        subject: &str,
        side: &'static str,
        differences: Vec<Difference>,
        place: impl Fn(&Difference) -> String,
    ) -> Result<(), Self> {
        if differences.is_empty() {
            return Ok(());
        }
        Err(Self {
            subject: subject.to_owned(),
            side,
            places: differences.iter().map(place).collect(),
            differences,
        })
    }

    /// The differences, in the order of the document. Operations that it lacks come last.
    #[must_use]
    pub fn differences(&self) -> &[Difference] {
        &self.differences
    }
}

impl fmt::Display for Drift {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let ways = match self.differences.len() {
            1 => "one way".to_owned(),
            many => format!("{many} ways"),
        };
        write!(f, "{} and the document differ in {ways}", self.subject)?;
        let mut heading = None;
        for (difference, place) in self.differences.iter().zip(&self.places) {
            let operation = (difference.operation(), difference.request());
            if heading != Some(operation) {
                write!(f, "\n\n{}", name(operation.0))?;
                if operation.0 != operation.1 {
                    write!(f, ", {}", name(operation.1))?;
                }
                if !place.is_empty() {
                    write!(f, " ({})", name(place))?;
                }
                heading = Some(operation);
            }
            line(f, self.side, difference.change())?;
        }
        Ok(())
    }
}

fn line(f: &mut fmt::Formatter<'_>, side: &str, change: &Change) -> fmt::Result {
    f.write_str("\n  ")?;
    match change {
        Change::OperationAdded { codes } if codes.is_empty() => {
            write!(f, "+ the operation is documented, {side} lacks it")
        }
        Change::OperationAdded { codes } => write!(
            f,
            "+ the operation is documented, {side} lacks it; its codes: {}",
            code_list(codes)
        ),
        Change::OperationRemoved { similar, .. } => write!(
            f,
            "- the operation is in {side}, the document lacks it{}",
            did_you_mean(similar)
        ),
        Change::OperationRenamed { from, to } => write!(
            f,
            "~ the operation is `{}` in {side}, `{}` in the document",
            name(from.as_deref().unwrap_or_default()),
            name(to.as_deref().unwrap_or_default())
        ),
        Change::OperationMoved { from, to } => write!(
            f,
            "~ the operation is `{}` in {side}, `{}` in the document",
            name(from),
            name(to)
        ),
        Change::CodeAdded {
            code,
            statuses: under,
            description,
        } => {
            write!(
                f,
                "+ {code} ({}) is documented, {side} lacks it; add `{}`",
                statuses(under),
                variant(code)
            )?;
            if !description.is_empty() {
                write!(f, "\n      {}", sentence(description))?;
            }
            Ok(())
        }
        Change::CodeRemoved {
            code,
            statuses: under,
        } => write!(
            f,
            "- {code} ({}) is in {side}, the document lacks it; remove it, or mark it \
             `#[deprecated]` to keep it",
            statuses(under)
        ),
        Change::CodeRenamed { from, to, evidence } if evidence.is_guess() => write!(
            f,
            "> {from} is in {side}, the document lacks it and has {to}\n      perhaps renamed, a \
             guess, as {}; if so, `#[immersve(alias = \"{from}\")] {}`",
            evidence.reason(),
            naming::variant(to).0,
        ),
        Change::CodeRenamed { from, to, .. } => write!(
            f,
            "> {from} is in {side}, the document has only its alias {to}; make {to} the code and \
             {from} the alias",
        ),
        Change::StatusesChanged { code, from, to } => {
            write!(
                f,
                "~ {code} is {} in {side}, {} in the document",
                statuses(from),
                statuses(to)
            )?;
            let exact: Vec<String> = to
                .iter()
                .filter_map(|pattern| match pattern {
                    StatusPattern::Exact(status) => Some(format!("status = {status}")),
                    _ => None,
                })
                .collect();
            if exact.len() == to.len() {
                write!(f, "; write `#[immersve({})]`", exact.join(", "))?;
            }
            Ok(())
        }
        Change::DescriptionChanged { code, .. } => write!(f, "~ {code} has a new description"),
    }
}

/// The source of the variant to add for a code.
fn variant(code: &str) -> String {
    match naming::variant(code) {
        (name, true) => format!("#[immersve(code = \"{code}\")] {name}"),
        (name, false) => name,
    }
}

debug_as_display!(Drift);
