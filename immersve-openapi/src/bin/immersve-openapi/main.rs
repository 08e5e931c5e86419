//! The command `immersve-openapi`: error codes held to the API's OpenAPI document.

mod args;
mod explain;
mod output;

use std::{error::Error, path::Path, process::ExitCode};

use args::{Args, Command};
use clap::{ColorChoice, Parser as _};
use immersve_openapi::{Difference, Document, Operation, Scaffold};
use serde::Serialize;

/// They differ.
const DRIFT: u8 = 1;

/// It could not be found out.
const FAILURE: u8 = 2;

fn main() -> ExitCode {
    let args = Args::parse();
    match args.color {
        ColorChoice::Auto => anstream::ColorChoice::Auto,
        ColorChoice::Always => anstream::ColorChoice::Always,
        ColorChoice::Never => anstream::ColorChoice::Never,
    }
    .write_global();
    match run(&args.command) {
        Ok(code) => code,
        Err(error) => {
            output::print_error(&*error);
            FAILURE.into()
        }
    }
}

fn run(command: &Command) -> Result<ExitCode, Box<dyn Error>> {
    match command {
        Command::Check { document, json } => return check(document, *json),
        Command::Diff { old, new, json } => diff(old, new, *json)?,
        Command::List {
            document,
            operations,
            json,
        } => list(document, operations, *json)?,
        Command::Scaffold {
            operation,
            document,
            base_codes,
        } => {
            let document = Document::read(document)?;
            let scaffold = Scaffold::new(document.operation(operation)?).base_codes(*base_codes);
            output::print(&scaffold.source()?)?;
        }
        Command::Explain { list: true, .. } => output::print(&explain::list())?,
        Command::Explain { subject, .. } => {
            let subject: Vec<&str> = subject.iter().map(String::as_str).collect();
            output::print(&explain::answer(&subject, explain::read_body)?)?;
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// What `check --json` prints.
#[derive(Serialize)]
struct Checked<'a> {
    holds: bool,
    operations: usize,
    differences: &'a [Difference],
}

/// What `diff --json` prints.
#[derive(Serialize)]
struct Differences<'a> {
    differences: &'a [Difference],
}

/// What `list --json` prints.
#[derive(Serialize)]
struct Listed<'a> {
    operations: Vec<&'a Operation>,
}

fn check(root: &Path, json: bool) -> Result<ExitCode, Box<dyn Error>> {
    let document = Document::read(root)?;
    let drift = document.checker().check_catalogue().err();
    if json {
        let differences = drift.as_ref().map_or(&[][..], |drift| drift.differences());
        output::print_json(&Checked {
            holds: drift.is_none(),
            operations: document.operations().len(),
            differences,
        })?;
    } else if let Some(drift) = &drift {
        output::print(&output::coloured(&drift.to_string()))?;
    } else {
        let operations = document.operations().len();
        output::print(&format!(
            "the catalogue and the document agree on {operations} operations\n"
        ))?;
    }
    Ok(match drift {
        Some(_) => DRIFT.into(),
        None => ExitCode::SUCCESS,
    })
}

fn diff(old: &Path, new: &Path, json: bool) -> Result<(), Box<dyn Error>> {
    let diff = Document::read(old)?.diff(&Document::read(new)?);
    if json {
        output::print_json(&Differences {
            differences: diff.differences(),
        })?;
    } else {
        output::print(&output::coloured(&diff.to_string()))?;
    }
    Ok(())
}

fn list(root: &Path, names: &[String], json: bool) -> Result<(), Box<dyn Error>> {
    let document = Document::read(root)?;
    let operations: Vec<&Operation> = if names.is_empty() {
        document.operations().iter().collect()
    } else {
        let found = names.iter().map(|name| document.operation(name));
        found.collect::<Result<_, _>>()?
    };
    if json {
        output::print_json(&Listed { operations })?;
    } else {
        output::print(&output::table(&operations)?)?;
    }
    Ok(())
}
