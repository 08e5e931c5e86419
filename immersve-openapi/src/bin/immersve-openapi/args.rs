//! What may be said on the command line.

use std::path::PathBuf;

use clap::{ColorChoice, Parser, Subcommand};

/// Holds Immersve error codes to the API's OpenAPI document
#[derive(Debug, Parser)]
#[command(name = "immersve-openapi", version, propagate_version = true)]
pub(crate) struct Args {
    #[command(subcommand)]
    pub(crate) command: Command,

    /// When to use colours
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto")]
    pub(crate) color: ColorChoice,
}

const BASE_CODES: &str = "Write variants for FORBIDDEN and INVALID_REQUEST_INPUT too, which any operation can answer with";

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Hold the catalogue of this crate to a document
    ///
    /// Ends with status 0 where they agree, 1 where they differ, and 2 where that could not be
    /// found out.
    Check {
        /// The root file of the document, YAML or JSON
        document: PathBuf,

        /// Print JSON
        #[arg(long)]
        json: bool,
    },

    /// Say what changed between two documents, as Markdown for a changelog
    ///
    /// Renames are guesses, and marked as guesses.
    Diff {
        /// The root file of the older document
        old: PathBuf,

        /// The root file of the newer document
        new: PathBuf,

        /// Print JSON
        #[arg(long)]
        json: bool,
    },

    /// List the operations of a document and their codes
    List {
        /// The root file of the document, YAML or JSON
        document: PathBuf,

        /// Only these operations: an operationId, or a method and path such as "POST /auth/logout"
        operations: Vec<String>,

        /// Print JSON
        #[arg(long)]
        json: bool,
    },

    /// Write the enum for an operation's codes, as Rust source
    Scaffold {
        /// The operation: an operationId, or a method and path such as "POST /auth/logout"
        operation: String,

        /// The root file of the document, YAML or JSON
        document: PathBuf,

        #[arg(long, help = BASE_CODES)]
        base_codes: bool,
    },

    /// Explain a code, an operation or a response, from the catalogue of this program
    ///
    /// OPERATION CODE: what the code means at the operation.
    /// CODE: what it means at every operation that documents it.
    /// OPERATION: every code of the operation.
    /// [OPERATION] STATUS: what a response with this status means; its JSON body is read from standard input.
    #[command(verbatim_doc_comment)]
    Explain {
        /// An operation (an operationId, or a request such as "POST /api/cards"), a code or a status
        #[arg(num_args = 1..=2, required_unless_present = "list")]
        subject: Vec<String>,

        /// Print every operation and its codes
        #[arg(long, conflicts_with = "subject")]
        list: bool,
    },
}
