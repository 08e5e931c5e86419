//! The adapter for `http::Response` with any `http_body::Body`.

use std::{
    error::Error,
    future::{Future, poll_fn},
    io,
    pin::pin,
};

use ::http_body::Body;
use bytes::Buf;
use http::Response;
use serde::de::DeserializeOwned;

use super::{
    read_options::{Deadline, ReadOptions},
    received::{End, Received},
    sealed::Sealed,
};
use crate::{code::ImmersveErrorCode, error::ApiError};

/// `decode` and `check` for an `http::Response` with any `http_body::Body`, as in `hyper`, `tower` and `axum`.
///
/// ```
/// use immersve_errors::{ErrorKind, HttpBodyExt, ImmersveErrorCode, UnknownCode};
///
/// #[derive(Debug, PartialEq, ImmersveErrorCode)]
/// enum FreezeCardErrorCode {
///     CardAlreadyFrozen,
///     #[immersve(unknown)]
///     Unknown(UnknownCode),
/// }
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() {
/// # let body = r#"{"statusCode":403,"errorCode":"CARD_ALREADY_FROZEN"}"#.to_owned();
/// # let response = http::Response::builder().status(403).body(body).unwrap();
/// // let response = service.call(request).await?;
/// let error = response.decode::<(), FreezeCardErrorCode>().await.unwrap_err();
/// assert_eq!(error.kind(), ErrorKind::BusinessRule);
/// assert_eq!(error.code(), Some(&FreezeCardErrorCode::CardAlreadyFrozen));
/// # }
/// ```
///
/// # Connection failures
///
/// If the connection fails while the body is read, the methods return an [`ApiError`] with the status, the headers
/// and the part of the body that arrived, [marked as truncated](crate::ErrorResponse::is_truncated). The error of
/// the body is the [source](std::error::Error::source) of its [`body_error`](ApiError::body_error).
///
/// Set a timeout in the client or around the body, such as `TimeoutBody` of `tower-http`: without one, a body
/// may take forever.
///
/// # Limits
///
/// Error bodies are read up to 64 KiB, and successes without a limit; [`ReadOptions`] changes both.
///
/// After a complete body the connection can be reused. After a truncated one, the client closes the connection
/// over HTTP/1 and resets the stream over HTTP/2. Some servers and clients close a connection after many resets, so
/// set a limit that usual errors do not exceed.
///
/// # Compression
///
/// Bodies are decompressed only if the client, or a layer such as that of `tower-http`, does it. The error of a body
/// that is still encoded has no code, and a [`body_error`](ApiError::body_error).
///
/// The futures are `Send` if the body is. The trait is sealed.
pub trait HttpBodyExt: Sized + Sealed {
    /// Decodes a 2xx from JSON as a `T`, and any other status as an error.
    ///
    /// Empty bodies and `()` work as in [`decode`](crate::decode). Name the types if nothing else does:
    /// `decode::<(), FreezeCardErrorCode>()`.
    ///
    /// # Errors
    ///
    /// If the status is not a 2xx, or if the body of a 2xx cannot be deserialized as a `T`.
    fn decode<T, C>(self) -> impl Future<Output = Result<T, ApiError<C>>>
    where
        T: DeserializeOwned,
        C: ImmersveErrorCode,
    {
        self.decode_with(ReadOptions::new())
    }

    /// [`decode`](Self::decode) with options.
    ///
    /// # Errors
    ///
    /// As without options.
    fn decode_with<T, C>(
        self,
        options: ReadOptions,
    ) -> impl Future<Output = Result<T, ApiError<C>>>
    where
        T: DeserializeOwned,
        C: ImmersveErrorCode;

    /// Returns a 2xx with its body unread, and any other status as an error.
    ///
    /// # Errors
    ///
    /// If the status is not a 2xx.
    fn check<C>(self) -> impl Future<Output = Result<Self, ApiError<C>>>
    where
        C: ImmersveErrorCode,
    {
        self.check_with(ReadOptions::new())
    }

    /// [`check`](Self::check) with options.
    ///
    /// # Errors
    ///
    /// As without options.
    fn check_with<C>(self, options: ReadOptions) -> impl Future<Output = Result<Self, ApiError<C>>>
    where
        C: ImmersveErrorCode;
}

impl<B> HttpBodyExt for Response<B>
where
    B: Body,
    B::Error: Into<Box<dyn Error + Send + Sync>>,
{
    async fn decode_with<T, C>(self, options: ReadOptions) -> Result<T, ApiError<C>>
    where
        T: DeserializeOwned,
        C: ImmersveErrorCode,
    {
        let (parts, body) = self.into_parts();
        let (limit, deadline) = (options.limit(parts.status), options.deadline());
        let received = read(body, limit, deadline, |error| failed(error.into())).await;
        received.decode(parts.status, parts.headers)
    }

    async fn check_with<C>(self, options: ReadOptions) -> Result<Self, ApiError<C>>
    where
        C: ImmersveErrorCode,
    {
        if self.status().is_success() {
            return Ok(self);
        }
        let (parts, body) = self.into_parts();
        let (limit, deadline) = (options.limit(parts.status), options.deadline());
        let received = read(body, limit, deadline, |error| failed(error.into())).await;
        Err(received.into_error(parts.status, parts.headers))
    }
}

/// Reads up to `limit` bytes.
pub(super) async fn read<B: Body>(
    body: B,
    limit: usize,
    deadline: Option<Deadline>,
    failed: impl FnOnce(B::Error) -> End,
) -> Received {
    let mut body = pin!(body);
    let mut arrived = Vec::new();
    let end = loop {
        // A connection failure after the last byte does no harm.
        if body.is_end_stream() {
            break End::Complete;
        }
        if deadline.is_some_and(Deadline::is_past) {
            break End::too_slow();
        }
        let frame = match poll_fn(|context| body.as_mut().poll_frame(context)).await {
            None => break End::Complete,
            Some(Err(error)) => break failed(error),
            Some(Ok(frame)) => frame,
        };
        let Ok(mut data) = frame.into_data() else {
            continue;
        };
        let mut over_limit = None;
        while data.has_remaining() && over_limit.is_none() {
            let chunk = data.chunk();
            over_limit = Received::push(&mut arrived, chunk, limit);
            let length = chunk.len();
            data.advance(length);
        }
        if let Some(end) = over_limit {
            break end;
        }
    };
    Received::new(arrived, end)
}

/// Classifies an error of the body.
pub(super) fn failed(error: Box<dyn Error + Send + Sync>) -> End {
    match error.downcast_ref().map(of_decompressor) {
        Some(end) => end(error),
        None => End::Failed(error),
    }
}

/// Classifies an error of a decompressor. A connection failure is not an `io::Error` but an error of the client.
pub(super) fn of_decompressor(error: &io::Error) -> fn(Box<dyn Error + Send + Sync>) -> End {
    use io::ErrorKind::{InvalidData, InvalidInput, Other};

    match error.kind() {
        // The error of `async-compression` for truncated deflate.
        Other if error.to_string() == "unexpected BufError" => End::Short,
        InvalidData | InvalidInput | Other => End::Undecodable,
        io::ErrorKind::UnexpectedEof => End::Short,
        _ => End::Failed,
    }
}
