//! What the commands that look at enums have in common.

use std::path::PathBuf;

use clap::Args;

/// Which enums and codes are looked at.
#[derive(Debug, Default, Clone, Args)]
pub(crate) struct Options {
    /// Also look at `FORBIDDEN` and `INVALID_REQUEST_INPUT`, with which any operation can answer
    #[arg(long)]
    pub(crate) base_codes: bool,

    /// An enum that names no operation on purpose, as its codes are those of several operations
    ///
    /// Each of its codes must be documented at one of all operations. Can be repeated. An enum that another one in
    /// PATH embeds does not have to be listed.
    #[arg(long, value_name = "ENUM")]
    pub(crate) shared: Vec<String>,

    /// A file or folder in PATH that is not read
    ///
    /// Can be repeated.
    #[arg(long, value_name = "PATH")]
    pub(crate) exclude: Vec<PathBuf>,
}
