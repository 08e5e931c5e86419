//! `workflow`: prints a workflow of GitHub Actions that runs `keep-up` every week.

use std::error::Error;

use clap::Args;

use super::{Outcome, output};

/// Print a GitHub Actions workflow that keeps your enums up to date
///
/// It runs `keep-up` weekly and opens a pull request. Save it as `.github/workflows/immersve-api.yml`, and adapt its
/// variables.
#[derive(Debug, Args)]
pub(crate) struct Workflow;

impl Workflow {
    #[expect(clippy::unused_self, reason = "all commands are run in the same way")]
    pub(crate) fn run(&self) -> Result<Outcome, Box<dyn Error>> {
        output::print(include_str!("../../keep-up.yml"))?;
        Ok(Outcome::Agree)
    }
}
