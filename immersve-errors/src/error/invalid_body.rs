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
    line: Option<usize>,
    column: Option<usize>,
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
            line: (error.line() > 0).then_some(error.line()),
            column: (error.line() > 0).then_some(error.column()),
            detail: error.to_string().into(),
            failure: None,
        }
    }

    pub(crate) fn interrupted(failure: Box<dyn Error + Send + Sync>) -> Self {
        Self {
            problem: "the connection failed before its end",
            line: None,
            column: None,
            detail: failure.to_string().into(),
            failure: Some(failure.into()),
        }
    }

    /// Whether the connection failed, so that the next try may arrive whole.
    pub(crate) fn is_interrupted(&self) -> bool {
        self.failure.is_some()
    }

    /// The line of the body, counted from 1; `None` where no line is at fault.
    #[must_use]
    pub const fn line(&self) -> Option<usize> {
        self.line
    }

    /// The column of the line, counted from 1 in bytes; `None` where no line is at fault.
    #[must_use]
    pub const fn column(&self) -> Option<usize> {
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
        match (self.line, self.column) {
            (Some(line), Some(column)) => write!(f, " at line {line} column {column}"),
            _ => Ok(()),
        }
    }
}

impl fmt::Debug for InvalidBody {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut shown = f.debug_struct("InvalidBody");
        shown.field("problem", &self.problem);
        if let (Some(line), Some(column)) = (&self.line, &self.column) {
            shown.field("line", line).field("column", column);
        }
        shown.finish_non_exhaustive()
    }
}

impl Error for InvalidBody {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.failure.as_deref().map(|failure| failure as _)
    }
}
