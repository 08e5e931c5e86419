//! `scaffold`: prints enums for the codes of operations.

use std::error::Error;

use clap::Args;

use super::{
    Outcome,
    args::Root,
    output::{self, Warnings},
};
use crate::{
    document::{Document, warning::Warning},
    naming, scaffold,
};

/// Print a code enum for each operation, as Rust source
///
/// Exits with status 2 if an operation is unknown or documents no codes. The enums of all others are still printed.
#[derive(Debug, Args)]
pub(crate) struct ScaffoldArgs {
    #[command(flatten)]
    root: Root,

    /// Operations, each an operationId or a request such as "POST /auth/logout"
    #[arg(value_name = "OPERATION", required = true)]
    operations: Vec<String>,

    /// Include `FORBIDDEN` and `INVALID_REQUEST_INPUT`, which any operation can return
    #[arg(long)]
    base_codes: bool,
}

impl ScaffoldArgs {
    pub(crate) fn run(&self, warnings: &mut Warnings) -> Result<Outcome, Box<dyn Error>> {
        let document = warnings.read(&self.root.document)?;
        let mut enums = Vec::new();
        let mut outcome = Outcome::Agree;
        for operation in &self.operations {
            match self.source(&document, operation, warnings) {
                Ok(source) => enums.push(source),
                Err(error) => {
                    output::print_error(&*error);
                    outcome = Outcome::Failed;
                }
            }
        }
        output::print(&enums.join("\n"))?;
        Ok(outcome)
    }

    fn source(
        &self,
        document: &Document,
        operation: &str,
        warnings: &mut Warnings,
    ) -> Result<String, Box<dyn Error>> {
        let operation = document.operation(operation)?;
        let source = scaffold::source(operation, self.base_codes)?;
        if !naming::is_operation(&operation.name()) {
            let message = format!(
                "the derive does not accept `{operation}` as an operation, so the enum names none and is not checked"
            );
            let warning = Warning::new(operation.file().into(), operation.line(), message);
            warnings.print(&[warning]);
        }
        Ok(source)
    }
}
