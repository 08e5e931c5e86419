//! The report of the differences between an enum, or the catalogue, and a document.

use std::{collections::HashMap, fmt};

use serde::Serialize;
use thiserror::Error;

use crate::{
    compare::change::{Change, Difference},
    document::{
        operation::{DocumentedOperation, did_you_mean},
        status::StatusPattern,
    },
    error::debug_as_display,
    naming,
    sanitize::terminal::{code_list, name, sentence, statuses},
};

/// The differences between an enum, or the catalogue, and a document.
///
/// `Display` and `Debug` are the same: a report of several lines, with advice for each difference.
#[derive(Clone, Error, Serialize)]
pub struct Drift {
    #[serde(skip)]
    subject: String,
    #[serde(skip)]
    side: &'static str,
    differences: Vec<Difference>,
    /// The file and line of each operation, by its method and path.
    #[serde(skip)]
    locations: HashMap<String, String>,
}

impl Drift {
    pub(crate) fn new<'d>(
        subject: &str,
        side: &'static str,
        differences: Vec<Difference>,
        operations: impl IntoIterator<Item = &'d DocumentedOperation>,
    ) -> Result<(), Self> {
        if differences.is_empty() {
            return Ok(());
        }
        let locations = operations.into_iter().map(|operation| {
            let location = format!("{}:{}", operation.file(), operation.line());
            (operation.request(), location)
        });
        Err(Self {
            subject: subject.to_owned(),
            side,
            locations: locations.collect(),
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
        let count = match self.differences.len() {
            1 => "1 difference".to_owned(),
            many => format!("{many} differences"),
        };
        write!(f, "{} is out of date ({count})", self.subject)?;
        let mut heading = None;
        for difference in &self.differences {
            let operation = (difference.operation(), difference.request());
            if heading != Some(operation) {
                write!(f, "\n\n{}", name(operation.0))?;
                if operation.0 != operation.1 {
                    write!(f, ", {}", name(operation.1))?;
                }
                if let Some(location) = self.locations.get(operation.1) {
                    write!(f, " ({})", name(location))?;
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
            variant,
        } => {
            write!(
                f,
                "+ {code} ({}) is documented, {side} lacks it",
                statuses(under)
            )?;
            if let Some(variant) = variant {
                write!(f, "; add `{}`", naming::declaration(variant, code))?;
            }
            if !description.is_empty() {
                write!(f, "\n      {}", sentence(description))?;
            }
            Ok(())
        }
        Change::CodeRemoved {
            code,
            statuses: under,
            ..
        } => write!(
            f,
            "- {code} ({}) is in {side}, the document lacks it; remove it, or mark it \
             `#[deprecated]` to keep it",
            statuses(under)
        ),
        Change::CodeRenamed { from, to, evidence } if evidence.is_guess() => write!(
            f,
            "> {from} is in {side}, the document lacks it and has {to}\n      perhaps renamed (a \
             guess: {}); if so, write `#[immersve(code = \"{to}\", alias = \"{from}\")]` on its variant",
            evidence.reason(),
        ),
        Change::CodeRenamed { from, to, .. } => write!(
            f,
            "> {from} is in {side}, the document has only its alias {to}; make {to} the code and \
             {from} the alias",
        ),
        Change::CodeRestored { code } => {
            write!(
                f,
                "~ {code} is documented again; remove its `#[deprecated]`"
            )
        }
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

debug_as_display!(Drift);
