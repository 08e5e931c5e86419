//! Typed errors for the Immersve card-issuing API.
//!
// The guide's code needs many dependencies: `examples/documents.rs` runs it.
#![cfg_attr(all(feature = "response", not(doctest)), doc = include_str!("guide.md"))]
#![cfg_attr(
    not(feature = "response"),
    doc = "This build has the code half only: the derive, its trait, and what a code is documented with. \
           Everything around a response comes with the default feature `response`."
)]
//!
//! # Features
//!
//! | feature | default | brings | adds to the dependencies |
//! |---|---|---|---|
//! | none of them | | the derive and its trait, `no_std` with `alloc` | `serde` |
//! | `response` | yes | everything around a response | `http`, `httpdate`, `serde_json` |
//! | `endpoints` | | `endpoints`: an enum for each operation that documents codes, and the table of all operations | nothing |
//! | `reqwest` | | `ReqwestExt` | `reqwest` 0.13, without TLS |
//! | `reqwest-blocking` | | `ReqwestBlockingExt` | `reqwest` 0.13 |
//! | `ureq` | | `UreqExt` | `ureq` 3, without TLS |
//!
//! Choose a TLS backend with the features of your own dependency on the client. The crate needs Rust
//! 1.85.
//!
//! `wasm32-unknown-unknown` is not compiled in this project's tests. Everything but the three client
//! features should work there, as it uses no clock, thread, file or socket. The client features are not
//! made for that target.

#![cfg_attr(docsrs, feature(doc_cfg))]
#![cfg_attr(not(feature = "response"), no_std)]

extern crate alloc;

// Only a derive of the same version finds this name, and no glob import of another crate brings it.
#[doc(hidden)]
pub mod __immersve_errors_0_1_0 {
    pub use crate::derive_support::*;
}
#[cfg(any(feature = "reqwest", feature = "ureq"))]
mod client;
mod code;
mod derive_support;
#[cfg(feature = "endpoints")]
pub mod endpoints;
#[cfg(feature = "response")]
mod error;
mod escape;
#[cfg(feature = "response")]
mod response;
mod taxonomy;

pub use immersve_errors_derive::ImmersveErrorCode;

#[cfg(any(feature = "reqwest", feature = "ureq"))]
pub use self::client::ReadOptions;
// One by one, as the compiler then names the feature to a user who lacks it.
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
