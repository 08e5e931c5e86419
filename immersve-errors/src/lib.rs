//! Typed errors for the Immersve card-issuing API.
#![cfg_attr(not(feature = "response"), no_std)]

extern crate alloc;

#[doc(hidden)]
#[path = "private.rs"]
pub mod __private;
mod any;
#[cfg(feature = "response")]
mod body;
mod code;
mod embed;
#[cfg(feature = "endpoints")]
pub mod endpoints;
#[cfg(feature = "response")]
mod error;
mod escape;
mod impls;
mod index;
#[cfg(feature = "response")]
mod invalid_body;
#[cfg(feature = "response")]
mod kind;
#[cfg(feature = "openapi")]
pub mod openapi;
#[cfg(feature = "response")]
mod response;
mod retry;
#[cfg(feature = "response")]
mod retry_after;
#[cfg(any(feature = "reqwest", feature = "ureq"))]
mod transport;
mod unknown;

use __private as private;

pub use any::AnyCode;
#[cfg(feature = "response")]
pub use body::FieldError;
pub use code::{CodeInfo, ImmersveErrorCode};
#[cfg(feature = "response")]
pub use error::{ApiError, decode};
pub use immersve_errors_derive::ImmersveErrorCode;
#[cfg(feature = "response")]
pub use invalid_body::InvalidBody;
#[cfg(feature = "response")]
pub use kind::{ErrorKind, FORBIDDEN, INVALID_REQUEST_INPUT};
#[cfg(feature = "response")]
pub use response::{ErrorResponse, ErrorResponseBuilder};
pub use retry::Retry;
#[cfg(any(feature = "reqwest", feature = "ureq"))]
pub use transport::ReadOptions;
#[cfg(feature = "reqwest-blocking")]
pub use transport::ReqwestBlockingExt;
#[cfg(feature = "reqwest")]
pub use transport::ReqwestExt;
#[cfg(feature = "ureq")]
pub use transport::UreqExt;
pub use unknown::{UnknownCode, UnrecognizedCode};
