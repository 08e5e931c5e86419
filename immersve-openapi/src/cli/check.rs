//! `check`: compares the catalogue, or the enums in Rust files, with a document.

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
    compare::{
        change::Difference,
        comments::{StaleComment, stale_comments},
        drift::Drift,
        enums::Comparison,
        rename::Renames,
    },
    document::warning::Warning,
    options::Options,
    source::Sources,
};

/// Check the catalogue, or the enums in Rust files, against a document
///
/// Without PATH, checks the catalogue of the `immersve-errors` that this program was built with.
///
/// With PATH, checks all enums that derive `ImmersveErrorCode` and name an operation. Nothing is compiled. Catalogue
/// enums that the files use or embed are checked too, in the version of the project's lockfile.
///
/// An enum without an operation is skipped with a warning, unless another enum embeds it.
///
/// Exit status: 0 if everything agrees, 1 if something differs, 2 if something could not be checked, such as an
/// unreadable file or an enum in a macro, or if there was nothing to check.
#[derive(Debug, Args)]
pub(crate) struct CheckArgs {
    #[command(flatten)]
    root: Root,

    /// Rust files, or folders to search for them
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,

    /// Also report doc comments that describe another code
    ///
    /// Reports each variant whose doc comment is the document's description of another code.
    #[arg(long, requires = "paths")]
    descriptions: bool,

    /// With --descriptions: also report doc comments copied from this older document
    ///
    /// Reports each variant whose doc comment is a description that has changed since.
    #[arg(long, value_name = "DOCUMENT", requires = "descriptions")]
    since: Option<PathBuf>,

    #[command(flatten)]
    options: Options,

    /// Print JSON
    #[arg(long)]
    json: bool,
}

/// What `check --json` prints.
#[derive(Serialize)]
struct CheckedCatalogue<'a> {
    agrees: bool,
    operations: usize,
    differences: &'a [Difference],
}

/// What `check --json` prints with paths.
#[derive(Serialize)]
struct CheckedEnums<'a> {
    agrees: bool,
    enums: usize,
    unchecked: usize,
    drifts: &'a [EnumDrift<'a>],
    by_hand: &'a [Warning],
    stale_comments: &'a [StaleComment],
    warnings: &'a [Warning],
    failures: &'a [Warning],
}

#[derive(Serialize)]
struct EnumDrift<'a> {
    file: &'a str,
    line: u64,
    #[serde(rename = "enum")]
    name: &'a str,
    #[serde(flatten)]
    drift: Drift,
}

impl CheckArgs {
    pub(crate) fn run(&self, warnings: &mut Warnings) -> Result<Outcome, Box<dyn Error>> {
        if self.paths.is_empty() {
            self.catalogue(warnings)
        } else {
            self.enums(warnings)
        }
    }

    fn catalogue(&self, warnings: &mut Warnings) -> Result<Outcome, Box<dyn Error>> {
        let document = warnings.read(&self.root.document)?;
        let operations = document.operations().len();
        let drift = document.check_catalogue().err();
        if self.json {
            output::print_json(&CheckedCatalogue {
                agrees: drift.is_none(),
                operations,
                differences: drift.as_ref().map_or(&[], |drift| drift.differences()),
            })?;
        } else if let Some(drift) = &drift {
            output::print(&output::coloured(&drift.to_string()))?;
        } else {
            output::print(&format!(
                "the catalogue and the document agree on {operations} operations\n"
            ))?;
        }
        Ok(Outcome::differs(drift.is_some()))
    }

    fn enums(&self, warnings: &mut Warnings) -> Result<Outcome, Box<dyn Error>> {
        let document = warnings.read(&self.root.document)?;
        let sources = Sources::read(&self.paths, &self.options.exclude)?;
        let renames = &mut Renames::default();
        let comparison = Comparison::of(&document, &sources, &self.options, renames)?;
        warnings.print(&comparison.warnings);
        output::any_enum(
            &sources,
            comparison.enums.len() + comparison.others,
            &comparison.failures,
        )?;
        let drifts = comparison.enums.iter().filter_map(|compared| {
            Some(EnumDrift {
                file: compared.found.file(),
                line: compared.found.line(),
                name: compared.found.name(),
                drift: compared.drift().err()?,
            })
        });
        let drifts: Vec<EnumDrift<'_>> = drifts.collect();
        let stale = if self.descriptions {
            let older = self.since.as_ref().map(|since| warnings.read(since));
            stale_comments(&comparison, older.transpose()?.as_ref())
        } else {
            Vec::new()
        };
        let by_hand = &comparison.by_hand;
        let agrees = drifts.is_empty()
            && by_hand.is_empty()
            && stale.is_empty()
            && comparison.failures.is_empty();
        let counts = Counts {
            enums: comparison.enums.len() + comparison.others,
            differ: drifts.len() + by_hand.len(),
            unchecked: comparison.unchecked,
        };
        if self.json {
            output::print_json(&CheckedEnums {
                agrees,
                enums: counts.enums,
                unchecked: counts.unchecked,
                drifts: &drifts,
                by_hand,
                stale_comments: &stale,
                warnings: &comparison.warnings,
                failures: &comparison.failures,
            })?;
        } else if drifts.is_empty() {
            output::print(&counts.summary())?;
        } else {
            let drifts: Vec<String> = drifts.iter().map(|it| it.drift.to_string()).collect();
            output::print(&output::coloured(&drifts.join("\n\n")))?;
        }
        let guessed = comparison.guessed_renames();
        renames::ask(&self.root.document, &self.paths, &self.options, &guessed);
        output::print_errors(by_hand);
        output::print_errors(&stale);
        Ok(Outcome::report(&comparison.failures, !agrees))
    }
}
