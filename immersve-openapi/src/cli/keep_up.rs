//! `keep-up`: brings a project up to the published document, and writes the text of a pull request.

mod copy;
mod published;
mod report;
mod test_run;

use std::{
    error::Error,
    ffi::OsString,
    fs,
    path::{Path, PathBuf},
};

use clap::Args;

use self::{published::Commit, report::Report, test_run::TestRun};
use super::{
    Outcome,
    output::{self, Warnings},
    renames, update,
};
use crate::{
    compare::{comments::stale_comments, diff::Diff, enums::Comparison, rename::Renames},
    document::Document,
    error::FileError,
    options::Options,
    source::Sources,
    update::{Decisions, Edits},
};

/// Bring your copy of the document and your enums up to the published document
///
/// Replaces the YAML and JSON files of the copy, updates the enums in Rust files, runs your tests, and writes a report,
/// the text of a pull request: what changed, what you have to decide, and whether the tests pass. `immersve-openapi
/// workflow` prints a workflow of GitHub Actions that does this every week.
///
/// Exits with status 1 if the tests fail, or if something is left to decide but no file changed, so that no pull request
/// says so. Exits with 2 if something failed, and else with 0.
#[derive(Debug, Args)]
pub(crate) struct KeepUp {
    /// The root file of the document, in a clone of the repository that publishes it
    published: PathBuf,

    /// The folder of your copy of the document; it is made if it does not exist
    copy: PathBuf,

    /// Rust files, and folders with Rust files
    #[arg(value_name = "PATH", required = true)]
    paths: Vec<PathBuf>,

    /// Write the report to this file, as Markdown, and not to standard output
    #[arg(long, value_name = "FILE")]
    report: Option<PathBuf>,

    /// The branch of the pull request, for the commands in the report
    #[arg(long, value_name = "NAME")]
    branch: Option<String>,

    #[command(flatten)]
    options: Options,

    /// The command that runs your tests
    #[arg(last = true, value_name = "COMMAND")]
    tests: Vec<OsString>,
}

impl KeepUp {
    pub(crate) fn run(&self, warnings: &mut Warnings) -> Result<Outcome, Box<dyn Error>> {
        published::find(&self.published)?;
        let name = self.published.file_name().unwrap_or_default();
        copy::check(&self.copy, name.as_ref())?;
        // Nothing is changed if something cannot be read.
        Document::read(&self.published)?;
        let sources = Sources::read(&self.paths, &self.options.exclude)?;
        let root = self.copy.join(name);
        let older = root.is_file().then(|| Document::read(&root));
        // The older copy is only compared, so it does no harm if it cannot be read.
        let older = older.and_then(Result::ok);
        let folder = match self.published.parent() {
            Some(folder) if !folder.as_os_str().is_empty() => folder,
            _ => Path::new("."),
        };
        let copied = copy::replace(&self.copy, folder)?;
        let document = warnings.read(&root)?;

        let edits = Edits::of(&document, &sources, &self.options, &Decisions::default())?;
        output::any_enum(&sources, edits.enums, &edits.failures)?;
        edits.write()?;
        warnings.print(&edits.warnings);
        let comparison =
            Comparison::of(&document, &sources, &self.options, &mut Renames::default())?;
        let mut old_codes = update::renamed(&edits.undecided);
        old_codes.dedup();
        let command = renames::command(&root, &self.paths, &self.options, &old_codes);
        let report = Report {
            copy: &self.copy,
            commit: Commit::of(folder),
            branch: self.branch.as_deref(),
            document: &document,
            edits: &edits,
            command: (!old_codes.is_empty()).then_some(command),
            stale: stale_comments(&comparison, older.as_ref()),
            tests: (!self.tests.is_empty()).then(|| TestRun::of(&self.tests)),
            diff: older.map(|older| Diff::of(&older, &document)),
        };
        match &self.report {
            None => output::print(&report.to_string())?,
            Some(path) => fs::write(path, report.to_string()).map_err(|error| {
                FileError::new(path.display().to_string(), "cannot be written").caused_by(error)
            })?,
        }
        output::print_errors(&edits.failures);
        Ok(if edits.failures.is_empty() {
            let is_told = copied || !edits.files.is_empty() || !report.has_decisions();
            Outcome::differs(!report.passes() || !is_told)
        } else {
            Outcome::Failed
        })
    }
}
