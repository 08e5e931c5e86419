//! `update`: edits enums in Rust files, or prints what it would edit.

use std::{error::Error, path::PathBuf};

use clap::Args;
use serde::Serialize;

use super::{
    Outcome,
    args::Root,
    output::{self, Counts, Warnings},
    renames,
};
use crate::{
    document::warning::Warning,
    options::Options,
    sanitize::terminal::name,
    source::Sources,
    update::{Decisions, Edits, report::SourceChange},
};

/// Update the enums in Rust files from a document, in place
///
/// Edits all enums that derive `ImmersveErrorCode` and name an operation:
/// - Missing codes are added as variants.
/// - Wrong statuses are corrected.
/// - If the document has an alias instead of the code, the two are swapped.
/// - A variant whose code is gone is deprecated, never removed. If the code
///   returns, the deprecation is removed.
/// - A possible rename is left alone until you accept or reject it. The command
///   to copy is printed.
///
/// The rest of each file is unchanged, byte for byte. Either all files are
/// replaced, or none.
///
/// Exit status: 0, or 2 on failure. With --check, 1 if a file would change or an
/// enum differs.
#[derive(Debug, Args)]
#[command(verbatim_doc_comment)]
pub(crate) struct UpdateArgs {
    #[command(flatten)]
    root: Root,

    /// Rust files, or folders to search for them
    #[arg(value_name = "PATH", required = true)]
    paths: Vec<PathBuf>,

    /// Print a diff instead of changing files
    #[arg(long)]
    check: bool,

    /// Apply the guessed rename of this code
    ///
    /// The variant keeps its name and gets the new code. The old code becomes an alias. Can be repeated.
    #[arg(long, value_name = "OLD_CODE")]
    accept_rename: Vec<String>,

    /// Reject the guessed rename of this code
    ///
    /// Its variant is deprecated, and the new code gets a variant of its own. Can be repeated.
    #[arg(long, value_name = "OLD_CODE")]
    reject_rename: Vec<String>,

    /// Deprecate all variants of an enum whose operation documents no codes
    #[arg(long)]
    allow_removals: bool,

    #[command(flatten)]
    options: Options,

    /// Print JSON
    #[arg(long)]
    json: bool,
}

/// What `update --json` prints.
#[derive(Serialize)]
struct Updated<'a> {
    agrees: bool,
    enums: usize,
    unchecked: usize,
    changes: &'a [SourceChange],
    undecided: &'a [SourceChange],
    by_hand: &'a [Warning],
    files: Vec<&'a str>,
    diff: String,
    warnings: &'a [Warning],
    failures: &'a [Warning],
}

impl UpdateArgs {
    pub(crate) fn run(&self, warnings: &mut Warnings) -> Result<Outcome, Box<dyn Error>> {
        let document = warnings.read(&self.root.document)?;
        let sources = Sources::read(&self.paths, &self.options.exclude)?;
        let decisions = Decisions {
            accepted: self.accept_rename.clone(),
            rejected: self.reject_rename.clone(),
            removals: self.allow_removals,
        };
        let edits = Edits::of(&document, &sources, &self.options, &decisions)?;
        warnings.print(&edits.warnings);
        warnings.print(&edits.by_hand);
        output::any_enum(&sources, edits.enums, &edits.failures)?;
        self.are_guesses(&edits, &sources)?;
        if !self.check {
            edits.write()?;
        }
        if self.json {
            output::print_json(&Updated {
                agrees: edits.agrees(),
                enums: edits.enums,
                unchecked: edits.unchecked,
                changes: &edits.changes,
                undecided: &edits.undecided,
                by_hand: &edits.by_hand,
                files: edits.files.iter().map(|file| &*file.name).collect(),
                diff: edits.diff(),
                warnings: &edits.warnings,
                failures: &edits.failures,
            })?;
        } else if self.check {
            output::print(&output::coloured_diff(&edits.diff()))?;
        } else {
            output::print(&report(&edits))?;
        }
        for undecided in &edits.undecided {
            output::print_note(&undecided.located(&undecided.question()));
        }
        let undecided = edits.undecided_codes();
        renames::ask(&self.root.document, &self.paths, &self.options, &undecided);
        let differs = self.check && !edits.agrees();
        Ok(Outcome::report(&edits.failures, differs))
    }

    /// Checks that each rename that was accepted is applied, or was before.
    fn are_guesses(&self, edits: &Edits, sources: &Sources) -> Result<(), Box<dyn Error>> {
        let is_done = |code: &str| {
            let mut applied = edits.changes.iter().map(SourceChange::renamed_from);
            let mut enums = sources.enums();
            applied.any(|it| it == Some(code)) || enums.any(|found| found.has_alias(code))
        };
        let Some(code) = self.accept_rename.iter().find(|code| !is_done(code)) else {
            return Ok(());
        };
        let others: Vec<&str> = edits.undecided_codes().into_iter().collect();
        let others = match &*others {
            [] => String::new(),
            others => format!("; these may have been: {}", others.join(", ")),
        };
        Err(format!("nothing suggests that `{}` was renamed{others}", name(code)).into())
    }
}

fn report(edits: &Edits) -> String {
    let counts = Counts {
        enums: edits.enums,
        differ: edits.left,
        unchecked: edits.unchecked,
    };
    let mut lines: Vec<String> = edits.changes.iter().map(ToString::to_string).collect();
    match edits.files.len() {
        0 => {}
        1 => lines.push("1 file changed".to_owned()),
        files => lines.push(format!("{files} files changed")),
    }
    lines.push(counts.summary());
    lines.join("\n")
}
