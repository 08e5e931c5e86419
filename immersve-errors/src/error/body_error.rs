//! Why a body could not be read: not the expected JSON, a connection failure, a limit.

use std::{
    error::Error,
    fmt,
    panic::{RefUnwindSafe, UnwindSafe},
    sync::Arc,
};

/// Why a body could not be read.
///
/// `Display` and `Debug` have the problem and its position, but no part of the body, which may contain card
/// data. [`detail`](Self::detail) has more.
///
/// If the body was [interrupted](crate::ApiError::interrupted) or could not be decompressed,
/// [`source`](Error::source) is the client's error, which can be downcast. Otherwise it is `None`.
///
/// ```
/// use immersve_errors::{AnyCode, decode};
///
/// let response = http::Response::new(r#"{"id":7}"#);
/// let error = decode::<String, AnyCode>(response).unwrap_err();
/// let body_error = error.body_error().unwrap();
/// assert_eq!(body_error.to_string(), "the JSON does not match the type at line 1 column 1");
/// assert!(body_error.detail().starts_with("invalid type: map, expected a string"));
/// ```
#[derive(Clone)]
pub struct BodyError {
    problem: Problem,
    /// Line and column.
    position: Option<(usize, usize)>,
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
    Encoded,
    #[cfg(any(feature = "http-body", feature = "ureq"))]
    Undecodable,
    #[cfg(any(feature = "http-body", feature = "ureq"))]
    OverLimit,
}

impl Problem {
    const fn as_str(self) -> &'static str {
        match self {
            Self::Shape => "the JSON does not match the type",
            Self::Empty => "the body is empty",
            Self::End => "the JSON is incomplete",
            Self::NotJson => "the body is not valid JSON",
            Self::Interrupted => "the body was interrupted",
            Self::Encoded => "the body is still encoded",
            #[cfg(any(feature = "http-body", feature = "ureq"))]
            Self::Undecodable => "the body does not match its Content-Encoding",
            #[cfg(any(feature = "http-body", feature = "ureq"))]
            Self::OverLimit => "the body is longer than the limit",
        }
    }
}

impl BodyError {
    /// The body of a success cannot be deserialized as the caller's type.
    pub(crate) fn new(error: &serde_json::Error, body: &[u8]) -> Self {
        use serde_json::error::Category;

        let problem = match error.classify() {
            Category::Eof if body.trim_ascii().is_empty() => Problem::Empty,
            Category::Data => Problem::Shape,
            Category::Eof => Problem::End,
            Category::Syntax | Category::Io => Problem::NotJson,
        };
        let position = (error.line() > 0 && problem != Problem::Empty)
            .then(|| (error.line(), error.column() + unread(error, body)));
        Self {
            position,
            ..Self::because(problem, error.to_string())
        }
    }

    /// The client left the body in its `Content-Encoding`, or in UTF-16.
    pub(crate) fn encoded(encoding: &str) -> Self {
        Self::because(Problem::Encoded, format!("still encoded in {encoding}"))
    }

    pub(crate) fn interrupted(failure: Box<dyn Error + Send + Sync>) -> Self {
        Self::failed(Problem::Interrupted, failure)
    }

    /// The client could not undo the body's `Content-Encoding`.
    #[cfg(any(feature = "http-body", feature = "ureq"))]
    pub(crate) fn undecodable(failure: Box<dyn Error + Send + Sync>) -> Self {
        Self::failed(Problem::Undecodable, failure)
    }

    /// The body of a success is longer than the caller's limit.
    #[cfg(any(feature = "http-body", feature = "ureq"))]
    pub(crate) fn over_limit(limit: usize) -> Self {
        let detail = format!("longer than the limit of {limit} bytes");
        Self::because(Problem::OverLimit, detail)
    }

    fn failed(problem: Problem, failure: Box<dyn Error + Send + Sync>) -> Self {
        let detail = failure.to_string();
        Self {
            failure: Some(failure.into()),
            ..Self::because(problem, detail)
        }
    }

    fn because(problem: Problem, detail: String) -> Self {
        Self {
            problem,
            position: None,
            detail: detail.into(),
            failure: None,
        }
    }

    pub(super) const fn problem(&self) -> Problem {
        self.problem
    }

    /// Whether the connection failed, so that a retry may get the whole body.
    pub(super) fn is_interrupted(&self) -> bool {
        self.problem == Problem::Interrupted
    }

    /// The line of the problem in the body, starting at 1; `None` if it has no position.
    #[must_use]
    pub fn line(&self) -> Option<usize> {
        self.position.map(|(line, _)| line)
    }

    /// The column in the [line](Self::line), in bytes, starting at 1; `None` if there is no line.
    ///
    /// 0 for a line feed in a string, and if the body ends after a line feed.
    #[must_use]
    pub fn column(&self) -> Option<usize> {
        self.position.map(|(_, column)| column)
    }

    /// The message of the deserializer, such as ``missing field `id` ``, or of the client.
    ///
    /// Do not log it: it may quote values of the body.
    #[must_use]
    pub fn detail(&self) -> &str {
        &self.detail
    }
}

impl fmt::Display for BodyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.problem.as_str())?;
        match self.position {
            Some((line, column)) => write!(f, " at line {line} column {column}"),
            None => Ok(()),
        }
    }
}

impl fmt::Debug for BodyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut shown = f.debug_struct("BodyError");
        shown.field("problem", &self.problem.as_str());
        if let Some((line, column)) = &self.position {
            shown.field("line", line).field("column", column);
        }
        shown.finish_non_exhaustive()
    }
}

// By hand: `thiserror` would return the `Arc` as the source, which cannot be downcast to the client's error.
impl Error for BodyError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.failure.as_deref().map(|failure| failure as _)
    }
}

// The source is never mutated.
impl UnwindSafe for BodyError {}
impl RefUnwindSafe for BodyError {}

/// How many bytes beyond the error's column the value is: `serde_json` stops before an array or an object of
/// the wrong type, and at the end of any other value.
fn unread(error: &serde_json::Error, body: &[u8]) -> usize {
    let mut lines = body.split_inclusive(|byte| *byte == b'\n');
    let next = lines
        .nth(error.line() - 1)
        .and_then(|line| line.get(error.column()));
    usize::from(error.is_data() && matches!(next, Some(b'{' | b'[')))
}
