//! The adapter for the responses of `reqwest::blocking`.

use std::time::Duration;

use http::StatusCode;
use serde::de::DeserializeOwned;

use super::{
    read_options::ReadOptions,
    received::{End, Received, read},
    reqwest::failed,
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
pub trait ReqwestBlockingExt: Sized + sealed::Sealed {
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
const ERROR_TIMEOUT: Duration = Duration::from_secs(1);

/// How long the body of a success with a limit is read at most. It is the client's own default timeout.
const LIMITED_SUCCESS_TIMEOUT: Duration = Duration::from_secs(30);

/// Reads a body within a time limit; [`ReqwestBlockingExt`] lists the rules.
///
/// Only in `bytes` does the client's timeout count for the whole body. But `bytes` has no limit, and
/// keeps nothing of a body that breaks off. In `Read` the timeout starts again with each part, and a
/// response does not tell how long it is. So a body that cannot be too long is read with `bytes`, and
/// any other in parts, with a timeout of our own.
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
    read(response, limit, deadline, |error, _| {
        match error.downcast::<::reqwest::Error>() {
            // While a body is read, the client's error is wrapped.
            Ok(error) => failed(error),
            Err(error) => End::Failed(error.into()),
        }
    })
}

mod sealed {
    pub trait Sealed {}

    impl Sealed for reqwest::blocking::Response {}
}
