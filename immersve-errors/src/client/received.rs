//! The part of a body that arrived, and why reading it ended.

use std::{error::Error, io};

use http::{HeaderMap, StatusCode};
use serde::de::{DeserializeOwned, IgnoredAny};

use crate::{
    code::ImmersveErrorCode,
    error::{ApiError, BodyError, decode_parts, without_body},
    response::ErrorResponse,
};

/// The part of a body that arrived.
pub(super) struct Received {
    body: Vec<u8>,
    end: End,
}

/// Why reading a body ended.
pub(super) enum End {
    Complete,
    OverLimit,
    /// The decompressor found its input incomplete.
    Short(Box<dyn Error + Send + Sync>),
    /// The connection failed.
    Failed(Box<dyn Error + Send + Sync>),
    /// The body arrived, but could not be decompressed.
    Undecodable(Box<dyn Error + Send + Sync>),
}

impl End {
    pub(super) fn too_slow() -> Self {
        let message = "the body took longer to arrive than allowed";
        Self::Failed(io::Error::new(io::ErrorKind::TimedOut, message).into())
    }
}

impl Received {
    pub(super) fn new(body: Vec<u8>, end: End) -> Self {
        let end = match end {
            // Only a checksum is missing, or something follows the compressed body.
            End::Short(_) if is_whole(&body) => End::Complete,
            End::Short(failure) => End::Failed(failure),
            end => end,
        };
        Self { body, end }
    }

    /// Appends bytes up to the limit, and returns an end if there are more.
    pub(super) fn push(body: &mut Vec<u8>, bytes: &[u8], limit: usize) -> Option<End> {
        let room = limit - body.len();
        body.extend_from_slice(&bytes[..bytes.len().min(room)]);
        (bytes.len() > room).then_some(End::OverLimit)
    }

    /// Decodes a success as a `T`, any other status as an error.
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
        // A type that does not need the body does not need a complete one either.
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
        let body_error = match self.end {
            End::Complete => return response.into(),
            End::OverLimit => status.is_success().then(|| BodyError::over_limit(limit)),
            End::Short(failure) | End::Failed(failure) => Some(BodyError::interrupted(failure)),
            End::Undecodable(failure) => Some(BodyError::undecodable(failure)),
        };
        ApiError::with_cause(response.truncated(), body_error)
    }
}

/// Whether the body is a complete JSON object or array.
fn is_whole(body: &[u8]) -> bool {
    matches!(body.trim_ascii_start(), [b'{' | b'[', ..])
        && serde_json::from_slice::<IgnoredAny>(body).is_ok()
}
