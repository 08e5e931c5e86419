//! `update`: edits enums in Rust files, or prints what it would edit.

use std::error::Error;

use immersve_openapi::{Edits, SourceChange, Update, Warning};
use serde::Serialize;

use crate::{
    Outcome,
    output::{self, Warnings},
};

/// What `update --json` prints.
#[derive(Serialize)]
struct Updated<'a> {
    agrees: bool,
    enums: usize,
    changes: &'a [SourceChange],
    guesses: &'a [SourceChange],
    files: Vec<&'a str>,
    diff: String,
    warnings: &'a [Warning],
}

pub(crate) fn run(
    update: &Update<'_>,
    check: bool,
    json: bool,
    warnings: &mut Warnings,
) -> Result<Outcome, Box<dyn Error>> {
    let edits = update.edits()?;
    warnings.print(edits.warnings());
    if !check {
        edits.write()?;
    }
    if json {
        output::print_json(&Updated {
            agrees: edits.is_empty(),
            enums: edits.enums(),
            changes: edits.changes(),
            guesses: edits.guesses(),
            files: edits.texts().map(|(file, _)| file).collect(),
            diff: edits.diff(),
            warnings: edits.warnings(),
        })?;
    } else if check {
        output::print(&output::coloured_diff(&edits.diff()))?;
    } else {
        output::print(&report(&edits))?;
    }
    for guess in edits.guesses() {
        output::print_note(&format!("{guess}; to apply this, use --accept-renames"));
    }
    Ok(Outcome::differs(check && !edits.is_empty()))
}

fn report(edits: &Edits) -> String {
    let mut text = String::new();
    for change in edits.changes() {
        text.push_str(&change.to_string());
        text.push('\n');
    }
    let end = match (edits.texts().count(), edits.enums()) {
        (0, 1) => "one enum agrees with the document\n".to_owned(),
        (0, enums) => format!("{enums} enums agree with the document\n"),
        (1, _) => "one file was changed\n".to_owned(),
        (files, _) => format!("{files} files were changed\n"),
    };
    text + &end
}
