//! The adapter for `reqwest::blocking`.

use http::StatusCode;
use serde::de::DeserializeOwned;

use super::{
    blocking,
    read_options::ReadOptions,
    received::{End, Received},
    reqwest::failed,
    sealed::Sealed,
};
use crate::{code::ImmersveErrorCode, error::ApiError};

/// `decode` and `check` for the responses of `reqwest::blocking`.
///
/// Everything is as in [`ReqwestExt`](crate::ReqwestExt), except for timeouts.
///
/// # Timeouts
///
/// The timeout of `reqwest::blocking` covers a whole body only if it is read in one call, which has no limit and keeps
/// nothing of an interrupted body. Otherwise the timeout restarts with each read. Therefore:
///
/// - The body of a success without a limit is read in one call.
/// - All other bodies are read in parts, and the parts that arrived are kept. The client's timeout covers each part;
///   [`ReadOptions::with_slow_body_limit`] limits the total time.
///
/// A timeout set with `RequestBuilder::timeout` always covers the whole body.
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
/// As with all of `reqwest::blocking`, do not use it inside an async runtime. The trait is sealed.
pub trait ReqwestBlockingExt: Sized + Sealed {
    /// Decodes a 2xx from JSON as a `T`, and any other status as an error.
    ///
    /// Empty bodies and `()` work as in [`decode`](crate::decode).
    ///
    /// # Errors
    ///
    /// If the status is not a 2xx, or if the body of a 2xx cannot be deserialized as a `T`.
    fn decode<T, C>(self) -> Result<T, ApiError<C>>
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
    fn decode_with<T, C>(self, options: ReadOptions) -> Result<T, ApiError<C>>
    where
        T: DeserializeOwned,
        C: ImmersveErrorCode;

    /// Returns a 2xx with its body unread, and any other status as an error.
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

    /// [`check`](Self::check) with options.
    ///
    /// # Errors
    ///
    /// As without options.
    fn check_with<C>(self, options: ReadOptions) -> Result<Self, ApiError<C>>
    where
        C: ImmersveErrorCode;
}

impl ReqwestBlockingExt for ::reqwest::blocking::Response {
    fn decode_with<T, C>(mut self, options: ReadOptions) -> Result<T, ApiError<C>>
    where
        T: DeserializeOwned,
        C: ImmersveErrorCode,
    {
        let (status, headers) = (self.status(), std::mem::take(self.headers_mut()));
        read(self, status, options).decode(status, headers)
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
        Err(read(self, status, options).into_error(status, headers))
    }
}

/// Reads a body whole (`bytes`) or in parts (`Read`); see [`ReqwestBlockingExt`].
fn read(
    response: ::reqwest::blocking::Response,
    status: StatusCode,
    options: ReadOptions,
) -> Received {
    let is_limited = options.success_limit() < usize::MAX || options.slow_body_limit().is_some();
    if status.is_success() && !is_limited {
        let (body, end) = match response.bytes() {
            Ok(body) => (body.into(), End::Complete),
            Err(error) => (Vec::new(), failed(error)),
        };
        return Received::new(body, end);
    }
    let (limit, deadline) = (options.limit(status), options.deadline());
    blocking::read(response, limit, deadline, |error, _| {
        match error.downcast::<::reqwest::Error>() {
            // `Read` wraps the client's error.
            Ok(error) => failed(error),
            Err(error) => End::Failed(error.into()),
        }
    })
}
