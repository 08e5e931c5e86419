//! Adapters for HTTP clients.

#[cfg(any(feature = "reqwest-blocking", feature = "ureq"))]
mod blocking;
#[cfg(feature = "http-body")]
mod http_body;
mod read_options;
mod received;
#[cfg(feature = "reqwest")]
mod reqwest;
#[cfg(feature = "reqwest-blocking")]
mod reqwest_blocking;
mod sealed;
#[cfg(feature = "ureq")]
mod ureq;

#[cfg(feature = "http-body")]
pub use self::http_body::HttpBodyExt;
pub use self::read_options::ReadOptions;
#[cfg(feature = "reqwest")]
pub use self::reqwest::ReqwestExt;
#[cfg(feature = "reqwest-blocking")]
pub use self::reqwest_blocking::ReqwestBlockingExt;
#[cfg(feature = "ureq")]
pub use self::ureq::UreqExt;
