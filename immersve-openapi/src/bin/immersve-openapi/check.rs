//! `check`: compares the catalogue, or the enums in Rust files, with a document.

use std::{
    error::Error,
    path::{Path, PathBuf},
};

use immersve_openapi::{Difference, SourceDrift, Warning};
use serde::Serialize;

use crate::{
    Outcome, document,
    output::{self, Warnings},
};

/// What `check --json` prints.
#[derive(Serialize)]
struct Catalogue<'a> {
    agrees: bool,
    operations: usize,
    differences: &'a [Difference],
}

/// What `check --json` prints with paths.
#[derive(Serialize)]
struct Sources<'a> {
    agrees: bool,
    enums: usize,
    drifts: &'a [SourceDrift],
    warnings: &'a [Warning],
}

pub(crate) fn catalogue(
    root: &Path,
    json: bool,
    warnings: &mut Warnings,
) -> Result<Outcome, Box<dyn Error>> {
    let document = document::read(root, warnings)?;
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
    root: &Path,
    paths: &[PathBuf],
    base_codes: bool,
    json: bool,
    warnings: &mut Warnings,
) -> Result<Outcome, Box<dyn Error>> {
    let document = document::read(root, warnings)?;
    let sources = document::sources(paths)?;
    let check = document
        .checker()
        .base_codes(base_codes)
        .check_sources(&sources);
    warnings.print(check.warnings());
    if json {
        output::print_json(&Sources {
            agrees: check.agrees(),
            enums: check.enums(),
            drifts: check.drifts(),
            warnings: check.warnings(),
        })?;
    } else if check.agrees() {
        let enums = match check.enums() {
            1 => "one enum agrees".to_owned(),
            many => format!("{many} enums agree"),
        };
        output::print(&format!("{enums} with the document\n"))?;
    } else {
        output::print(&output::coloured(&check.to_string()))?;
    }
    Ok(Outcome::differs(!check.agrees()))
}
