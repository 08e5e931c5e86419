//! The adapters for the responses of `reqwest`, async and blocking.

#[cfg(feature = "reqwest-blocking")]
use std::time::Duration;
use std::{error::Error, future::Future, io};

use ::reqwest::Response;
use http::StatusCode;
use serde::de::DeserializeOwned;

use super::{End, ReadOptions, Received, is_past};
use crate::{ApiError, ImmersveErrorCode};

/// Adds `decode` and `check` to the responses of `reqwest`; both turn error responses into an
/// [`ApiError`].
///
/// It is for `reqwest` 0.13. The responses of `reqwest` 0.12 are another type: put the bytes into an
/// [`http::Response`], and call [`decode`](crate::decode), as [below](#with-reqwest-012).
///
/// ```
/// use immersve_errors::{ErrorKind, ImmersveErrorCode, ReqwestExt, UnknownCode};
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
/// # let body = r#"{"statusCode":403,"errorCode":"CARD_ALREADY_FROZEN"}"#;
/// # let response: reqwest::Response =
/// #     http::Response::builder().status(403).body(body).unwrap().into();
/// // let response = client.post(url).send().await?;
/// let error = response.decode::<(), FreezeCardErrorCode>().await.unwrap_err();
/// assert_eq!(error.kind(), ErrorKind::BusinessRule);
/// assert_eq!(error.code(), Some(&FreezeCardErrorCode::CardAlreadyFrozen));
/// # }
/// ```
///
/// # When the connection fails
///
/// If it fails before the status arrives, `send` gives the client's own error, and there is no response.
/// If it fails later, the methods here give an [`ApiError`] with the status, the headers, and the part
/// of the body that arrived, [marked as cut](crate::ErrorResponse::is_truncated). The client's error,
/// such as a timeout, is the [source](std::error::Error::source) of its
/// [`invalid_body`](ApiError::invalid_body), without the URL.
///
/// The client's timeout counts for the whole body. Set one: without it, a body may take forever.
///
/// A body that arrived but cannot be decompressed is an invalid body; it does not count as a connection
/// that failed.
///
/// # What is read
///
/// The whole body of a success is read, without a limit unless [`ReadOptions`] set one. Of an error
/// body, the first 64 KiB are read and kept; the options can set another limit. After a body that was
/// read to its end, the client can use the connection again.
///
/// The futures are `Send`. The trait is sealed: no other crate can implement it.
///
/// # With `reqwest` 0.12
///
/// Without the limits and the parts of bodies, these lines do the same:
///
/// ```
/// # async fn example(mut response: reqwest::Response) -> Result<(), Box<dyn std::error::Error>> {
/// let (status, headers) = (response.status(), std::mem::take(response.headers_mut()));
/// let mut whole = immersve_errors::http::Response::new(response.bytes().await?);
/// *whole.status_mut() = status;
/// *whole.headers_mut() = headers;
/// let cards: Result<Vec<String>, immersve_errors::ApiError> = immersve_errors::decode(whole);
/// # Ok(())
/// # }
/// ```
pub trait ReqwestExt: Sized + sealed::Sealed {
    /// Reads a 2xx from JSON as a `T`, and any other status as an error.
    ///
    /// For empty bodies and for `()`, the rules are those of [`decode`](crate::decode).
    ///
    /// ```
    /// use immersve_errors::{AnyCode, ReqwestExt};
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), immersve_errors::ApiError> {
    /// # let response: reqwest::Response = http::Response::new(r#"["card-1","card-2"]"#).into();
    /// // let response = client.get(url).send().await?;
    /// let cards: Vec<String> = response.decode::<_, AnyCode>().await?;
    /// assert_eq!(cards, ["card-1", "card-2"]);
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    ///
    /// If the status is not a 2xx, or if the body of a 2xx cannot be read as a `T`.
    fn decode<T, C>(self) -> impl Future<Output = Result<T, ApiError<C>>> + Send
    where
        T: DeserializeOwned,
        C: ImmersveErrorCode,
    {
        self.decode_with(ReadOptions::new())
    }

    /// The same as [`decode`](Self::decode), with options.
    ///
    /// # Errors
    ///
    /// The same as without options.
    fn decode_with<T, C>(
        self,
        options: ReadOptions,
    ) -> impl Future<Output = Result<T, ApiError<C>>> + Send
    where
        T: DeserializeOwned,
        C: ImmersveErrorCode;

    /// Gives back a 2xx with its body unread, and any other status as an error.
    ///
    /// ```
    /// use immersve_errors::{AnyCode, ReqwestExt};
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// # let response: reqwest::Response = http::Response::new("%PDF-1.7").into();
    /// // let response = client.get(url).send().await?;
    /// let statement = response.check::<AnyCode>().await?.bytes().await?;
    /// assert_eq!(&statement[..], b"%PDF-1.7");
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    ///
    /// If the status is not a 2xx.
    fn check<C>(self) -> impl Future<Output = Result<Self, ApiError<C>>> + Send
    where
        C: ImmersveErrorCode,
    {
        self.check_with(ReadOptions::new())
    }

    /// The same as [`check`](Self::check), with options.
    ///
    /// # Errors
    ///
    /// The same as without options.
    fn check_with<C>(
        self,
        options: ReadOptions,
    ) -> impl Future<Output = Result<Self, ApiError<C>>> + Send
    where
        C: ImmersveErrorCode;
}

impl ReqwestExt for Response {
    async fn decode_with<T, C>(mut self, options: ReadOptions) -> Result<T, ApiError<C>>
    where
        T: DeserializeOwned,
        C: ImmersveErrorCode,
    {
        let status = self.status();
        let received = read(&mut self, status, options).await;
        received.decode(status, std::mem::take(self.headers_mut()))
    }

    async fn check_with<C>(mut self, options: ReadOptions) -> Result<Self, ApiError<C>>
    where
        C: ImmersveErrorCode,
    {
        let status = self.status();
        if status.is_success() {
            return Ok(self);
        }
        let received = read(&mut self, status, options).await;
        Err(received.into_error(status, std::mem::take(self.headers_mut())))
    }
}

async fn read(response: &mut Response, status: StatusCode, options: ReadOptions) -> Received {
    let (limit, deadline) = (options.limit(status), options.deadline());
    let mut body = Vec::new();
    let end = loop {
        if is_past(deadline) {
            break End::timed_out();
        }
        match response.chunk().await {
            Ok(Some(chunk)) => {
                let room = limit - body.len();
                body.extend_from_slice(&chunk[..chunk.len().min(room)]);
                if chunk.len() > room {
                    break End::OverLimit;
                }
            }
            Ok(None) => break End::Complete,
            Err(error) => break failed(error),
        }
    };
    Received { body, end }
}

fn failed(error: ::reqwest::Error) -> End {
    let error = error.without_url();
    let mut cause: Option<&(dyn Error + 'static)> = Some(&error);
    while cause.is_some_and(<dyn Error>::is::<::reqwest::Error>) {
        cause = cause.and_then(Error::source);
    }
    // If the connection fails, the cause is an error of `hyper`, with an `io::Error` below it. A cause
    // that is itself an `io::Error` comes from the decompressor. If it says that its input ends too
    // early, the connection may be the reason.
    let undecodable = cause
        .and_then(<dyn Error>::downcast_ref)
        .is_some_and(is_of_the_data);
    if undecodable {
        End::Undecodable(error.into())
    } else {
        End::Failed(error.into())
    }
}

/// Whether an error of reading says that the bytes are wrong, and not that some are missing.
fn is_of_the_data(error: &io::Error) -> bool {
    use io::ErrorKind::{InvalidData, InvalidInput, Other};

    matches!(error.kind(), InvalidData | InvalidInput | Other)
}

/// Adds `decode` and `check` to the responses of `reqwest::blocking`; both turn error responses into an
/// [`ApiError`].
///
/// The rules are those of [`ReqwestExt`], except for timeouts.
///
/// # Timeouts
///
/// The client's timeout counts for a whole body only if `reqwest::blocking` reads all of it in one call,
/// without a limit. If the body is read in parts, the timeout starts again with each part. A response
/// does not tell how long the client's timeout is. So these are the rules:
///
/// - The body of a success is read in one call, and the client's timeout counts for the whole body. If
///   the connection fails, no part of the body is kept.
/// - The body of an error is read in parts, up to its limit, for at most one second;
///   [`ReadOptions::with_timeout`] sets another time. The wait for one part ends at the client's
///   timeout. The parts that arrived are kept.
/// - The body of a success is read in parts too if you set `with_timeout`, or if you set a
///   [limit](ReadOptions::with_success_limit) and the response has no `Content-Length`, or one above the
///   limit. Without `with_timeout`, reading takes at most 30 seconds.
///
/// A timeout that is set on the request, with `RequestBuilder::timeout`, counts for the whole body in
/// all cases.
///
/// ```
/// use immersve_errors::{AnyCode, ApiError, ReqwestBlockingExt, Retry};
///
/// # let response: reqwest::blocking::Response =
/// #     http::Response::builder().status(429).header("retry-after", "3").body("").unwrap().into();
/// // let response = client.get(url).send()?;
/// let error: ApiError = response.decode::<Vec<String>, _>().unwrap_err();
/// assert_eq!(error.retry(), Retry::Always);
/// assert_eq!(error.retry_after(), Some(std::time::Duration::from_secs(3)));
/// ```
///
/// Do not use it inside an async runtime, as with all of `reqwest::blocking`. The trait is sealed: no
/// other crate can implement it.
#[cfg(feature = "reqwest-blocking")]
pub trait ReqwestBlockingExt: Sized + sealed::Sealed {
    /// Reads a 2xx from JSON as a `T`, and any other status as an error; see [`ReqwestExt::decode`].
    ///
    /// # Errors
    ///
    /// If the status is not a 2xx, or if the body of a 2xx cannot be read as a `T`.
    fn decode<T, C>(self) -> Result<T, ApiError<C>>
    where
        T: DeserializeOwned,
        C: ImmersveErrorCode,
    {
        self.decode_with(ReadOptions::new())
    }

    /// The same as [`decode`](Self::decode), with options.
    ///
    /// # Errors
    ///
    /// The same as without options.
    fn decode_with<T, C>(self, options: ReadOptions) -> Result<T, ApiError<C>>
    where
        T: DeserializeOwned,
        C: ImmersveErrorCode;

    /// Gives back a 2xx with its body unread, and any other status as an error.
    ///
    /// # Errors
    ///
    /// If the status is not a 2xx.
    fn check<C>(self) -> Result<Self, ApiError<C>>
    where
        C: ImmersveErrorCode,
    {
        self.check_with(ReadOptions::new())
    }

    /// The same as [`check`](Self::check), with options.
    ///
    /// # Errors
    ///
    /// The same as without options.
    fn check_with<C>(self, options: ReadOptions) -> Result<Self, ApiError<C>>
    where
        C: ImmersveErrorCode;
}

#[cfg(feature = "reqwest-blocking")]
impl ReqwestBlockingExt for ::reqwest::blocking::Response {
    fn decode_with<T, C>(mut self, options: ReadOptions) -> Result<T, ApiError<C>>
    where
        T: DeserializeOwned,
        C: ImmersveErrorCode,
    {
        let (status, headers) = (self.status(), std::mem::take(self.headers_mut()));
        read_blocking(self, status, options).decode(status, headers)
    }

    fn check_with<C>(mut self, options: ReadOptions) -> Result<Self, ApiError<C>>
    where
        C: ImmersveErrorCode,
    {
        let status = self.status();
        if status.is_success() {
            return Ok(self);
        }
        let headers = std::mem::take(self.headers_mut());
        Err(read_blocking(self, status, options).into_error(status, headers))
    }
}

/// How long an error body is read at most, if the options set no timeout.
#[cfg(feature = "reqwest-blocking")]
const ERROR_TIMEOUT: Duration = Duration::from_secs(1);

/// How long the body of a success with a limit is read at most. It is the client's own default timeout.
#[cfg(feature = "reqwest-blocking")]
const LIMITED_SUCCESS_TIMEOUT: Duration = Duration::from_secs(30);

/// Reads a body within a time limit; [`ReqwestBlockingExt`] lists the rules.
///
/// Only in `bytes` does the client's timeout count for the whole body. But `bytes` has no limit, and
/// keeps nothing of a body that breaks off. In `Read` the timeout starts again with each part, and a
/// response does not tell how long it is. So a body that cannot be too long is read with `bytes`, and
/// any other in parts, with a timeout of our own.
#[cfg(feature = "reqwest-blocking")]
fn read_blocking(
    response: ::reqwest::blocking::Response,
    status: StatusCode,
    options: ReadOptions,
) -> Received {
    let limit = options.limit(status);
    let fits = limit == usize::MAX
        || response
            .content_length()
            .is_some_and(|length| usize::try_from(length).is_ok_and(|length| length <= limit));
    if status.is_success() && fits && options.timeout().is_none() {
        return match response.bytes() {
            Ok(body) => Received {
                body: body.into(),
                end: End::Complete,
            },
            Err(error) => Received {
                body: Vec::new(),
                end: failed(error),
            },
        };
    }
    let timeout = options.timeout().unwrap_or(if status.is_success() {
        LIMITED_SUCCESS_TIMEOUT
    } else {
        ERROR_TIMEOUT
    });
    let deadline = options.with_timeout(timeout).deadline();
    super::read(response, limit, deadline, |error, _| {
        match error.downcast::<::reqwest::Error>() {
            // While a body is read, the client's error is wrapped.
            Ok(error) => failed(error),
            Err(error) => End::Failed(error.into()),
        }
    })
}

mod sealed {
    pub trait Sealed {}

    impl Sealed for reqwest::Response {}

    #[cfg(feature = "reqwest-blocking")]
    impl Sealed for reqwest::blocking::Response {}
}
