//! Why a part of a document cannot be read.

use std::fmt;

use crate::error::FileError;

/// Why a part of a document cannot be read.
#[derive(Debug)]
pub(crate) enum Unreadable {
    /// The document exceeds a limit, so nothing more of it is read.
    Limit(FileError),
    /// This part is wrong. Others may be right.
    Part(FileError),
}

impl Unreadable {
    pub(crate) const fn new(error: FileError, is_limit: bool) -> Self {
        if is_limit {
            Self::Limit(error)
        } else {
            Self::Part(error)
        }
    }
}

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Limit(error) | Self::Part(error) => error.fmt(f),
        }
    }
}

impl From<Unreadable> for FileError {
    fn from(unreadable: Unreadable) -> Self {
        match unreadable {
            Unreadable::Limit(error) | Unreadable::Part(error) => error,
        }
    }
}
