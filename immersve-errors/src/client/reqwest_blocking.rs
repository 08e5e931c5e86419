//! The adapter for the responses of `reqwest::blocking`.

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

/// Adds `decode` and `check` to the responses of `reqwest::blocking`; both turn error responses into an
/// [`ApiError`].
///
/// The rules are those of [`ReqwestExt`](crate::ReqwestExt), except for timeouts.
///
/// # Timeouts
///
/// The client's timeout counts for a whole body only if `reqwest::blocking` reads all of it in one call,
/// without a limit. If the body is read in parts, the timeout starts again with each part, and a response does
/// not tell how long it is. So these are the rules:
///
/// - Without a limit, the body of a success is read in one call, and the client's timeout counts for the whole
///   body. If the connection fails, no part of the body is kept.
/// - Any other body is read in parts, and the parts that arrived are kept. The wait for one part ends at the
///   client's timeout. [`ReadOptions::with_slow_body_limit`] limits the time for all parts together.
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
pub trait ReqwestBlockingExt: Sized + Sealed {
    /// Reads a 2xx from JSON as a `T`, and any other status as an error; see [`ReqwestExt::decode`](crate::ReqwestExt::decode).
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

/// Reads a body in parts, or whole; [`ReqwestBlockingExt`] has the rules.
///
/// Only in `bytes` does the client's timeout count for the whole body. But `bytes` has no limit, and
/// keeps nothing of a body that is interrupted. In `Read` the timeout starts again with each part.
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
            // While a body is read, the client's error is wrapped.
            Ok(error) => failed(error),
            Err(error) => End::Failed(error.into()),
        }
    })
}
