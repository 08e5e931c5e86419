//! `scaffold`: prints enums for the codes of operations.

use std::{error::Error, path::Path};

use super::{
    Outcome,
    output::{self, Warnings},
};
use crate::{Document, Scaffold};

pub(crate) fn run(
    root: &Path,
    operations: &[String],
    base_codes: bool,
    warnings: &mut Warnings,
) -> Result<Outcome, Box<dyn Error>> {
    let document = warnings.read(root)?;
    let mut enums = Vec::new();
    let mut outcome = Outcome::Agree;
    for operation in operations {
        match source(&document, operation, base_codes) {
            Ok(source) => enums.push(source),
            Err(error) => {
                output::print_error(&*error);
                outcome = Outcome::Failed;
            }
        }
    }
    output::print(&enums.join("\n"))?;
    Ok(outcome)
}

fn source(
    document: &Document,
    operation: &str,
    base_codes: bool,
) -> Result<String, Box<dyn Error>> {
    let operation = document.operation(operation)?;
    Ok(Scaffold::new(operation).base_codes(base_codes).source()?)
}
