//! What may be said on the command line.

use std::path::PathBuf;

use clap::{ColorChoice, Parser, Subcommand};

/// Checks code enums against the API's OpenAPI document, and brings them up to date
#[derive(Debug, Parser)]
#[command(name = "immersve-openapi", version, propagate_version = true)]
pub(crate) struct Args {
    #[command(subcommand)]
    pub(crate) command: Command,

    /// When to use colours
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto")]
    pub(crate) color: ColorChoice,

    /// End with status 1 where there is a warning
    ///
    /// A warning is printed to standard error. It says what was not understood, or left alone.
    #[arg(long, global = true)]
    pub(crate) strict: bool,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Check the catalogue of this program, or the enums in Rust files, against a document
    ///
    /// Without PATH, the catalogue that this program was built with is checked. With PATH, the enums that
    /// derive `ImmersveErrorCode` and name an operation are; nothing is compiled.
    ///
    /// Ends with status 0 where they agree, 1 where they differ, and 2 where that could not be
    /// found out.
    Check {
        /// The root file of the document, YAML or JSON
        document: PathBuf,

        /// Rust files, and folders with Rust files
        #[arg(value_name = "PATH")]
        paths: Vec<PathBuf>,

        /// Check `FORBIDDEN` and `INVALID_REQUEST_INPUT` too, which any operation can answer with
        #[arg(long, requires = "paths")]
        base_codes: bool,

        /// Print JSON
        #[arg(long)]
        json: bool,
    },

    /// Bring the enums in Rust files up to a document, in place
    ///
    /// Takes the enums that derive `ImmersveErrorCode` and name an operation. A documented code that is
    /// missing becomes a variant. Statuses that differ are rewritten. A code whose alias is documented
    /// instead is swapped with it. A variant whose code is no longer documented is deprecated, never
    /// removed, and no longer deprecated when the code returns.
    ///
    /// Everything else in the files stays as it is. The files are replaced only if all of them can be.
    ///
    /// Ends with status 0, or with 2 where it failed. With --check, ends with 1 where a file has to change.
    #[command(verbatim_doc_comment)]
    Update {
        /// The root file of the document, YAML or JSON
        document: PathBuf,

        /// Rust files, and folders with Rust files
        #[arg(value_name = "PATH", required = true)]
        paths: Vec<PathBuf>,

        /// Change nothing; print what would change as a unified diff
        #[arg(long)]
        check: bool,

        /// Apply renames that are guessed: the variant keeps its name, gets the new code, and the old one
        /// becomes an alias
        ///
        /// Without this, the old code counts as gone and the new one as missing, and the guess is printed.
        #[arg(long)]
        accept_renames: bool,

        /// Update `FORBIDDEN` and `INVALID_REQUEST_INPUT` too, which any operation can answer with
        #[arg(long)]
        base_codes: bool,

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

        /// Write variants for `FORBIDDEN` and `INVALID_REQUEST_INPUT` too, which any operation can answer with
        #[arg(long)]
        base_codes: bool,
    },

    /// Explain a code, an operation or a response, from the catalogue of this program
    ///
    /// OPERATION CODE: what the code means at the operation.
    /// CODE: what it means at every operation that documents it.
    /// OPERATION: every code of the operation.
    /// [OPERATION] STATUS: what a response with this status means; its body is read from standard input.
    /// [OPERATION] -: what a response means; all of it is read from standard input, as `curl -i` prints it.
    #[command(verbatim_doc_comment)]
    Explain {
        /// An operation (an operationId, or a request such as "POST /api/cards"), a code, a status or -
        #[arg(num_args = 1..=2, required_unless_present = "list")]
        subject: Vec<String>,

        /// Print every operation and its codes
        #[arg(long, conflicts_with = "subject")]
        list: bool,

        /// Print JSON
        #[arg(long)]
        json: bool,
    },
}
