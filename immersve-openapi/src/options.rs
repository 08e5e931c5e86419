//! What the commands that look at enums have in common.

use std::path::PathBuf;

use clap::Args;

/// Which enums and codes are looked at.
#[derive(Debug, Default, Clone, Args)]
pub(crate) struct Options {
    /// Include `FORBIDDEN` and `INVALID_REQUEST_INPUT`, which any operation can return
    #[arg(long)]
    pub(crate) base_codes: bool,

    /// Enum whose codes several operations share
    ///
    /// It names no operation, and each of its codes must be documented by any of them. Can be repeated. Not needed for
    /// an enum that another enum in PATH embeds.
    #[arg(long, value_name = "ENUM")]
    pub(crate) shared: Vec<String>,

    /// Skip this file or folder in PATH
    ///
    /// Can be repeated.
    #[arg(long, value_name = "PATH")]
    pub(crate) exclude: Vec<PathBuf>,
}
