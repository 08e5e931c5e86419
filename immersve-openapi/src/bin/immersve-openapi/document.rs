//! `diff`, `list` and `scaffold`, which only read documents.

use std::{error::Error, path::Path, thread};

use immersve_openapi::{Difference, Document, Operation, Scaffold, Sources};
use serde::Serialize;

use crate::{
    Outcome,
    output::{self, Warnings},
};

/// What `diff --json` prints.
#[derive(Serialize)]
struct Differences<'a> {
    differences: &'a [Difference],
}

/// What `list --json` prints.
#[derive(Serialize)]
struct Listed<'a> {
    operations: Vec<&'a Operation>,
}

/// Reads a document, and prints its warnings.
pub(crate) fn read(root: &Path, warnings: &mut Warnings) -> Result<Document, Box<dyn Error>> {
    let document = Document::read(root)?;
    warnings.print(document.warnings());
    Ok(document)
}

/// Checks that there is an enum to check, or else a warning that says why there is none.
pub(crate) fn name_operations(sources: &Sources) -> Result<(), Box<dyn Error>> {
    if sources.enums().any(|found| found.operation().is_some()) || !sources.warnings().is_empty() {
        return Ok(());
    }
    Err(if sources.enums().next().is_some() {
        "no enum in the given files names an operation".into()
    } else {
        "no enum in the given files derives `ImmersveErrorCode`".into()
    })
}

/// The document and the operations of a command line, in any order: the document is the file, and if both the first
/// and the last argument are files, it stands where the help says.
fn in_order<'a>(
    document: &'a Path,
    operations: &'a [String],
    is_last: bool,
) -> (&'a Path, Vec<&'a str>) {
    let mut names: Vec<&str> = operations.iter().map(String::as_str).collect();
    let other = if is_last {
        0
    } else {
        names.len().saturating_sub(1)
    };
    if !document.is_file()
        && let Some(root) = names.get(other).copied()
        && Path::new(root).is_file()
        && let Some(operation) = document.to_str()
    {
        names.remove(other);
        names.insert(if is_last { names.len() } else { 0 }, operation);
        return (Path::new(root), names);
    }
    (document, names)
}

pub(crate) fn diff(
    old: &Path,
    new: &Path,
    json: bool,
    warnings: &mut Warnings,
) -> Result<Outcome, Box<dyn Error>> {
    let (old, new) = thread::scope(|scope| {
        let old = scope.spawn(|| Document::read(old));
        let new = Document::read(new);
        (old.join(), new)
    });
    let old = old.map_err(|_| "internal error: the reader of the older document panicked")??;
    let new = new?;
    warnings.print(old.warnings());
    warnings.print(new.warnings());
    let diff = old.diff(&new);
    if json {
        output::print_json(&Differences {
            differences: diff.differences(),
        })?;
    } else {
        output::print(&output::coloured(&diff.to_string()))?;
    }
    Ok(Outcome::Agree)
}

pub(crate) fn list(
    root: &Path,
    names: &[String],
    json: bool,
    warnings: &mut Warnings,
) -> Result<Outcome, Box<dyn Error>> {
    let (root, names) = in_order(root, names, false);
    let document = read(root, warnings)?;
    let operations: Vec<&Operation> = if names.is_empty() {
        document.operations().iter().collect()
    } else {
        let found = names.iter().map(|name| document.operation(name));
        found.collect::<Result<_, _>>()?
    };
    if json {
        output::print_json(&Listed { operations })?;
    } else {
        output::print(&output::table(&operations)?)?;
    }
    Ok(Outcome::Agree)
}

pub(crate) fn scaffold(
    operations: &[String],
    root: &Path,
    base_codes: bool,
    warnings: &mut Warnings,
) -> Result<Outcome, Box<dyn Error>> {
    let (root, operations) = in_order(root, operations, true);
    let document = read(root, warnings)?;
    let mut enums = Vec::new();
    for operation in operations {
        let scaffold = Scaffold::new(document.operation(operation)?).base_codes(base_codes);
        enums.push(scaffold.source()?);
    }
    output::print(&enums.join("\n"))?;
    Ok(Outcome::Agree)
}
