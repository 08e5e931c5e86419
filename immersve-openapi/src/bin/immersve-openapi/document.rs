//! `diff`, `list` and `scaffold`, which only read documents.

use std::{
    error::Error,
    path::{Path, PathBuf},
    thread,
};

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

/// Reads Rust files. It is an error if they have no enum to check.
pub(crate) fn sources(paths: &[PathBuf]) -> Result<Sources, Box<dyn Error>> {
    let sources = Sources::read(paths)?;
    let has_enums = sources.enums().any(|found| found.operation().is_some());
    if !has_enums && sources.warnings().is_empty() {
        return Err(
            "no enum in the given files derives `ImmersveErrorCode` and names an operation".into(),
        );
    }
    Ok(sources)
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
    operation: &str,
    root: &Path,
    base_codes: bool,
    warnings: &mut Warnings,
) -> Result<Outcome, Box<dyn Error>> {
    let document = read(root, warnings)?;
    let scaffold = Scaffold::new(document.operation(operation)?).base_codes(base_codes);
    output::print(&scaffold.source()?)?;
    Ok(Outcome::Agree)
}
