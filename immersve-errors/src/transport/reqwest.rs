//! Reads the responses of `reqwest`, async and blocking.

use std::future::Future;

use ::reqwest::Response;
use serde::de::DeserializeOwned;

use super::{End, ReadOptions, Received};
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
/// [`invalid_body`](ApiError::invalid_body), without the URL. Any timeout is the client's: set one.
///
/// # What is read
///
/// The body of a success is read whole, and not limited. Of the body of an error the first 64 KiB are
/// kept, or as much as [`ReadOptions`] say. An error body that is read to its end leaves the
/// connection open for the next request.
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
        let received = read(&mut self, options.limit(status)).await;
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
        let received = read(&mut self, options.limit(status)).await;
        Err(received.into_error(status, std::mem::take(self.headers_mut())))
    }
}

async fn read(response: &mut Response, limit: usize) -> Received {
    let mut body = Vec::new();
    let end = loop {
        match response.chunk().await {
            Ok(Some(chunk)) => {
                let room = limit - body.len();
                body.extend_from_slice(&chunk[..chunk.len().min(room)]);
                if chunk.len() > room {
                    break End::OverLimit;
                }
            }
            Ok(None) => break End::Complete,
            Err(error) => break End::Failed(error.without_url().into()),
        }
    };
    Received { body, end }
}

/// Reads a response of `reqwest::blocking`: as a value, or as it is, with errors as [`ApiError`].
///
/// The blocking half of [`ReqwestExt`]; the same rules apply.
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
        let status = self.status();
        let received = super::read(&mut self, options.limit(status), failure);
        received.decode(status, std::mem::take(self.headers_mut()))
    }

    fn check_with<C>(mut self, options: ReadOptions) -> Result<Self, ApiError<C>>
    where
        C: ImmersveErrorCode,
    {
        let status = self.status();
        if status.is_success() {
            return Ok(self);
        }
        let received = super::read(&mut self, options.limit(status), failure);
        Err(received.into_error(status, std::mem::take(self.headers_mut())))
    }
}

/// The client's own error, which is wrapped while a body is read, without the URL.
#[cfg(feature = "reqwest-blocking")]
fn failure(error: std::io::Error) -> Box<dyn std::error::Error + Send + Sync> {
    match error.downcast::<::reqwest::Error>() {
        Ok(error) => error.without_url().into(),
        Err(error) => error.into(),
    }
}

mod sealed {
    pub trait Sealed {}

    impl Sealed for reqwest::Response {}

    #[cfg(feature = "reqwest-blocking")]
    impl Sealed for reqwest::blocking::Response {}
}
