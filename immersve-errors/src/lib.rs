//! Typed errors for the Immersve card-issuing API: derive an enum of error codes, `decode` any response, and match.
//!
#![cfg_attr(feature = "response", doc = include_str!("overview.md"))]
#![cfg_attr(
    not(feature = "response"),
    doc = "The feature `response` is off: only the derive and code metadata are available."
)]
//!
//! # Features
//!
//! | feature | default | adds | dependencies |
//! |---|---|---|---|
//! | none | | the derive and code metadata, `no_std` with `alloc` | `serde` |
//! | `response` | yes | responses, errors, retries | `http`, `httpdate`, `serde_json` |
//! | `endpoints` | | `endpoints`, the catalogue | none |
//! | `http-body` | | `HttpBodyExt`, for `hyper`, `tower` and `axum` | `http-body`, `bytes` |
//! | `reqwest` | | `ReqwestExt` | `reqwest` 0.13, without TLS |
//! | `reqwest-blocking` | | `ReqwestBlockingExt` | `reqwest` 0.13 |
//! | `ureq` | | `UreqExt` | `ureq` 3, without TLS |
//!
//! Choose a TLS backend with the features of your own dependency on the client. The minimum Rust version is 1.85.
//! `wasm32-unknown-unknown` works with all features but `reqwest-blocking` and `ureq`, whose clients do not.

#![cfg_attr(docsrs, feature(doc_cfg))]
#![cfg_attr(not(feature = "response"), no_std)]

extern crate alloc;

// Only a derive of the same version finds this name, and no glob import of another crate brings it.
#[doc(hidden)]
pub mod __immersve_errors_0_1_0 {
    pub use crate::derive_support::*;
}
#[cfg(any(feature = "http-body", feature = "ureq"))]
mod client;
mod code;
mod derive_support;
#[cfg(feature = "endpoints")]
pub mod endpoints;
#[cfg(feature = "response")]
mod error;
mod escape;
// Pages of documentation, in no other build. Their code needs many dependencies: `examples/documents.rs` runs it.
#[cfg(all(doc, not(doctest), feature = "response"))]
pub mod guide;
#[cfg(feature = "response")]
mod response;
mod taxonomy;

pub use immersve_errors_derive::ImmersveErrorCode;

#[cfg(any(feature = "http-body", feature = "ureq"))]
pub use self::client::ReadOptions;
// One by one, as the compiler then names the feature to a user who lacks it.
#[cfg(feature = "http-body")]
pub use self::client::HttpBodyExt;
#[cfg(feature = "reqwest-blocking")]
pub use self::client::ReqwestBlockingExt;
#[cfg(feature = "reqwest")]
pub use self::client::ReqwestExt;
#[cfg(feature = "ureq")]
pub use self::client::UreqExt;
pub use self::{
    code::{AnyCode, CodeInfo, ImmersveErrorCode, ParseCodeError, UnknownCode},
    escape::Escaped,
    taxonomy::{BaseCode, Idempotency, ParseNameError, Retry},
};
#[cfg(feature = "response")]
pub use {
    self::error::{ApiError, BodyError, Result, decode},
    self::response::{ErrorResponse, ErrorResponseBuilder, FieldError},
    self::taxonomy::ErrorKind,
    http,
};
