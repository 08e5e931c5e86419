//! `list`: prints the operations of a document and their codes.

use std::{error::Error, path::Path};

use serde::Serialize;

use super::{
    Outcome,
    output::{self, Warnings},
};
use crate::DocumentedOperation;

/// What `list --json` prints.
#[derive(Serialize)]
struct Listed<'a> {
    operations: Vec<&'a DocumentedOperation>,
}

pub(crate) fn run(
    root: &Path,
    names: &[String],
    json: bool,
    warnings: &mut Warnings,
) -> Result<Outcome, Box<dyn Error>> {
    let document = warnings.read(root)?;
    let operations: Vec<&DocumentedOperation> = if names.is_empty() {
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
