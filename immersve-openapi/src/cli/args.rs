//! The arguments of the command line.

use std::path::PathBuf;

use clap::{ColorChoice, Parser, Subcommand};

/// Checks error code enums against the API's OpenAPI document, and updates them
#[derive(Debug, Parser)]
#[command(name = "immersve-openapi", version, propagate_version = true)]
pub(crate) struct Args {
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
    /// Check the catalogue, or the enums in Rust files, against a document
    ///
    /// Without PATH, checks the catalogue of `immersve-errors` that this program was built with. With PATH, checks
    /// the enums that derive `ImmersveErrorCode` and name an operation, without compiling them. An enum may embed one
    /// of the catalogue.
    ///
    /// An enum that names no operation is not checked, and that is a warning, unless another enum embeds it.
    ///
    /// Exits with status 0 if they agree with the document, 1 if they differ, and 2 if the check failed.
    Check {
        /// The root file of the document, YAML or JSON
        document: PathBuf,

        /// Rust files, and folders with Rust files
        #[arg(value_name = "PATH")]
        paths: Vec<PathBuf>,

        /// Also check `FORBIDDEN` and `INVALID_REQUEST_INPUT`, which any operation can answer with
        #[arg(long, requires = "paths")]
        base_codes: bool,

        /// An enum that names no operation on purpose, as its codes are those of several operations
        ///
        /// Then it is no warning that it is not checked. Can be repeated. An enum that another one in PATH embeds does
        /// not have to be listed.
        #[arg(long, value_name = "ENUM", requires = "paths")]
        shared: Vec<String>,

        /// Print JSON
        #[arg(long)]
        json: bool,
    },

    /// Update the enums in Rust files to a document, in place
    ///
    /// Edits the enums that derive `ImmersveErrorCode` and name an operation:
    /// - A documented code that is missing becomes a variant.
    /// - Statuses that differ are rewritten.
    /// - If an alias of a code is documented instead of the code, the two are swapped.
    /// - A variant whose code is no longer documented is deprecated, but never removed. If the code is
    ///   documented again, the variant is no longer deprecated.
    /// - If a code was perhaps renamed, that is printed, and applied if you accept it.
    ///
    /// Everything else in the files stays as it is. Either all files are replaced, or none.
    ///
    /// Exits with status 0, or with 2 if it failed. With --check, exits with 1 if a file has to change.
    #[command(verbatim_doc_comment)]
    Update {
        /// The root file of the document, YAML or JSON
        document: PathBuf,

        /// Rust files, and folders with Rust files
        #[arg(value_name = "PATH", required = true)]
        paths: Vec<PathBuf>,

        /// Change no file; print a unified diff of the changes
        #[arg(long)]
        check: bool,

        /// Apply the guess that this code was renamed: its variant keeps its name and gets the new code, and the old
        /// code becomes an alias
        ///
        /// Without this, the guess is printed; the old code counts as no longer documented and the new one as missing.
        /// If that was written already, restore the file first. Can be repeated.
        #[arg(long, value_name = "OLD_CODE")]
        accept_rename: Vec<String>,

        /// Apply all guessed renames
        #[arg(long)]
        accept_renames: bool,

        /// Also update `FORBIDDEN` and `INVALID_REQUEST_INPUT`, which any operation can answer with
        #[arg(long)]
        base_codes: bool,

        /// An enum that names no operation on purpose, as its codes are those of several operations
        ///
        /// Then it is no warning that it is not checked. Can be repeated. An enum that another one in PATH embeds does
        /// not have to be listed.
        #[arg(long, value_name = "ENUM")]
        shared: Vec<String>,

        /// Print JSON
        #[arg(long)]
        json: bool,
    },

    /// Print what changed between two documents, as Markdown for a changelog
    ///
    /// Renames are guesses, and marked as such.
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

    /// Print an enum for the codes of each operation, as Rust source
    Scaffold {
        /// The root file of the document, YAML or JSON
        document: PathBuf,

        /// The operations: each an operationId, or a method and path such as "POST /auth/logout"
        #[arg(value_name = "OPERATION", required = true)]
        operations: Vec<String>,

        /// Also write variants for `FORBIDDEN` and `INVALID_REQUEST_INPUT`, which any operation can answer with
        #[arg(long)]
        base_codes: bool,
    },

    /// Explain a code, an operation or a response
    ///
    /// OPERATION CODE: the meaning of the code at the operation. Two arguments can have any order.
    /// CODE: its meaning at every operation that documents it.
    /// OPERATION: every code of the operation.
    /// [OPERATION] STATUS: the meaning of a response with this status; reads its body from standard input.
    /// [OPERATION] -: the meaning of a response; reads it from standard input, as `curl -i` prints it.
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
