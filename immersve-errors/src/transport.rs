//! What the adapters for client libraries share: how much of a body is read, and what becomes of one
//! that ends too early.

#[cfg(feature = "reqwest")]
mod reqwest;
#[cfg(feature = "ureq")]
mod ureq;

use std::error::Error;

use http::{HeaderMap, StatusCode};
use serde::de::DeserializeOwned;

#[cfg(feature = "reqwest-blocking")]
pub use self::reqwest::ReqwestBlockingExt;
#[cfg(feature = "reqwest")]
pub use self::reqwest::ReqwestExt;
#[cfg(feature = "ureq")]
pub use self::ureq::UreqExt;
use crate::{ApiError, ErrorResponse, ImmersveErrorCode, error::decode_parts};

/// How a response is read from a client library.
///
/// ```
/// use immersve_errors::ReadOptions;
///
/// const SMALL: ReadOptions = ReadOptions::new().with_error_limit(4 * 1024);
///
/// assert_eq!(SMALL.error_limit(), 4096);
/// assert_eq!(ReadOptions::new().error_limit(), 65_536);
/// ```
///
/// `Send`, `Sync` and `Copy`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct ReadOptions {
    error_limit: usize,
}

impl ReadOptions {
    /// The defaults: 64 KiB of an error body.
    #[must_use]
    pub const fn new() -> Self {
        Self {
            error_limit: 64 * 1024,
        }
    }

    /// Sets how much of an error body is kept, in bytes, after the client has decompressed it.
    ///
    /// A longer body is cut there and [marked](ErrorResponse::is_truncated). Its rest is not read,
    /// and the client closes the connection. The body of a success is never limited.
    #[must_use]
    pub const fn with_error_limit(mut self, bytes: usize) -> Self {
        self.error_limit = bytes;
        self
    }

    /// How much of an error body is kept, in bytes.
    #[must_use]
    pub const fn error_limit(&self) -> usize {
        self.error_limit
    }

    /// How much of the body is read, in bytes.
    const fn limit(self, status: StatusCode) -> usize {
        if status.as_u16() / 100 == 2 {
            usize::MAX
        } else {
            self.error_limit
        }
    }
}

impl Default for ReadOptions {
    fn default() -> Self {
        Self::new()
    }
}

/// What arrived of a body.
struct Received {
    body: Vec<u8>,
    end: End,
}

/// Why no more of a body arrived.
enum End {
    Complete,
    OverLimit,
    Failed(Box<dyn Error + Send + Sync>),
}

impl Received {
    /// A success as a `T`, anything else as an error.
    fn decode<T, C>(self, status: StatusCode, headers: HeaderMap) -> Result<T, ApiError<C>>
    where
        T: DeserializeOwned,
        C: ImmersveErrorCode,
    {
        match self.end {
            End::Complete => decode_parts(status, headers, self.body),
            _ => Err(self.into_error(status, headers)),
        }
    }

    fn into_error<C: ImmersveErrorCode>(
        self,
        status: StatusCode,
        headers: HeaderMap,
    ) -> ApiError<C> {
        let response = ErrorResponse::new(status, headers, self.body);
        match self.end {
            End::Complete => response.into(),
            End::OverLimit => response.with_truncated(true).into(),
            End::Failed(failure) => ApiError::interrupted(response, failure),
        }
    }
}

/// Reads at most `limit` bytes, and one more to know whether there are more.
#[cfg(any(feature = "reqwest-blocking", feature = "ureq"))]
fn read(
    reader: impl std::io::Read,
    limit: usize,
    failure: impl FnOnce(std::io::Error) -> Box<dyn Error + Send + Sync>,
) -> Received {
    let mut body = Vec::new();
    let most = u64::try_from(limit).unwrap_or(u64::MAX).saturating_add(1);
    // What was read before a failure is in `body`.
    let end = match std::io::Read::read_to_end(&mut reader.take(most), &mut body) {
        _ if body.len() > limit => End::OverLimit,
        Ok(_) => End::Complete,
        Err(error) => End::Failed(failure(error)),
    };
    body.truncate(limit);
    Received { body, end }
}
