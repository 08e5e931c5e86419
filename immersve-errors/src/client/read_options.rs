//! How much of a body is read, and for how long.

use std::time::{Duration, Instant};

use http::StatusCode;

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
///     .with_slow_body_limit(Duration::from_secs(5));
///
/// assert_eq!(SMALL.error_limit(), 4096);
/// assert_eq!(ReadOptions::new().error_limit(), 65_536);
/// assert_eq!(ReadOptions::new().success_limit(), usize::MAX);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct ReadOptions {
    error_limit: usize,
    success_limit: usize,
    slow_body: Option<Duration>,
}

impl ReadOptions {
    /// The defaults: 64 KiB of an error body, the whole body of a success, and the client's own
    /// timeouts.
    #[must_use]
    pub const fn new() -> Self {
        Self {
            error_limit: 64 * 1024,
            success_limit: usize::MAX,
            slow_body: None,
        }
    }

    /// Sets how much of an error body is kept, in bytes, after the client has decompressed it.
    ///
    /// A longer body is [truncated](crate::ErrorResponse::is_truncated) there. The rest is not read, and the client
    /// closes the connection, or resets the stream over HTTP/2.
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

    /// Sets how long the parts of a body may keep arriving, from the end of the headers.
    ///
    /// The time is checked when a part arrives. It does not end a stall: while no part arrives, only the client's
    /// own timeout can end the wait. The parts that arrived are kept, as with any connection that fails, and
    /// the source of [`body_error`](crate::ApiError::body_error) is a [`std::io::Error`].
    ///
    /// It is for clients whose timeout does not count for the whole body, such as `reqwest::blocking`; see
    /// `ReqwestBlockingExt`. It has no effect on `wasm32-unknown-unknown`, which has no clock.
    #[must_use]
    pub const fn with_slow_body_limit(mut self, limit: Duration) -> Self {
        self.slow_body = Some(limit);
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

    /// How long the parts of a body may keep arriving; with `None`, only the client's timeouts count.
    #[must_use]
    pub const fn slow_body_limit(&self) -> Option<Duration> {
        self.slow_body
    }

    /// How much of the body is read at most, in bytes.
    pub(super) fn limit(self, status: StatusCode) -> usize {
        if status.is_success() {
            self.success_limit
        } else {
            self.error_limit
        }
    }

    /// The time at which reading ends, if it starts now.
    pub(super) fn deadline(self) -> Option<Deadline> {
        self.slow_body.and_then(Deadline::after)
    }
}

/// The time at which reading ends.
#[derive(Clone, Copy)]
pub(super) struct Deadline(Instant);

impl Deadline {
    /// `None` if there is no such time, or no clock.
    fn after(limit: Duration) -> Option<Self> {
        // There, `now` panics.
        if cfg!(all(target_arch = "wasm32", target_os = "unknown")) {
            return None;
        }
        Instant::now().checked_add(limit).map(Self)
    }

    pub(super) fn is_past(self) -> bool {
        Instant::now() >= self.0
    }
}

impl Default for ReadOptions {
    fn default() -> Self {
        Self::new()
    }
}
