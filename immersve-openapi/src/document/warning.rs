//! Parts of a document that were not understood, but are not errors.

use std::{fmt, sync::Arc};

use immersve_errors::Escaped;
use serde::Serialize;
use thiserror::Error;

use crate::{
    error::{FileError, debug_as_display},
    sanitize::terminal::name,
};

/// How much of a message is shown, in bytes.
const MESSAGE: usize = 512;

/// How many warnings the `Display` of an error has.
const SHOWN: usize = 20;

/// Something in a document or a Rust file that was not understood, with its location.
///
/// `Display` is one escaped line of limited length, in a form that editors recognise as a link:
/// ``docs/cards.yaml:12: `CARD_LOST` looks like a code but is not read as one``. `Debug` is the same.
#[derive(Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Warning {
    file: Arc<str>,
    line: u64,
    message: String,
}

impl Warning {
    pub(crate) fn new(file: Arc<str>, line: u64, message: impl Into<String>) -> Self {
        Self {
            file,
            line,
            message: message.into(),
        }
    }

    /// A part of a document that cannot be read.
    pub(crate) fn of(error: &FileError) -> Self {
        let line = error.line().unwrap_or_default();
        Self::new(error.file().into(), line, error.message())
    }

    /// Another message at the same place.
    pub(crate) fn with_message(&self, message: String) -> Self {
        Self {
            message,
            ..self.clone()
        }
    }

    /// The path of the file, which begins with the folder of the given path. Empty for a warning about an option.
    #[must_use]
    pub fn file(&self) -> &str {
        &self.file
    }

    /// The line, counted from 1.
    #[must_use]
    pub const fn line(&self) -> u64 {
        self.line
    }

    /// What was found, and what to write instead. It may contain unescaped text of the document.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.message
    }
}

impl fmt::Display for Warning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.file.is_empty() {
            write!(f, "{}:{}: ", name(&self.file), self.line)?;
        }
        write!(f, "{}", Escaped::new(&self.message, MESSAGE))
    }
}

debug_as_display!(Warning, WarningsError);

/// A document has warnings; from [`Document::deny_warnings`](crate::Document::deny_warnings).
///
/// `Display` and `Debug` are the same: the number of warnings, and the first twenty, one a line.
#[derive(Clone, Error)]
pub struct WarningsError {
    warnings: Vec<Warning>,
}

impl WarningsError {
    /// `None` where there are no warnings.
    pub(crate) fn new(warnings: &[Warning]) -> Option<Self> {
        (!warnings.is_empty()).then(|| Self {
            warnings: warnings.to_vec(),
        })
    }

    /// All warnings, in the order of the document.
    #[must_use]
    pub fn warnings(&self) -> &[Warning] {
        &self.warnings
    }
}

impl fmt::Display for WarningsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.warnings.len() {
            1 => f.write_str("the document has a warning")?,
            many => write!(f, "the document has {many} warnings")?,
        }
        for warning in self.warnings.iter().take(SHOWN) {
            write!(f, "\n  {warning}")?;
        }
        match self.warnings.len().checked_sub(SHOWN) {
            Some(more @ 1..) => write!(f, "\n  and {more} more"),
            _ => Ok(()),
        }
    }
}
