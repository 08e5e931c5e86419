//! The adapter for `reqwest`.

use std::{error::Error, future::Future};

use ::reqwest::Response;
use serde::de::DeserializeOwned;

use super::{
    http_body,
    read_options::ReadOptions,
    received::{End, Received},
    sealed::Sealed,
};
use crate::{code::ImmersveErrorCode, error::ApiError};

/// `decode` and `check` for the responses of `reqwest` 0.13; for 0.12, see [below](#with-reqwest-012).
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
/// # Connection failures
///
/// If the connection fails while the body is read, the methods return an [`ApiError`] with the status, the headers
/// and the part of the body that arrived, [marked as truncated](crate::ErrorResponse::is_truncated). The client's
/// error, such as a timeout, is the [source](std::error::Error::source) of its
/// [`body_error`](ApiError::body_error), without the URL. A failure before the response arrives is the error of
/// `send`.
///
/// Set a timeout in the client: without one, a body may take forever.
///
/// A body that arrived but cannot be decompressed is invalid; it is not a connection failure.
///
/// # Limits
///
/// Error bodies are read up to 64 KiB, and successes without a limit; [`ReadOptions`] changes both. After a complete
/// body the connection can be reused; for truncated ones, see [`HttpBodyExt`](crate::HttpBodyExt).
///
/// On `wasm32-unknown-unknown`, the client delivers a body whole or not at all. So limits apply after the whole body
/// has arrived, nothing of an interrupted body is kept, and the only timeout is that of the request.
///
/// The futures are `Send`, except on `wasm32-unknown-unknown`. The trait is sealed.
///
/// # With `reqwest` 0.12
///
/// Pass the whole response to [`decode`](crate::decode), which has no limits and keeps no partial bodies:
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
pub trait ReqwestExt: Sized + Sealed {
    /// Decodes a 2xx from JSON as a `T`, and any other status as an error.
    ///
    /// Empty bodies and `()` work as in [`decode`](crate::decode).
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

impl ReqwestExt for Response {
    async fn decode_with<T, C>(mut self, options: ReadOptions) -> Result<T, ApiError<C>>
    where
        T: DeserializeOwned,
        C: ImmersveErrorCode,
    {
        let (status, headers) = (self.status(), std::mem::take(self.headers_mut()));
        read(self, options).await.decode(status, headers)
    }

    async fn check_with<C>(mut self, options: ReadOptions) -> Result<Self, ApiError<C>>
    where
        C: ImmersveErrorCode,
    {
        let status = self.status();
        if status.is_success() {
            return Ok(self);
        }
        let headers = std::mem::take(self.headers_mut());
        Err(read(self, options).await.into_error(status, headers))
    }
}

#[cfg(not(all(target_arch = "wasm32", target_os = "unknown")))]
async fn read(response: Response, options: ReadOptions) -> Received {
    let (limit, deadline) = (options.limit(response.status()), options.deadline());
    http_body::read(::reqwest::Body::from(response), limit, deadline, failed).await
}

// In a browser, the client delivers a body whole or not at all.
#[cfg(all(target_arch = "wasm32", target_os = "unknown"))]
async fn read(response: Response, options: ReadOptions) -> Received {
    let limit = options.limit(response.status());
    let mut body = Vec::new();
    let end = match response.bytes().await {
        Ok(bytes) => Received::push(&mut body, &bytes, limit).unwrap_or(End::Complete),
        Err(error) => failed(error),
    };
    Received::new(body, end)
}

pub(super) fn failed(error: ::reqwest::Error) -> End {
    let error = error.without_url();
    let mut cause: Option<&(dyn Error + 'static)> = Some(&error);
    while cause.is_some_and(<dyn Error>::is::<::reqwest::Error>) {
        cause = cause.and_then(Error::source);
    }
    match cause
        .and_then(<dyn Error>::downcast_ref)
        .map(http_body::of_decompressor)
    {
        Some(end) => end(error.into()),
        None => End::Failed(error.into()),
    }
}
