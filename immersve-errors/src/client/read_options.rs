//! Limits for reading a body: bytes and time.

use std::time::{Duration, Instant};

use http::StatusCode;

/// Limits for reading the body of a response: bytes and time.
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
    /// The defaults: 64 KiB for error bodies, no limit for successes, and no time limit beyond the client's.
    #[must_use]
    pub const fn new() -> Self {
        Self {
            error_limit: 64 * 1024,
            success_limit: usize::MAX,
            slow_body: None,
        }
    }

    /// Sets the size at which an error body is [truncated](crate::ErrorResponse::is_truncated), in bytes after
    /// decompression.
    ///
    /// The rest is not read, so the client closes the connection, or resets the stream over HTTP/2.
    #[must_use]
    pub const fn with_error_limit(mut self, bytes: usize) -> Self {
        self.error_limit = bytes;
        self
    }

    /// Sets the maximum size of the body of a success, in bytes after decompression.
    ///
    /// A longer body is an [`InvalidResponse`](crate::ErrorKind::InvalidResponse) error with the part up to the
    /// limit; the rest is not read. The limit has no effect on `check`, which does not read the body of a success.
    #[must_use]
    pub const fn with_success_limit(mut self, bytes: usize) -> Self {
        self.success_limit = bytes;
        self
    }

    /// Sets the maximum time for receiving a body, for clients whose timeout does not cover the whole body.
    ///
    /// The time starts after the headers and is checked when a part of the body arrives. A stall is therefore ended
    /// only by the client's own timeout. The result is the same as for a connection failure, with a
    /// [`std::io::Error`] as the source of [`body_error`](crate::ApiError::body_error).
    ///
    /// It has no effect on `wasm32-unknown-unknown`, which has no clock.
    #[must_use]
    pub const fn with_slow_body_limit(mut self, limit: Duration) -> Self {
        self.slow_body = Some(limit);
        self
    }

    /// The size at which an error body is truncated, in bytes.
    #[must_use]
    pub const fn error_limit(&self) -> usize {
        self.error_limit
    }

    /// The maximum size of the body of a success, in bytes; `usize::MAX` if there is no limit.
    #[must_use]
    pub const fn success_limit(&self) -> usize {
        self.success_limit
    }

    /// The maximum time for receiving a body; `None` if only the client's timeout applies.
    #[must_use]
    pub const fn slow_body_limit(&self) -> Option<Duration> {
        self.slow_body
    }

    /// The size limit for a response with this status, in bytes.
    pub(super) fn limit(self, status: StatusCode) -> usize {
        if status.is_success() {
            self.success_limit
        } else {
            self.error_limit
        }
    }

    /// The deadline for a body whose reading starts now.
    pub(super) fn deadline(self) -> Option<Deadline> {
        self.slow_body.and_then(Deadline::after)
    }
}

/// The latest time for receiving a body.
#[derive(Clone, Copy)]
pub(super) struct Deadline(Instant);

impl Deadline {
    /// `None` on overflow, and without a clock.
    fn after(limit: Duration) -> Option<Self> {
        // `Instant::now` panics there.
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
