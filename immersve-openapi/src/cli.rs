//! The command `immersve-openapi`.

mod args;
mod check;
mod diff;
mod explain;
mod list;
mod output;
mod scaffold;
mod update;

use std::{error::Error, process::ExitCode};

use clap::{ColorChoice, Parser as _};

use self::args::{Args, Command};
use crate::{Checker, Sources, Update};

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
    fn differs(differs: bool) -> Self {
        if differs { Self::Differ } else { Self::Agree }
    }
}

/// The exit status of a command that failed.
const FAILURE: u8 = 2;

/// Runs the command with the arguments of this process.
#[must_use]
pub fn main() -> ExitCode {
    let args = Args::parse();
    match args.color {
        ColorChoice::Auto => anstream::ColorChoice::Auto,
        ColorChoice::Always => anstream::ColorChoice::Always,
        ColorChoice::Never => anstream::ColorChoice::Never,
    }
    .write_global();
    match run(&args) {
        Ok(Outcome::Agree) => ExitCode::SUCCESS,
        Ok(Outcome::Differ) => ExitCode::FAILURE,
        Ok(Outcome::Failed) => FAILURE.into(),
        Err(error) => {
            output::print_error(&*error);
            FAILURE.into()
        }
    }
}

fn run(args: &Args) -> Result<Outcome, Box<dyn Error>> {
    let warnings = &mut output::Warnings::default();
    let outcome = match &args.command {
        Command::Check {
            document,
            paths,
            base_codes,
            shared,
            json,
        } if !paths.is_empty() => {
            let document = warnings.read(document)?;
            let checker = document.checker().base_codes(*base_codes);
            let checker = shared.iter().fold(checker, Checker::shared);
            let sources = Sources::read(paths)?;
            check::sources(&sources, &checker.check_sources(&sources), *json, warnings)?
        }
        Command::Check { document, json, .. } => check::catalogue(document, *json, warnings)?,
        Command::Update {
            document,
            paths,
            check,
            accept_rename,
            accept_renames,
            base_codes,
            shared,
            json,
        } => {
            let document = warnings.read(document)?;
            let sources = Sources::read(paths)?;
            let update = Update::new(&document, &sources)
                .accept_renames(*accept_renames)
                .base_codes(*base_codes);
            let update = shared.iter().fold(update, Update::shared);
            let update = accept_rename.iter().fold(update, Update::accept_rename);
            let edits = update.edits()?;
            warnings.print(edits.warnings());
            name_operations(&sources)?;
            update::are_accepted(accept_rename, &edits, &sources)?;
            update::run(&edits, *check, *json)?
        }
        Command::Diff { old, new, json } => diff::run(old, new, *json, warnings)?,
        Command::List {
            document,
            operations,
            json,
        } => list::run(document, operations, *json, warnings)?,
        Command::Scaffold {
            document,
            operations,
            base_codes,
        } => scaffold::run(document, operations, *base_codes, warnings)?,
        Command::Explain {
            subject,
            list,
            json,
        } => {
            explain::run(subject, *list, *json)?;
            Outcome::Agree
        }
    };
    Ok(match outcome {
        Outcome::Agree if args.strict && warnings.any() => Outcome::Differ,
        outcome => outcome,
    })
}

/// Checks that there is an enum to check, or else a warning that says why there is none.
pub(crate) fn name_operations(sources: &Sources) -> Result<(), Box<dyn Error>> {
    if sources.enums().any(|found| found.operation().is_some()) || !sources.warnings().is_empty() {
        return Ok(());
    }
    Err(if sources.enums().next().is_some() {
        "no enum in the given files names an operation".into()
    } else {
        "no enum in the given files derives `ImmersveErrorCode`".into()
    })
}
