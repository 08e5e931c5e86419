//! The command `immersve-openapi`.

mod args;
mod check;
mod document;
mod explain;
mod output;
mod update;

use std::{error::Error, process::ExitCode};

use args::{Args, Command};
use clap::{ColorChoice, Parser as _};
use immersve_openapi::{Checker, Sources, Update};

/// The result of a command that did not fail.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Outcome {
    /// There is no difference.
    Agree,
    /// There is a difference.
    Differ,
}

impl Outcome {
    fn differs(differs: bool) -> Self {
        if differs { Self::Differ } else { Self::Agree }
    }
}

/// The exit status of a command that failed.
const FAILURE: u8 = 2;

fn main() -> ExitCode {
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
            let document = document::read(document, warnings)?;
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
            let document = document::read(document, warnings)?;
            let sources = Sources::read(paths)?;
            let update = Update::new(&document, &sources)
                .accept_renames(*accept_renames)
                .base_codes(*base_codes);
            let update = shared.iter().fold(update, Update::shared);
            let update = accept_rename.iter().fold(update, Update::accept_rename);
            let edits = update.edits()?;
            warnings.print(edits.warnings());
            document::name_operations(&sources)?;
            update::are_accepted(accept_rename, &edits, &sources)?;
            update::run(&edits, *check, *json)?
        }
        Command::Diff { old, new, json } => document::diff(old, new, *json, warnings)?,
        Command::List {
            document,
            operations,
            json,
        } => document::list(document, operations, *json, warnings)?,
        Command::Scaffold {
            operations,
            document,
            base_codes,
        } => document::scaffold(operations, document, *base_codes, warnings)?,
        Command::Explain {
            subject,
            list,
            json,
        } => {
            explain::run(subject, *list, *json)?;
            Outcome::Agree
        }
    };
    Ok(if args.strict && warnings.any() {
        Outcome::Differ
    } else {
        outcome
    })
}
