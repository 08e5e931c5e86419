//! `diff`: prints what changed between two documents.

use std::{error::Error, path::Path, thread};

use serde::Serialize;

use super::{
    Outcome,
    output::{self, Warnings},
};
use crate::{Difference, Document};

/// What `diff --json` prints.
#[derive(Serialize)]
struct Differences<'a> {
    differences: &'a [Difference],
}

pub(crate) fn run(
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
