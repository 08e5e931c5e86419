//! Why a body could not be read: JSON that does not fit, or a connection that failed.

use std::{error::Error, fmt, sync::Arc};

/// Why a body could not be read.
///
/// `Display` and `Debug` say what went wrong and where, and show nothing of the body: it may hold a
/// card number. [`detail`](Self::detail) says more. For a body that
/// [broke off](crate::ApiError::interrupted), [`source`](Error::source) is the error of the client library,
/// which can be downcast; it is nothing for JSON that is wrong.
///
/// `Send` and `Sync`.
#[derive(Clone)]
pub struct InvalidBody {
    problem: &'static str,
    line: usize,
    column: usize,
    detail: Box<str>,
    failure: Option<Arc<dyn Error + Send + Sync>>,
}

impl InvalidBody {
    pub(crate) fn new(error: &serde_json::Error) -> Self {
        use serde_json::error::Category;

        Self {
            problem: match error.classify() {
                Category::Data => "JSON of another shape",
                Category::Eof => "JSON that ends too early",
                Category::Syntax | Category::Io => "not JSON",
            },
            line: error.line(),
            column: error.column(),
            detail: error.to_string().into(),
            failure: None,
        }
    }

    pub(crate) fn interrupted(failure: Box<dyn Error + Send + Sync>) -> Self {
        Self {
            problem: "the connection failed before its end",
            line: 0,
            column: 0,
            detail: failure.to_string().into(),
            failure: Some(failure.into()),
        }
    }

    /// Whether the connection failed, so that the next try may arrive whole.
    pub(crate) fn is_interrupted(&self) -> bool {
        self.failure.is_some()
    }

    /// The line of the body, counted from 1; 0 if the error has no place.
    #[must_use]
    pub const fn line(&self) -> usize {
        self.line
    }

    /// The column of the line, counted from 1 in bytes.
    #[must_use]
    pub const fn column(&self) -> usize {
        self.column
    }

    /// The message of the deserializer, such as ``missing field `id` ``, or of the client library.
    ///
    /// It may quote values of the body, so keep it out of logs.
    #[must_use]
    pub fn detail(&self) -> &str {
        &self.detail
    }
}

impl fmt::Display for InvalidBody {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.problem)?;
        match self.line {
            0 => Ok(()),
            line => write!(f, " at line {line} column {}", self.column),
        }
    }
}

impl fmt::Debug for InvalidBody {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("InvalidBody")
            .field("problem", &self.problem)
            .field("line", &self.line)
            .field("column", &self.column)
            .finish_non_exhaustive()
    }
}

impl Error for InvalidBody {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.failure.as_deref().map(|failure| failure as _)
    }
}
