//! `list`: prints the operations of a document and their codes.

use std::error::Error;

use clap::Args;
use serde::Serialize;

use super::{
    Outcome,
    args::Root,
    output::{self, Warnings},
};
use crate::document::operation::DocumentedOperation;

/// List the operations of a document, and the codes of each
#[derive(Debug, Args)]
pub(crate) struct ListArgs {
    #[command(flatten)]
    root: Root,

    /// List only these, each an operationId or a request such as "POST /auth/logout"
    #[arg(value_name = "OPERATION")]
    operations: Vec<String>,

    /// Print JSON
    #[arg(long)]
    json: bool,
}

/// What `list --json` prints.
#[derive(Serialize)]
struct ListedOperations<'a> {
    operations: Vec<&'a DocumentedOperation>,
}

impl ListArgs {
    pub(crate) fn run(&self, warnings: &mut Warnings) -> Result<Outcome, Box<dyn Error>> {
        let document = warnings.read(&self.root.document)?;
        let operations: Vec<&DocumentedOperation> = if self.operations.is_empty() {
            document.operations().iter().collect()
        } else {
            let found = self.operations.iter().map(|name| document.operation(name));
            found.collect::<Result<_, _>>()?
        };
        if self.json {
            output::print_json(&ListedOperations { operations })?;
        } else {
            output::print(&output::table(&operations)?)?;
        }
        Ok(Outcome::Agree)
    }
}
