//! Why a body could not be read: JSON of another shape, a connection that failed, a limit.

use std::{error::Error, fmt, sync::Arc};

/// Why a body could not be read.
///
/// `Display` and `Debug` say what went wrong and where. They show nothing of the body, as it may contain
/// a card number. [`detail`](Self::detail) says more.
///
/// If the body [broke off](crate::ApiError::interrupted) or could not be decompressed,
/// [`source`](Error::source) is the error of the client library, which can be downcast. For the other
/// problems it is `None`.
///
/// It is `Send` and `Sync`. A clone shares the source.
#[derive(Clone)]
pub struct InvalidBody {
    problem: Problem,
    line: Option<usize>,
    column: Option<usize>,
    detail: Box<str>,
    failure: Option<Arc<dyn Error + Send + Sync>>,
}

/// What is wrong with a body.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Problem {
    Shape,
    Empty,
    End,
    NotJson,
    Interrupted,
    #[cfg(any(feature = "reqwest", feature = "ureq"))]
    Undecodable,
    #[cfg(any(feature = "reqwest", feature = "ureq"))]
    OverLimit,
}

impl Problem {
    const fn as_str(self) -> &'static str {
        match self {
            Self::Shape => "JSON of another shape",
            Self::Empty => "the body is empty",
            Self::End => "JSON that ends too early",
            Self::NotJson => "not JSON",
            Self::Interrupted => "the connection failed before the end of the body",
            #[cfg(any(feature = "reqwest", feature = "ureq"))]
            Self::Undecodable => "the body does not match its Content-Encoding",
            #[cfg(any(feature = "reqwest", feature = "ureq"))]
            Self::OverLimit => "longer than the limit",
        }
    }
}

impl InvalidBody {
    /// The body of a success cannot be read as the caller's type.
    pub(crate) fn new(error: &serde_json::Error, body: &[u8]) -> Self {
        use serde_json::error::Category;

        let problem = match error.classify() {
            Category::Eof if body.trim_ascii().is_empty() => Problem::Empty,
            Category::Data => Problem::Shape,
            Category::Eof => Problem::End,
            Category::Syntax | Category::Io => Problem::NotJson,
        };
        let has_place = error.line() > 0 && problem != Problem::Empty;
        Self {
            problem,
            line: has_place.then_some(error.line()),
            column: has_place.then_some(error.column()),
            detail: error.to_string().into(),
            failure: None,
        }
    }

    pub(crate) fn interrupted(failure: Box<dyn Error + Send + Sync>) -> Self {
        Self::failed(Problem::Interrupted, failure)
    }

    /// The client could not undo the body's `Content-Encoding`.
    #[cfg(any(feature = "reqwest", feature = "ureq"))]
    pub(crate) fn undecodable(failure: Box<dyn Error + Send + Sync>) -> Self {
        Self::failed(Problem::Undecodable, failure)
    }

    /// The body of a success is longer than the caller's limit.
    #[cfg(any(feature = "reqwest", feature = "ureq"))]
    pub(crate) fn over_limit(limit: usize) -> Self {
        Self {
            problem: Problem::OverLimit,
            line: None,
            column: None,
            detail: format!("longer than the limit of {limit} bytes").into(),
            failure: None,
        }
    }

    fn failed(problem: Problem, failure: Box<dyn Error + Send + Sync>) -> Self {
        Self {
            problem,
            line: None,
            column: None,
            detail: failure.to_string().into(),
            failure: Some(failure.into()),
        }
    }

    pub(super) const fn problem(&self) -> Problem {
        self.problem
    }

    /// Whether the connection failed. Then the next try may bring the whole body.
    pub(super) fn is_interrupted(&self) -> bool {
        self.problem == Problem::Interrupted
    }

    /// The line of the body with the problem, counted from 1; `None` if the problem has no place in the
    /// body.
    #[must_use]
    pub const fn line(&self) -> Option<usize> {
        self.line
    }

    /// The column in the [line](Self::line), counted from 1 in bytes; `None` if the problem has no place
    /// in the body.
    ///
    /// It is 0 for a line feed within a string, and if the body ends after a line feed.
    #[must_use]
    pub const fn column(&self) -> Option<usize> {
        self.column
    }

    /// The message of the deserializer, such as ``missing field `id` ``, or of the client library.
    ///
    /// It may quote values of the body, so do not log it.
    #[must_use]
    pub fn detail(&self) -> &str {
        &self.detail
    }
}

impl fmt::Display for InvalidBody {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.problem.as_str())?;
        match (self.line, self.column) {
            (Some(line), Some(column)) => write!(f, " at line {line} column {column}"),
            _ => Ok(()),
        }
    }
}

impl fmt::Debug for InvalidBody {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut shown = f.debug_struct("InvalidBody");
        shown.field("problem", &self.problem.as_str());
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
