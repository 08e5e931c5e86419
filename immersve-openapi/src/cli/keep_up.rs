//! `keep-up`: updates a project to the published document, and writes the body of a pull request.

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
    renames,
};
use crate::{
    compare::{comments::stale_comments, diff::Diff, enums::Comparison, rename::Renames},
    document::Document,
    error::FileError,
    options::Options,
    source::Sources,
    update::{Decisions, Edits},
};

/// Update your document copy and your enums to the published document
///
/// Replaces the YAML and JSON files of the copy, updates the enums, runs your tests, and writes a report for a pull
/// request: what changed, what is left to decide, and whether the tests pass. `immersve-openapi workflow` prints a
/// GitHub Actions workflow that runs it weekly.
///
/// Exit status: 1 if the tests fail, or if decisions are left but no file changed, so that no pull request asks for
/// them; 2 on failure; otherwise 0.
#[derive(Debug, Args)]
#[command(
    override_usage = "immersve-openapi keep-up [OPTIONS] <PUBLISHED> <COPY> <PATH>...\n       \
                      [-- <COMMAND>...]"
)]
pub(crate) struct KeepUp {
    /// Root file of the document, in a clone of the repository that publishes it
    published: PathBuf,

    /// Folder of your copy of the document, created if missing
    copy: PathBuf,

    /// Rust files, or folders to search for them
    #[arg(value_name = "PATH", required = true)]
    paths: Vec<PathBuf>,

    /// Write the report to this file instead of standard output
    #[arg(long, value_name = "FILE")]
    report: Option<PathBuf>,

    /// Branch of the pull request, for the commands in the report
    #[arg(long, value_name = "NAME")]
    branch: Option<String>,

    #[command(flatten)]
    options: Options,

    /// Command that runs your tests
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
        let undecided = edits.undecided_codes();
        let command = renames::command(&root, &self.paths, &self.options, &undecided);
        let report = Report {
            copy: &self.copy,
            commit: Commit::of(folder),
            branch: self.branch.as_deref(),
            document: &document,
            edits: &edits,
            command: (!undecided.is_empty()).then_some(command),
            stale: stale_comments(&comparison, older.as_ref()),
            tests: (!self.tests.is_empty()).then(|| TestRun::of(&self.tests)),
            diff: older.map(|older| Diff::of(&older, &document)),
        };
        match &self.report {
            None => output::print(&report.to_string())?,
            Some(path) => fs::write(path, report.to_string())
                .map_err(|error| FileError::of(path, "cannot be written").caused_by(error))?,
        }
        let is_told = copied || !edits.files.is_empty() || !report.has_decisions();
        let differs = !report.passes() || !is_told;
        Ok(Outcome::report(&edits.failures, differs))
    }
}
