//! Why a file could not be read or written.

use std::{fmt, io, path::Path};

use immersve_errors::Escaped;
use thiserror::Error;

/// How much of a message is shown, in bytes.
const LIMIT: usize = 1024;

/// Why a file could not be read or written: the file, the line, and what is wrong there.
///
/// `Display` is one escaped line of bounded length, with a location that editors turn into a link:
/// `docs/paths/cards.yaml:12: no such file: docs/paths/card.yaml`. For an I/O failure,
/// [`source`](std::error::Error::source) is the [`io::Error`]. `Debug` is `Display` with that source, so a test that
/// returns the error shows both.
#[derive(Error)]
#[error("{}{}", self.location(), Escaped::new(&self.message, LIMIT))]
pub struct FileError {
    file: String,
    line: Option<u64>,
    column: Option<u64>,
    message: String,
    source: Option<io::Error>,
    is_limit: bool,
}

impl FileError {
    pub(crate) fn new(file: impl Into<String>, message: impl Into<String>) -> Self {
        Self {
            file: file.into(),
            line: None,
            column: None,
            message: message.into(),
            source: None,
            is_limit: false,
        }
    }

    /// Of the file with this path.
    pub(crate) fn of(path: &Path, message: impl Into<String>) -> Self {
        Self::new(path.display().to_string(), message)
    }

    pub(crate) fn at(mut self, line: Option<u64>, column: Option<u64>) -> Self {
        self.line = line.filter(|line| *line > 0);
        self.column = column.filter(|column| *column > 0);
        self
    }

    /// Sets whether the document exceeds a limit, so that nothing more of it is read.
    pub(crate) fn limit(mut self, is_limit: bool) -> Self {
        self.is_limit = is_limit;
        self
    }

    pub(crate) const fn is_limit(&self) -> bool {
        self.is_limit
    }

    pub(crate) fn caused_by(mut self, source: io::Error) -> Self {
        self.source = Some(source);
        self
    }

    pub(crate) fn message(&self) -> &str {
        &self.message
    }

    /// The path of the file, which begins with the given path; empty if no file is to blame.
    #[must_use]
    pub fn file(&self) -> &str {
        &self.file
    }

    /// The line, counted from 1; `None` if the error concerns the whole file.
    #[must_use]
    pub const fn line(&self) -> Option<u64> {
        self.line
    }

    /// The column in characters, counted from 1, if it is known.
    #[must_use]
    pub const fn column(&self) -> Option<u64> {
        self.column
    }

    /// `file:line:column: `, as far as they are known.
    fn location(&self) -> String {
        if self.file.is_empty() {
            return String::new();
        }
        let mut location = vec![Escaped::new(&self.file, LIMIT).to_string()];
        let numbers = [self.line, self.column].into_iter().flatten();
        location.extend(numbers.map(|number| number.to_string()));
        location.join(":") + ": "
    }
}

impl fmt::Debug for FileError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)?;
        match &self.source {
            Some(source) => write!(f, ": {source}"),
            None => Ok(()),
        }
    }
}

/// Implements `Debug` as `Display`: a test that ends with `?` prints `Debug`.
macro_rules! debug_as_display {
    ($($name:ty),*) => {$(
        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                std::fmt::Display::fmt(self, f)
            }
        }
    )*};
}
pub(crate) use debug_as_display;

#[cfg(test)]
mod tests {
    use super::FileError;

    #[test]
    fn a_location_is_shown_in_the_form_that_editors_read() {
        for (line, column, shown) in [
            (Some(3), Some(5), "a.yaml:3:5: no"),
            (Some(3), None, "a.yaml:3: no"),
            (None, None, "a.yaml: no"),
        ] {
            let error = FileError::new("a.yaml", "no").at(line, column);
            assert_eq!((error.line(), error.column()), (line, column));
            assert_eq!(error.to_string(), shown);
            assert_eq!(format!("{error:?}"), shown);
        }
        assert_eq!(FileError::new("", "no").to_string(), "no");
    }

    #[test]
    fn line_0_is_not_shown() {
        let error = FileError::new("a.yaml", "no").at(Some(0), Some(0));
        assert_eq!((error.line(), error.column()), (None, None));
    }
}
