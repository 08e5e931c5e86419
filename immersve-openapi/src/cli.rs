//! The command `immersve-openapi`.

mod args;
mod check;
mod diff;
mod explain;
mod keep_up;
mod list;
mod output;
mod renames;
mod scaffold;
mod update;
mod workflow;

use std::{error::Error, process::ExitCode};

use clap::{ColorChoice, Parser as _};

use self::{
    args::{Arguments, Command},
    output::Warnings,
};
use crate::document::warning::Warning;

/// The result of a command.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Outcome {
    /// There is no difference.
    Agree,
    /// There is a difference.
    Differ,
    /// A part failed, and its error is printed.
    Failed,
}

impl Outcome {
    const fn differs(differs: bool) -> Self {
        if differs { Self::Differ } else { Self::Agree }
    }

    /// The outcome of a comparison, after printing what failed.
    fn report(failures: &[Warning], differs: bool) -> Self {
        output::print_errors(failures);
        if failures.is_empty() {
            Self::differs(differs)
        } else {
            Self::Failed
        }
    }
}

/// The exit status of a command that failed.
const FAILURE: u8 = 2;

/// Runs the command with the arguments of this process.
#[must_use]
pub fn main() -> ExitCode {
    let arguments = Arguments::parse();
    match arguments.color {
        ColorChoice::Auto => anstream::ColorChoice::Auto,
        ColorChoice::Always => anstream::ColorChoice::Always,
        ColorChoice::Never => anstream::ColorChoice::Never,
    }
    .write_global();
    match run(&arguments) {
        Ok(Outcome::Agree) => ExitCode::SUCCESS,
        Ok(Outcome::Differ) => ExitCode::FAILURE,
        Ok(Outcome::Failed) => FAILURE.into(),
        Err(error) => {
            output::print_error(&*error);
            FAILURE.into()
        }
    }
}

fn run(arguments: &Arguments) -> Result<Outcome, Box<dyn Error>> {
    let warnings = &mut Warnings::default();
    let outcome = match &arguments.command {
        Command::Check(check) => check.run(warnings)?,
        Command::Update(update) => update.run(warnings)?,
        Command::Diff(diff) => diff.run(warnings)?,
        Command::List(list) => list.run(warnings)?,
        Command::Scaffold(scaffold) => scaffold.run(warnings)?,
        Command::Explain(explain) => explain.run()?,
        Command::KeepUp(keep_up) => keep_up.run(warnings)?,
        Command::Workflow(workflow) => workflow.run()?,
    };
    Ok(match outcome {
        Outcome::Agree if arguments.strict && warnings.any() => Outcome::Differ,
        outcome => outcome,
    })
}
