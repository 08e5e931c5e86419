//! The adapter for the responses of `reqwest`.

use std::{error::Error, future::Future, io};

use ::reqwest::Response;
use http::StatusCode;
use serde::de::DeserializeOwned;

use super::{
    read_options::ReadOptions,
    received::{End, Received, is_past},
};
use crate::{code::ImmersveErrorCode, error::ApiError};

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
/// [`body_error`](ApiError::body_error), without the URL.
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

pub(super) fn failed(error: ::reqwest::Error) -> End {
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

mod sealed {
    pub trait Sealed {}

    impl Sealed for reqwest::Response {}
}
