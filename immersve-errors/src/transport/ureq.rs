//! Reads the responses of `ureq`.

use ::ureq::Body;
use http::{HeaderMap, Response, StatusCode};
use serde::de::DeserializeOwned;

use super::{End, ReadOptions, Received};
use crate::{ApiError, ErrorResponse, ImmersveErrorCode};

/// Reads a response of `ureq`: as a value, or as it is, with errors as [`ApiError`].
///
/// `ureq` has to be told to hand out responses that are errors; by default it keeps nothing of them
/// but the status. Say it once, where the agent is made:
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
/// Without that, `call` fails with [`ureq::Error::StatusCode`], which [`ErrorResponse`] can be made of
/// with `try_from`: it saves the status, and nothing else is left to save.
///
/// # When the connection fails
///
/// Before there is a status, `call` fails with the client's own error, and there is no response to
/// read. After that, what arrived is kept: the methods here fail with an [`ApiError`] that has status,
/// headers, and the part of the body that came, [marked as cut](ErrorResponse::is_truncated). The
/// client's error, such as a timeout, is the [source](std::error::Error::source) of its
/// [`invalid_body`](ApiError::invalid_body). Any timeout is the client's, and counts for the whole body: set
/// one.
///
/// A body that arrived, and could not be decompressed, is an invalid body and no connection that failed.
///
/// # What is read
///
/// The body of a success is read whole, and not limited unless [`ReadOptions`] say so. Of the body of an
/// error the first 64 KiB are kept, or as much as the options say. An error body that is read to its end
/// leaves the connection open for the next request.
///
/// The trait cannot be implemented elsewhere.
pub trait UreqExt: Sized + sealed::Sealed {
    /// A 2xx as a `T`, read from JSON; an empty body reads as `()` or `None`, as in
    /// [`decode`](crate::decode).
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
    super::read(body.into_reader(), limit, deadline, |error, arrived| {
        // The client's own error may be wrapped while a body is read.
        failed(::ureq::Error::from(error), status, arrived)
    })
}

fn failed(error: ::ureq::Error, status: StatusCode, arrived: &[u8]) -> End {
    // The variant is only there if `ureq` has a decoder, which is the choice of the program. So it is
    // known by its name. Where that changes, the connection counts as failed, as for any other error.
    let shown = format!("{error:?}");
    if !shown.starts_with("Decompress(") {
        return End::Failed(error.into());
    }
    let is = |kind: &str| {
        shown.contains(&format!("Kind({kind})")) || shown.contains(&format!("kind: {kind},"))
    };
    // The decoder wants its own header even where there is no body at all: 204, an answer to HEAD, length
    // 0. A connection that failed has a message with the kind.
    let bodiless = matches!(status, StatusCode::NO_CONTENT | StatusCode::NOT_MODIFIED);
    if arrived.is_empty() && (bodiless || shown.contains("Kind(UnexpectedEof)")) {
        End::Complete
    } else if is("InvalidInput") || is("InvalidData") || is("Other") {
        End::Undecodable(error.into())
    } else {
        End::Failed(error.into())
    }
}

/// Saves the status of an error that `ureq` made of a response, where it was not told to hand the
/// response out.
///
/// Headers and body are gone: there is no code, no reason and no `Retry-After`, and the body counts as
/// [cut](ErrorResponse::is_truncated). Set `http_status_as_error(false)` instead, as
/// [`UreqExt`] shows.
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
/// Any other error comes back as it is: there was no response.
impl TryFrom<::ureq::Error> for ErrorResponse {
    type Error = ::ureq::Error;

    fn try_from(error: ::ureq::Error) -> Result<Self, Self::Error> {
        let status = match error {
            ::ureq::Error::StatusCode(status) => StatusCode::from_u16(status).ok(),
            _ => None,
        };
        let status = status.ok_or(error)?;
        Ok(Self::new(status, HeaderMap::new(), Vec::new()).with_truncated(true))
    }
}

mod sealed {
    pub trait Sealed {}

    impl Sealed for http::Response<ureq::Body> {}
}
