//! Typed errors for the Immersve card-issuing API: derive an enum of error codes, `decode` any response, and `match`.
//!
#![cfg_attr(feature = "response", doc = include_str!("overview.md"))]
#![cfg_attr(
    not(feature = "response"),
    doc = "The feature `response` is off: only the derive and code metadata are available."
)]
//!
//! # Features
//!
//! - `response` (default): responses, errors and retries. Without it, the crate is `no_std` with `alloc` and has only
//!   the derive and code metadata.
//! - `endpoints`: the catalogue of all operations and their documented codes.
//! - `http-body`: `HttpBodyExt`, for `hyper`, `tower` and `axum`.
//! - `reqwest`: `ReqwestExt`, for `reqwest` 0.13.
//! - `reqwest-blocking`: `ReqwestBlockingExt`, for `reqwest::blocking` 0.13.
//! - `ureq`: `UreqExt`, for `ureq` 3.
//!
//! The client features enable no TLS backend; do that in your own dependency on the client. `wasm32-unknown-unknown`
//! supports all features except `reqwest-blocking` and `ureq`. The minimum Rust version is 1.85.

#![cfg_attr(docsrs, feature(doc_cfg))]
#![cfg_attr(not(feature = "response"), no_std)]

extern crate alloc;

// The version in the name keeps derives of other versions out, and glob imports of other crates from shadowing it.
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
// Documentation only. `examples/documents.rs` tests the code, which needs many dependencies.
#[cfg(all(doc, not(doctest), feature = "response"))]
pub mod guide;
#[cfg(feature = "response")]
mod response;
mod taxonomy;

pub use immersve_errors_derive::ImmersveErrorCode;

#[cfg(any(feature = "http-body", feature = "ureq"))]
pub use self::client::ReadOptions;
// One by one, so that the compiler names the missing feature.
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
