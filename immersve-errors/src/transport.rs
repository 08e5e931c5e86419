//! Reads bodies for the adapters of client libraries, with limits and a timeout.

#[cfg(feature = "reqwest")]
mod reqwest;
#[cfg(feature = "ureq")]
mod ureq;

use std::{
    error::Error,
    io,
    time::{Duration, Instant},
};

use http::{HeaderMap, StatusCode};
use serde::de::DeserializeOwned;

#[cfg(feature = "reqwest-blocking")]
pub use self::reqwest::ReqwestBlockingExt;
#[cfg(feature = "reqwest")]
pub use self::reqwest::ReqwestExt;
#[cfg(feature = "ureq")]
pub use self::ureq::UreqExt;
use crate::{
    ApiError, ErrorResponse, ImmersveErrorCode, InvalidBody,
    error::{decode_parts, nothing},
};

/// Limits for reading a response of a client library: bytes and time.
///
/// ```
/// use std::time::Duration;
///
/// use immersve_errors::ReadOptions;
///
/// const SMALL: ReadOptions = ReadOptions::new()
///     .with_error_limit(4 * 1024)
///     .with_success_limit(1024 * 1024)
///     .with_timeout(Duration::from_secs(5));
///
/// assert_eq!(SMALL.error_limit(), 4096);
/// assert_eq!(ReadOptions::new().error_limit(), 65_536);
/// assert_eq!(ReadOptions::new().success_limit(), usize::MAX);
/// ```
///
/// It is `Send`, `Sync` and `Copy`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct ReadOptions {
    error_limit: usize,
    success_limit: usize,
    timeout: Option<Duration>,
}

impl ReadOptions {
    /// The defaults: 64 KiB of an error body, the whole body of a success, and the client's own
    /// timeouts.
    #[must_use]
    pub const fn new() -> Self {
        Self {
            error_limit: 64 * 1024,
            success_limit: usize::MAX,
            timeout: None,
        }
    }

    /// Sets how much of an error body is kept, in bytes, after the client has decompressed it.
    ///
    /// A longer body is cut there and [marked](ErrorResponse::is_truncated). The rest is not read, and
    /// the client closes the connection.
    #[must_use]
    pub const fn with_error_limit(mut self, bytes: usize) -> Self {
        self.error_limit = bytes;
        self
    }

    /// Sets how long the body of a success may be, in bytes, after the client has decompressed it.
    ///
    /// A longer body becomes an error of kind [`InvalidResponse`](crate::ErrorKind::InvalidResponse),
    /// which contains the part up to the limit. The rest is not read. The limit is for `decode`: after
    /// `check`, you read the body of a success yourself.
    #[must_use]
    pub const fn with_success_limit(mut self, bytes: usize) -> Self {
        self.success_limit = bytes;
        self
    }

    /// Sets how long it may take to read a body, from the end of the headers to the end of the body.
    ///
    /// The time is checked when a part of the body arrives. While no part arrives, only the client's own
    /// timeout can end the wait. After a timeout, the part that arrived is kept, as with any connection
    /// that fails, and the source of [`invalid_body`](ApiError::invalid_body) is a [`std::io::Error`].
    ///
    /// Only `reqwest::blocking` needs this: see `ReqwestBlockingExt`.
    #[must_use]
    pub const fn with_timeout(mut self, timeout: Duration) -> Self {
        self.timeout = Some(timeout);
        self
    }

    /// How much of an error body is kept, in bytes.
    #[must_use]
    pub const fn error_limit(&self) -> usize {
        self.error_limit
    }

    /// How long the body of a success may be, in bytes; `usize::MAX` is no limit.
    #[must_use]
    pub const fn success_limit(&self) -> usize {
        self.success_limit
    }

    /// How long it may take to read a body; with `None`, only the client's timeouts count.
    #[must_use]
    pub const fn timeout(&self) -> Option<Duration> {
        self.timeout
    }

    /// How much of the body is read at most, in bytes.
    fn limit(self, status: StatusCode) -> usize {
        if status.is_success() {
            self.success_limit
        } else {
            self.error_limit
        }
    }

    /// The time at which reading ends, if it starts now.
    fn deadline(self) -> Option<Instant> {
        Instant::now().checked_add(self.timeout?)
    }
}

impl Default for ReadOptions {
    fn default() -> Self {
        Self::new()
    }
}

/// The part of a body that arrived.
struct Received {
    body: Vec<u8>,
    end: End,
}

/// Why reading a body ended.
enum End {
    Complete,
    OverLimit,
    /// The connection failed.
    Failed(Box<dyn Error + Send + Sync>),
    /// The body arrived and could not be decompressed.
    Undecodable(Box<dyn Error + Send + Sync>),
}

impl End {
    fn timed_out() -> Self {
        let message = "the body took longer to read than allowed";
        Self::Failed(io::Error::new(io::ErrorKind::TimedOut, message).into())
    }
}

impl Received {
    /// A success as a `T`, any other status as an error.
    fn decode<T, C>(self, status: StatusCode, headers: HeaderMap) -> Result<T, ApiError<C>>
    where
        T: DeserializeOwned,
        C: ImmersveErrorCode,
    {
        if let End::Complete = self.end {
            return decode_parts(status, headers, self.body);
        }
        // A type that does not need the body needs no complete body either.
        match nothing() {
            Some(value) if status.is_success() => Ok(value),
            _ => Err(self.into_error(status, headers)),
        }
    }

    fn into_error<C: ImmersveErrorCode>(
        self,
        status: StatusCode,
        headers: HeaderMap,
    ) -> ApiError<C> {
        let limit = self.body.len();
        let response = ErrorResponse::new(status, headers, self.body);
        let invalid = match self.end {
            End::Complete => return response.into(),
            End::OverLimit => status.is_success().then(|| InvalidBody::over_limit(limit)),
            End::Failed(failure) => Some(InvalidBody::interrupted(failure)),
            End::Undecodable(failure) => Some(InvalidBody::undecodable(failure)),
        };
        ApiError::with_cause(response.with_truncated(true), invalid)
    }
}

/// Reads at most `limit` bytes, and one more to know whether the body is longer.
#[cfg(any(feature = "reqwest-blocking", feature = "ureq"))]
fn read(
    reader: impl io::Read,
    limit: usize,
    deadline: Option<Instant>,
    failed: impl FnOnce(io::Error, &[u8]) -> End,
) -> Received {
    let mut body = Vec::new();
    let most = u64::try_from(limit).unwrap_or(u64::MAX).saturating_add(1);
    let mut timed = Timed {
        reader,
        deadline,
        is_late: false,
    };
    // `body` keeps the bytes that were read before a failure.
    let result = io::Read::read_to_end(&mut io::Read::take(&mut timed, most), &mut body);
    let end = match result {
        _ if body.len() > limit => End::OverLimit,
        Ok(_) => End::Complete,
        Err(_) if timed.is_late => End::timed_out(),
        Err(error) => failed(error, &body),
    };
    body.truncate(limit);
    Received { body, end }
}

/// A reader that stops at a deadline.
#[cfg(any(feature = "reqwest-blocking", feature = "ureq"))]
struct Timed<R> {
    reader: R,
    deadline: Option<Instant>,
    is_late: bool,
}

#[cfg(any(feature = "reqwest-blocking", feature = "ureq"))]
impl<R: io::Read> io::Read for Timed<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.is_late = is_past(self.deadline);
        if self.is_late {
            return Err(io::ErrorKind::TimedOut.into());
        }
        self.reader.read(buffer)
    }
}

fn is_past(deadline: Option<Instant>) -> bool {
    deadline.is_some_and(|deadline| Instant::now() >= deadline)
}
