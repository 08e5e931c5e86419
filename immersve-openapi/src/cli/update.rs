//! `update`: edits enums in Rust files, or prints what it would edit.

use std::error::Error;

use immersve_errors::Escaped;
use serde::Serialize;

use super::{Outcome, output};
use crate::{Edits, SourceChange, SourceChangeKind, Sources, Warning};

/// What `update --json` prints.
#[derive(Serialize)]
struct Updated<'a> {
    agrees: bool,
    enums: usize,
    unchecked: usize,
    changes: &'a [SourceChange],
    guesses: &'a [SourceChange],
    late: &'a [SourceChange],
    files: Vec<&'a str>,
    diff: String,
    warnings: &'a [Warning],
}

pub(crate) fn run(edits: &Edits, check: bool, json: bool) -> Result<Outcome, Box<dyn Error>> {
    if !check {
        edits.write()?;
    }
    if json {
        output::print_json(&Updated {
            agrees: edits.is_empty(),
            enums: edits.enums(),
            unchecked: edits.unchecked(),
            changes: edits.changes(),
            guesses: edits.guesses(),
            late: edits.late(),
            files: edits.texts().map(|(file, _)| file).collect(),
            diff: edits.diff(),
            warnings: edits.warnings(),
        })?;
    } else if check {
        output::print(&output::coloured_diff(&edits.diff()))?;
    } else {
        output::print(&report(edits))?;
    }
    for guess in edits.guesses() {
        let SourceChangeKind::CodeRenamed { from, .. } = guess.kind() else {
            continue;
        };
        let accept = format!("`--accept-rename {from}`");
        output::print_note(&if check {
            format!("{guess}; to accept this, use {accept}")
        } else {
            format!(
                "{guess}; to accept this, restore the file, such as with `git checkout -- {}`, and run this command \
                 again with {accept}",
                shown(guess.file()),
            )
        });
    }
    for late in edits.late() {
        output::print_note(&too_late(late));
    }
    Ok(Outcome::differs(check && !edits.is_empty()))
}

/// Checks that each rename that was accepted one by one is applied, or was before.
pub(crate) fn are_accepted(
    accepted: &[String],
    edits: &Edits,
    sources: &Sources,
) -> Result<(), Box<dyn Error>> {
    let renamed = |changes: &'_ [SourceChange]| -> Vec<String> {
        let codes = changes.iter().filter_map(|change| match change.kind() {
            SourceChangeKind::CodeRenamed { from, .. } => Some(from.clone()),
            _ => None,
        });
        codes.collect()
    };
    let applied = renamed(edits.changes());
    let late = renamed(edits.late());
    for code in accepted {
        if applied.contains(code) || sources.enums().any(|found| found.has_alias(code)) {
            continue;
        }
        if let Some(at) = late.iter().position(|late| late == code) {
            return Err(too_late(&edits.late()[at]).into());
        }
        let mut others = renamed(edits.guesses());
        others.retain(|other| !accepted.contains(other));
        let others = match &*others {
            [] => String::new(),
            others => format!("; these may have been: {}", others.join(", ")),
        };
        let code = shown(code);
        return Err(format!("nothing suggests that `{code}` was renamed{others}").into());
    }
    Ok(())
}

fn too_late(late: &SourceChange) -> String {
    let file = shown(late.file());
    format!(
        "{late}; but an earlier update has deprecated it and added a variant; to accept this, restore the file as it \
         was before, such as with `git checkout -- {file}` or, if that update is committed, `git checkout main -- \
         {file}`, and run this command again"
    )
}

/// A text of outside without control characters for a terminal.
fn shown(text: &str) -> Escaped<'_> {
    Escaped::new(text, 256)
}

fn report(edits: &Edits) -> String {
    let mut text = String::new();
    for change in edits.changes() {
        text.push_str(&change.to_string());
        text.push('\n');
    }
    text + &match edits.texts().count() {
        0 => output::agreement(edits.enums(), edits.unchecked()),
        1 => "one file was changed\n".to_owned(),
        files => format!("{files} files were changed\n"),
    }
}
