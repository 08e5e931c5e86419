//! `diff`: prints what changed between two documents.

use std::{error::Error, path::PathBuf, thread};

use clap::Args;

use super::{
    Outcome,
    output::{self, Warnings},
};
use crate::{compare::diff, document::Document};

/// Print the changes between two documents, as Markdown for a changelog
///
/// Renames are guesses, and marked as such. Descriptions are sanitized: they add no HTML, links or mentions.
#[derive(Debug, Args)]
pub(crate) struct DiffArgs {
    /// Root file of the older document
    old: PathBuf,

    /// Root file of the newer document
    new: PathBuf,

    /// Print JSON
    #[arg(long)]
    json: bool,
}

impl DiffArgs {
    pub(crate) fn run(&self, warnings: &mut Warnings) -> Result<Outcome, Box<dyn Error>> {
        let (old, new) = thread::scope(|scope| {
            let old = scope.spawn(|| Document::read(&self.old));
            let new = Document::read(&self.new);
            (old.join(), new)
        });
        let old =
            old.map_err(|_| "internal error: the reader of the older document panicked")??;
        let new = new?;
        warnings.print(old.warnings());
        warnings.print(new.warnings());
        let diff = diff::Diff::of(&old, &new);
        if self.json {
            output::print_json(&diff)?;
        } else {
            output::print(&output::coloured(&diff.to_string()))?;
        }
        Ok(Outcome::Agree)
    }
}
