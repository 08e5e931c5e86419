//! `check`: compares the catalogue, or the enums in Rust files, with a document.

use std::{error::Error, path::Path};

use serde::Serialize;

use super::{
    Outcome, name_operations,
    output::{self, Warnings},
};
use crate::{Difference, SourceCheck, SourceDrift, Sources, Warning};

/// What `check --json` prints.
#[derive(Serialize)]
struct Catalogue<'a> {
    agrees: bool,
    operations: usize,
    differences: &'a [Difference],
}

/// What `check --json` prints with paths.
#[derive(Serialize)]
struct Checked<'a> {
    agrees: bool,
    enums: usize,
    unchecked: usize,
    drifts: &'a [SourceDrift],
    warnings: &'a [Warning],
}

pub(crate) fn catalogue(
    root: &Path,
    json: bool,
    warnings: &mut Warnings,
) -> Result<Outcome, Box<dyn Error>> {
    let document = warnings.read(root)?;
    let drift = document.checker().check_catalogue().err();
    if json {
        let differences = drift.as_ref().map_or(&[][..], |drift| drift.differences());
        output::print_json(&Catalogue {
            agrees: drift.is_none(),
            operations: document.operations().len(),
            differences,
        })?;
    } else if let Some(drift) = &drift {
        output::print(&output::coloured(&drift.to_string()))?;
    } else {
        let operations = document.operations().len();
        output::print(&format!(
            "the catalogue and the document agree on {operations} operations\n"
        ))?;
    }
    Ok(Outcome::differs(drift.is_some()))
}

pub(crate) fn sources(
    sources: &Sources,
    check: &SourceCheck,
    json: bool,
    warnings: &mut Warnings,
) -> Result<Outcome, Box<dyn Error>> {
    warnings.print(check.warnings());
    name_operations(sources)?;
    if json {
        output::print_json(&Checked {
            agrees: check.agrees(),
            enums: check.enums(),
            unchecked: check.unchecked(),
            drifts: check.drifts(),
            warnings: check.warnings(),
        })?;
    } else if check.agrees() {
        output::print(&output::agreement(check.enums(), check.unchecked()))?;
    } else {
        output::print(&output::coloured(&check.to_string()))?;
    }
    Ok(Outcome::differs(!check.agrees()))
}
