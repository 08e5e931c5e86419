//! The arguments of the command line.

use std::path::PathBuf;

use clap::{Args, ColorChoice, Parser, Subcommand};

use super::{check, diff, explain, keep_up, list, scaffold, update, workflow};

/// Checks error code enums against the API's OpenAPI document, and updates them
#[derive(Debug, Parser)]
#[command(name = "immersve-openapi", version, propagate_version = true)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) command: Command,

    /// When to use colours
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto")]
    pub(crate) color: ColorChoice,

    /// Exit with status 1 if there is a warning
    ///
    /// Warnings are printed to standard error. They say what was not understood or not edited.
    #[arg(long, global = true)]
    pub(crate) strict: bool,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    Check(check::CheckArgs),
    Update(update::UpdateArgs),
    Diff(diff::DiffArgs),
    List(list::ListArgs),
    Scaffold(scaffold::ScaffoldArgs),
    Explain(explain::ExplainArgs),
    KeepUp(keep_up::KeepUp),
    Workflow(workflow::Workflow),
}

/// The document that a command reads.
#[derive(Debug, Args)]
pub(crate) struct Root {
    /// The root file of the document, YAML or JSON
    pub(crate) document: PathBuf,
}
