//! The adapter for `ureq`.

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

/// `decode` and `check` for the responses of `ureq` 3.
///
/// By default, `ureq` keeps only the status of an error response. Configure the agent to return the whole response:
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
/// Otherwise `call` fails with `ureq::Error::StatusCode`, and the code is lost. `ErrorResponse::try_from` converts
/// that error into a response with nothing but the status. Use it in your own `From<ureq::Error>`, as the example
/// `retry_blocking` does.
///
/// For `ureq` 2, build an [`http::Response`] from status, headers and bytes, and call [`decode`](crate::decode).
///
/// # Connection failures
///
/// If the connection fails while the body is read, the methods return an [`ApiError`] with the status, the headers
/// and the part of the body that arrived, [marked as truncated](ErrorResponse::is_truncated). The client's error,
/// such as a timeout, is the [source](std::error::Error::source) of its [`body_error`](ApiError::body_error). A
/// failure before the response arrives is the error of `call`.
///
/// Set a timeout in the agent: without one, a body may take forever.
///
/// A body that arrived but cannot be decompressed is invalid; it is not a connection failure. There are two
/// exceptions, because `ureq` does not tell the cases apart: any error of brotli counts as a connection failure, and
/// an empty compressed body that ends with the connection counts as truncated.
///
/// # Limits
///
/// Error bodies are read up to 64 KiB, and successes without a limit; [`ReadOptions`] changes both. After a complete
/// body the connection can be reused.
///
/// The trait is sealed.
pub trait UreqExt: Sized + Sealed {
    /// Decodes a 2xx from JSON as a `T`, and any other status as an error.
    ///
    /// Empty bodies and `()` work as in [`decode`](crate::decode).
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

    /// [`check`](Self::check) with options.
    ///
    /// # Errors
    ///
    /// As without options.
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
        // `Read` may wrap the client's error.
        failed(::ureq::Error::from(error), parts, arrived)
    })
}

fn failed(error: ::ureq::Error, parts: &Parts, arrived: &[u8]) -> End {
    // The variant exists only with a decompression feature of `ureq`, which the program chooses, so this looks for
    // its name. If the name changes, the error counts as a connection failure like any other.
    let shown = format!("{error:?}");
    // The decompressor passes connection failures on.
    if !shown.starts_with("Decompress(") || shown.contains("Peer disconnected") {
        return End::Failed(error.into());
    }
    // Brotli has a single error for everything.
    let is_short = shown.contains("UnexpectedEof") || shown.starts_with("Decompress(\"brotli\"");
    // Something follows a complete body.
    let is_behind = shown.contains("invalid gzip header") && !arrived.is_empty();
    if is_short && arrived.is_empty() && is_empty(parts) {
        End::Complete
    } else if is_short || is_behind {
        End::Short(error.into())
    } else {
        End::Undecodable(error.into())
    }
}

/// Whether a body without any decompressed bytes was empty rather than truncated.
///
/// `ureq` does not expose the number of bytes that arrived, and drops `Content-Length` and `Content-Encoding`. But only
/// a body that ends with its connection can be truncated without another error.
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

/// Converts `ureq::Error::StatusCode` into a response with nothing but the status.
///
/// `ureq` has dropped headers and body: there is no code, reason or `Retry-After`, and the response is
/// [truncated](ErrorResponse::is_truncated). To keep them, set `http_status_as_error(false)` as in [`UreqExt`].
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
/// Returns any other error unchanged, because there was no response.
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
