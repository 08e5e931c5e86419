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
/// Without PATH, checks the catalogue of `immersve-errors` that this program was built with. With PATH, checks the
/// enums that derive `ImmersveErrorCode` and name an operation, without compiling them. An enum may embed one of the
/// catalogue.
///
/// Also checks the enums of the catalogue that the files use as they are. The catalogue is that of the
/// `immersve-errors` in the lockfile of their project.
///
/// An enum that names no operation is not checked, and that is a warning, unless another enum embeds it.
///
/// Exits with status 0 if they agree with the document, 1 if they differ, and 2 if something could not be checked: if a
/// file that may have code enums cannot be read, if an enum is in a macro, or if there is no enum to check.
#[derive(Debug, Args)]
pub(crate) struct CheckArgs {
    #[command(flatten)]
    root: Root,

    /// Rust files, and folders with Rust files
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,

    /// Also list variants whose doc comment is the document's description of another code
    #[arg(long, requires = "paths")]
    descriptions: bool,

    /// An older copy of the document: with --descriptions, its descriptions are listed too where they have changed
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
        output::print_errors(&comparison.failures);
        Ok(if comparison.failures.is_empty() {
            Outcome::differs(!agrees)
        } else {
            Outcome::Failed
        })
    }
}
