//! The arguments of the command line.

use std::path::PathBuf;

use clap::{Args, ColorChoice, Parser, Subcommand};

use super::{check, diff, explain, keep_up, list, scaffold, update, workflow};

/// Keep error code enums up to date with the Immersve OpenAPI document
#[derive(Debug, Parser)]
#[command(name = "immersve-openapi", version, propagate_version = true)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) command: Command,

    /// When to use color
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto")]
    pub(crate) color: ColorChoice,

    /// Exit with status 1 on warnings
    ///
    /// Warnings go to standard error. They report what could not be understood or edited.
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

/// The document to read.
#[derive(Debug, Args)]
pub(crate) struct Root {
    /// Root file of the document, YAML or JSON
    pub(crate) document: PathBuf,
}
