//! Whether a request may be sent twice.

/// Whether a request has the same effect when it is sent twice.
///
/// An HTTP method has one: `GET`, `HEAD`, `OPTIONS`, `TRACE`, `PUT` and `DELETE` are idempotent ([RFC 9110
/// section 9.2.2](https://www.rfc-editor.org/rfc/rfc9110#section-9.2.2)). So has an `Operation` of the
/// catalogue, which also knows the documented exceptions. Name it yourself for a request that you know
/// better, such as a `POST` with an idempotency key.
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
    /// The second request changes nothing.
    Idempotent,
    /// The second request may act again.
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
