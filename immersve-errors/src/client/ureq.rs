//! The adapter for the responses of `ureq`.

use ::ureq::Body;
use http::{HeaderMap, Response, StatusCode, Version, header, response::Parts};
use serde::de::DeserializeOwned;

use super::{
    blocking,
    read_options::ReadOptions,
    received::{End, Received},
    sealed::Sealed,
};
use crate::{code::ImmersveErrorCode, error::ApiError, response::ErrorResponse};

/// Adds `decode` and `check` to the responses of `ureq`; both turn error responses into an [`ApiError`].
///
/// By default, `ureq` keeps only the status of an error response. Configure the agent once, so that it
/// gives you the whole response:
///
/// ```
/// use immersve_errors::{AnyCode, ApiError, ErrorKind, UreqExt};
///
/// let agent = ureq::Agent::config_builder()
///     .http_status_as_error(false)
///     .build()
///     .new_agent();
///
/// # let body = ureq::Body::builder().data(r#"{"errorCode":"KYC_REQUIRED"}"#);
/// # let response = http::Response::builder().status(403).body(body).unwrap();
/// // let response = agent.get(url).call()?;
/// let error: ApiError = response.decode::<Vec<String>, _>().unwrap_err();
/// assert_eq!(error.kind(), ErrorKind::BusinessRule);
/// assert_eq!(error.wire_code(), Some("KYC_REQUIRED"));
/// ```
///
/// Without that, `call` fails with `ureq::Error::StatusCode`, and the code of the error is lost.
/// `ErrorResponse::try_from` turns that error into a response, which has the status and nothing else. Try it
/// first where you convert a `ureq::Error` into your own type, as the example `retry_blocking` does.
///
/// It is for `ureq` 3. The responses of `ureq` 2 are another type: put status, headers and bytes into an
/// [`http::Response`], and call [`decode`](crate::decode).
///
/// # When the connection fails
///
/// If it fails before the status arrives, `call` gives the client's own error, and there is no response.
/// If it fails later, the methods here give an [`ApiError`] with the status, the headers, and the part
/// of the body that arrived, [marked as truncated](ErrorResponse::is_truncated). The client's error, such as a
/// timeout, is the [source](std::error::Error::source) of its [`body_error`](ApiError::body_error).
///
/// The client's timeout counts for the whole body. Set one: without it, a body may take forever.
///
/// A body that arrived but cannot be decompressed is an invalid body; it does not count as a connection
/// that failed. `ureq` has the same error for all that can be wrong with brotli, which counts as a connection
/// that failed. It does not show whether a compressed body was empty, so an empty one that ends with the
/// connection counts as truncated.
///
/// # What is read
///
/// The whole body of a success is read, without a limit unless [`ReadOptions`] set one. Of an error
/// body, the first 64 KiB are read and kept; the options can set another limit. After a body that was
/// read to its end, the client can use the connection again.
///
/// The trait is sealed: no other crate can implement it.
pub trait UreqExt: Sized + Sealed {
    /// Reads a 2xx from JSON as a `T`, and any other status as an error.
    ///
    /// For empty bodies and for `()`, the rules are those of [`decode`](crate::decode).
    ///
    /// ```
    /// use immersve_errors::{AnyCode, UreqExt};
    ///
    /// # let response = http::Response::new(ureq::Body::builder().data(r#"["card-1","card-2"]"#));
    /// // let response = agent.get(url).call()?;
    /// let cards: Vec<String> = response.decode::<_, AnyCode>()?;
    /// assert_eq!(cards, ["card-1", "card-2"]);
    /// # Ok::<(), immersve_errors::ApiError>(())
    /// ```
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
    /// ```
    /// use immersve_errors::{AnyCode, UreqExt};
    ///
    /// # let response = http::Response::new(ureq::Body::builder().data("%PDF-1.7"));
    /// // let response = agent.get(url).call()?;
    /// let statement = response.check::<AnyCode>()?.body_mut().read_to_vec()?;
    /// assert_eq!(statement, b"%PDF-1.7");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
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

impl UreqExt for Response<Body> {
    fn decode_with<T, C>(self, options: ReadOptions) -> Result<T, ApiError<C>>
    where
        T: DeserializeOwned,
        C: ImmersveErrorCode,
    {
        let (parts, body) = self.into_parts();
        let received = read(&parts, body, options);
        received.decode(parts.status, parts.headers)
    }

    fn check_with<C>(self, options: ReadOptions) -> Result<Self, ApiError<C>>
    where
        C: ImmersveErrorCode,
    {
        if self.status().is_success() {
            return Ok(self);
        }
        let (parts, body) = self.into_parts();
        let received = read(&parts, body, options);
        Err(received.into_error(parts.status, parts.headers))
    }
}

fn read(parts: &Parts, body: Body, options: ReadOptions) -> Received {
    let (limit, deadline) = (options.limit(parts.status), options.deadline());
    blocking::read(body.into_reader(), limit, deadline, |error, arrived| {
        // While a body is read, the client's error may be wrapped.
        failed(::ureq::Error::from(error), parts, arrived)
    })
}

fn failed(error: ::ureq::Error, parts: &Parts, arrived: &[u8]) -> End {
    // The variant exists only if a feature of `ureq` for decompression is on, which the program chooses.
    // So this looks for its name. If the name changes, the error counts as a connection that failed,
    // like any other.
    let shown = format!("{error:?}");
    // If the connection failed, the error of the decompressor says so.
    if !shown.starts_with("Decompress(") || shown.contains("Peer disconnected") {
        return End::Failed(error.into());
    }
    // Brotli has one error for all that can be wrong.
    let is_short = shown.contains("UnexpectedEof") || shown.starts_with("Decompress(\"brotli\"");
    // Behind a complete body there was something else.
    let is_behind = shown.contains("invalid gzip header") && !arrived.is_empty();
    if is_short && arrived.is_empty() && is_empty(parts) {
        End::Complete
    } else if is_short || is_behind {
        End::Short(error.into())
    } else {
        End::Undecodable(error.into())
    }
}

/// Whether a body of which nothing could be decompressed was empty, and not truncated.
///
/// `ureq` does not show how many bytes arrived, and drops `Content-Length` and `Content-Encoding`. But only a body
/// that ends with its connection can be truncated without another error.
fn is_empty(parts: &Parts) -> bool {
    let closes = parts.version < Version::HTTP_11
        || parts.headers.contains_key(header::TRANSFER_ENCODING)
        || parts
            .headers
            .get(header::CONNECTION)
            .is_some_and(|value| value == "close");
    matches!(
        parts.status,
        StatusCode::NO_CONTENT | StatusCode::NOT_MODIFIED
    ) || !closes
}

/// Turns an error that `ureq` made of a response into that response, with its status only.
///
/// `ureq` has dropped the headers and the body. So there is no code, no reason and no `Retry-After`, and
/// the body counts as [truncated](ErrorResponse::is_truncated). It is better to set
/// `http_status_as_error(false)`, as [`UreqExt`] shows.
///
/// ```
/// use immersve_errors::{ApiError, ErrorResponse, Retry};
///
/// let response = ErrorResponse::try_from(ureq::Error::StatusCode(503))?;
/// assert!(response.is_truncated());
/// assert_eq!(ApiError::<immersve_errors::AnyCode>::from(response).retry(), Retry::IfIdempotent);
///
/// assert!(ErrorResponse::try_from(ureq::Error::HostNotFound).is_err());
/// # Ok::<(), ureq::Error>(())
/// ```
///
/// # Errors
///
/// Returns any other error unchanged: there was no response.
impl TryFrom<::ureq::Error> for ErrorResponse {
    type Error = ::ureq::Error;

    fn try_from(error: ::ureq::Error) -> Result<Self, Self::Error> {
        let status = match error {
            ::ureq::Error::StatusCode(status) => StatusCode::from_u16(status).ok(),
            _ => None,
        };
        let status = status.ok_or(error)?;
        Ok(Self::new(status, HeaderMap::new(), Vec::new()).truncated())
    }
}
