//! The adapter for the responses of `ureq`.

use ::ureq::Body;
use http::{HeaderMap, Response, StatusCode};
use serde::de::DeserializeOwned;

use super::{
    read_options::ReadOptions,
    received::{self, End, Received},
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
/// of the body that arrived, [marked as cut](ErrorResponse::is_truncated). The client's error, such as a
/// timeout, is the [source](std::error::Error::source) of its [`body_error`](ApiError::body_error).
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
/// The trait is sealed: no other crate can implement it.
pub trait UreqExt: Sized + sealed::Sealed {
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
        let received = read(body, parts.status, options);
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
        let received = read(body, parts.status, options);
        Err(received.into_error(parts.status, parts.headers))
    }
}

fn read(body: Body, status: StatusCode, options: ReadOptions) -> Received {
    let (limit, deadline) = (options.limit(status), options.deadline());
    received::read(body.into_reader(), limit, deadline, |error, arrived| {
        // While a body is read, the client's error may be wrapped.
        failed(::ureq::Error::from(error), status, arrived)
    })
}

fn failed(error: ::ureq::Error, status: StatusCode, arrived: &[u8]) -> End {
    // The variant exists only if a feature of `ureq` for decompression is on, which the program chooses.
    // So this looks for its name. If the name changes, the error counts as a connection that failed,
    // like any other.
    let shown = format!("{error:?}");
    if !shown.starts_with("Decompress(") {
        return End::Failed(error.into());
    }
    let is = |kind: &str| {
        shown.contains(&format!("Kind({kind})")) || shown.contains(&format!("kind: {kind},"))
    };
    // The decompressor expects its own header even if there is no body: with a 204, an answer to HEAD, or
    // a length of zero. If the connection failed, the error has a message beside its kind.
    let bodiless = matches!(status, StatusCode::NO_CONTENT | StatusCode::NOT_MODIFIED);
    if arrived.is_empty() && (bodiless || shown.contains("Kind(UnexpectedEof)")) {
        End::Complete
    } else if is("InvalidInput") || is("InvalidData") || is("Other") {
        End::Undecodable(error.into())
    } else {
        End::Failed(error.into())
    }
}

/// Turns an error that `ureq` made of a response into that response, with its status only.
///
/// `ureq` has dropped the headers and the body. So there is no code, no reason and no `Retry-After`, and
/// the body counts as [cut](ErrorResponse::is_truncated). It is better to set
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

mod sealed {
    pub trait Sealed {}

    impl Sealed for http::Response<ureq::Body> {}
}
