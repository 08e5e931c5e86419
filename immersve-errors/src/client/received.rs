//! The part of a body that arrived, and why reading it ended.

use std::{error::Error, io, time::Instant};

use http::{HeaderMap, StatusCode};
use serde::de::DeserializeOwned;

use crate::{
    code::ImmersveErrorCode,
    error::{ApiError, BodyError, decode_parts, without_body},
    response::ErrorResponse,
};

/// The part of a body that arrived.
pub(super) struct Received {
    pub(super) body: Vec<u8>,
    pub(super) end: End,
}

/// Why reading a body ended.
pub(super) enum End {
    Complete,
    OverLimit,
    /// The connection failed.
    Failed(Box<dyn Error + Send + Sync>),
    /// The body arrived and could not be decompressed.
    Undecodable(Box<dyn Error + Send + Sync>),
}

impl End {
    pub(super) fn timed_out() -> Self {
        let message = "the body took longer to read than allowed";
        Self::Failed(io::Error::new(io::ErrorKind::TimedOut, message).into())
    }
}

impl Received {
    /// A success as a `T`, any other status as an error.
    pub(super) fn decode<T, C>(
        self,
        status: StatusCode,
        headers: HeaderMap,
    ) -> Result<T, ApiError<C>>
    where
        T: DeserializeOwned,
        C: ImmersveErrorCode,
    {
        if let End::Complete = self.end {
            return decode_parts(status, headers, self.body);
        }
        // A type that does not need the body needs no complete body either.
        match without_body() {
            Some(value) if status.is_success() => Ok(value),
            _ => Err(self.into_error(status, headers)),
        }
    }

    pub(super) fn into_error<C: ImmersveErrorCode>(
        self,
        status: StatusCode,
        headers: HeaderMap,
    ) -> ApiError<C> {
        let limit = self.body.len();
        let response = ErrorResponse::new(status, headers, self.body);
        let invalid = match self.end {
            End::Complete => return response.into(),
            End::OverLimit => status.is_success().then(|| BodyError::over_limit(limit)),
            End::Failed(failure) => Some(BodyError::interrupted(failure)),
            End::Undecodable(failure) => Some(BodyError::undecodable(failure)),
        };
        ApiError::with_cause(response.truncated(), invalid)
    }
}

/// Reads at most `limit` bytes, and one more to know whether the body is longer.
#[cfg(any(feature = "reqwest-blocking", feature = "ureq"))]
pub(super) fn read(
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

pub(super) fn is_past(deadline: Option<Instant>) -> bool {
    deadline.is_some_and(|deadline| Instant::now() >= deadline)
}
