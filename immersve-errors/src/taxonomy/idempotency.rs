//! Whether a request can safely be repeated.

/// Whether repeating a request has no further effect.
///
/// It converts from an HTTP method: `GET`, `HEAD`, `OPTIONS`, `TRACE`, `PUT` and `DELETE` are idempotent ([RFC
/// 9110 section 9.2.2](https://www.rfc-editor.org/rfc/rfc9110#section-9.2.2)). It also converts from an
/// `Operation` of the catalogue, which covers the documented exceptions. Choose a variant yourself for other
/// requests, such as a `POST` with an idempotency key.
///
/// ```
/// # #[cfg(feature = "response")] {
/// use immersve_errors::{Idempotency, Retry, http::Method};
///
/// assert_eq!(Idempotency::from(Method::PUT), Idempotency::Idempotent);
/// assert!(!Retry::IfIdempotent.allows(Method::POST));
/// assert!(Retry::IfIdempotent.allows(Idempotency::Idempotent));
/// # }
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Idempotency {
    /// A second request changes nothing.
    Idempotent,
    /// A second request may take effect again.
    NotIdempotent,
}

#[cfg(feature = "response")]
impl From<&http::Method> for Idempotency {
    fn from(method: &http::Method) -> Self {
        if method.is_idempotent() {
            Self::Idempotent
        } else {
            Self::NotIdempotent
        }
    }
}

#[cfg(feature = "response")]
impl From<http::Method> for Idempotency {
    fn from(method: http::Method) -> Self {
        Self::from(&method)
    }
}
