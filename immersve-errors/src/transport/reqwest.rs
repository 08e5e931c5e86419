//! Reads the responses of `reqwest`, async and blocking.

#[cfg(feature = "reqwest-blocking")]
use std::time::Duration;
use std::{error::Error, future::Future, io};

use ::reqwest::Response;
use http::StatusCode;
use serde::de::DeserializeOwned;

use super::{End, ReadOptions, Received, is_past};
use crate::{ApiError, ImmersveErrorCode};

/// Reads a response of `reqwest`: as a value, or as it is, with errors as [`ApiError`].
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
/// Before there is a status, `send` fails with the client's own error, and there is no response to
/// read. After that, what arrived is kept: the methods here fail with an [`ApiError`] that has status,
/// headers, and the part of the body that came, [marked as cut](crate::ErrorResponse::is_truncated).
/// The client's error, such as a timeout, is the [source](std::error::Error::source) of its
/// [`invalid_body`](ApiError::invalid_body), without the URL. Any timeout is the client's, and counts for
/// the whole body: set one.
///
/// A body that arrived, and could not be decompressed, is an invalid body and no connection that failed.
///
/// # What is read
///
/// The body of a success is read whole, and not limited unless [`ReadOptions`] say so. Of the body of an
/// error the first 64 KiB are kept, or as much as the options say. An error body that is read to its end
/// leaves the connection open for the next request.
///
/// The futures are `Send`. The trait cannot be implemented elsewhere.
pub trait ReqwestExt: Sized + sealed::Sealed {
    /// A 2xx as a `T`, read from JSON; an empty body reads as `()` or `None`, as in
    /// [`decode`](crate::decode).
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
    /// Any other status; a 2xx with a body that is no `T`, or that broke off.
    fn decode<T, C>(self) -> impl Future<Output = Result<T, ApiError<C>>> + Send
    where
        T: DeserializeOwned,
        C: ImmersveErrorCode,
    {
        self.decode_with(ReadOptions::new())
    }

    /// [`decode`](Self::decode), with options.
    ///
    /// # Errors
    ///
    /// As there.
    fn decode_with<T, C>(
        self,
        options: ReadOptions,
    ) -> impl Future<Output = Result<T, ApiError<C>>> + Send
    where
        T: DeserializeOwned,
        C: ImmersveErrorCode;

    /// A 2xx as it is, with nothing of its body read.
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
    /// Any other status.
    fn check<C>(self) -> impl Future<Output = Result<Self, ApiError<C>>> + Send
    where
        C: ImmersveErrorCode,
    {
        self.check_with(ReadOptions::new())
    }

    /// [`check`](Self::check), with options.
    ///
    /// # Errors
    ///
    /// As there.
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
    // A connection fails with an error of `hyper`, and an `io::Error` below that: one that stands by
    // itself is of the decoder. Where its input ends too early, the connection may have, too.
    let undecodable = cause
        .and_then(<dyn Error>::downcast_ref)
        .is_some_and(is_of_the_data);
    if undecodable {
        End::Undecodable(error.into())
    } else {
        End::Failed(error.into())
    }
}

/// Whether an error of reading says that the bytes are wrong, not that none came.
fn is_of_the_data(error: &io::Error) -> bool {
    use io::ErrorKind::{InvalidData, InvalidInput, Other};

    matches!(error.kind(), InvalidData | InvalidInput | Other)
}

/// Reads a response of `reqwest::blocking`: as a value, or as it is, with errors as [`ApiError`].
///
/// The blocking half of [`ReqwestExt`]; the same rules apply, but for timeouts.
///
/// # Timeouts
///
/// `reqwest::blocking` counts a client's timeout for a whole body only where it reads all of it at once,
/// without a limit; read in parts, the timeout starts anew with each. And no response says what it is. So:
///
/// - The body of a success is read at once. The client's timeout counts for all of it. If the connection
///   fails, nothing of the body is kept.
/// - The body of an error is read in parts, up to its limit, for at most one second, or what
///   [`ReadOptions::with_timeout`] says. A part that does not arrive ends at the client's timeout. What
///   arrived is kept.
/// - A success with a [limit](ReadOptions::with_success_limit), and without a `Content-Length` below it, is
///   read like an error, for at most 30 seconds.
///
/// A timeout that is set on the request, with `RequestBuilder::timeout`, counts for the whole body either
/// way.
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
/// Like the whole of `reqwest::blocking`, not for use inside an async runtime. The trait cannot be
/// implemented elsewhere.
#[cfg(feature = "reqwest-blocking")]
pub trait ReqwestBlockingExt: Sized + sealed::Sealed {
    /// A 2xx as a `T`, read from JSON; see [`ReqwestExt::decode`].
    ///
    /// # Errors
    ///
    /// Any other status; a 2xx with a body that is no `T`, or that broke off.
    fn decode<T, C>(self) -> Result<T, ApiError<C>>
    where
        T: DeserializeOwned,
        C: ImmersveErrorCode,
    {
        self.decode_with(ReadOptions::new())
    }

    /// [`decode`](Self::decode), with options.
    ///
    /// # Errors
    ///
    /// As there.
    fn decode_with<T, C>(self, options: ReadOptions) -> Result<T, ApiError<C>>
    where
        T: DeserializeOwned,
        C: ImmersveErrorCode;

    /// A 2xx as it is, with nothing of its body read.
    ///
    /// # Errors
    ///
    /// Any other status.
    fn check<C>(self) -> Result<Self, ApiError<C>>
    where
        C: ImmersveErrorCode,
    {
        self.check_with(ReadOptions::new())
    }

    /// [`check`](Self::check), with options.
    ///
    /// # Errors
    ///
    /// As there.
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

/// How long an error body is read at most, unless the options say something else.
#[cfg(feature = "reqwest-blocking")]
const ERROR_TIMEOUT: Duration = Duration::from_secs(1);

/// The same for the body of a success that has a limit; the client's own default.
#[cfg(feature = "reqwest-blocking")]
const LIMITED_SUCCESS_TIMEOUT: Duration = Duration::from_secs(30);

/// Reads a body so that the client's timeout counts for the whole of it.
///
/// The client counts its timeout for the whole body in `bytes` only, which knows no limit and loses all of
/// a body that breaks off. In `Read` the timeout starts anew with each part, and a response does not say
/// what it is. So `bytes` reads what cannot become too long, and a timeout of our own ends the rest.
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
            // It is wrapped while a body is read.
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
