//! Typed errors for the Immersve card-issuing API.
//!
#![cfg_attr(feature = "response", doc = include_str!("guide.md"))]
#![cfg_attr(
    not(feature = "response"),
    doc = "This build has the code half only: the derive, its trait, and what a code is documented with. \
           Everything around a response comes with the default feature `response`."
)]
//!
//! # Features
//!
//! | feature | default | brings | adds to the dependencies | Rust |
//! |---|---|---|---|---|
//! | none of them | | the derive and its trait, `no_std` with `alloc` | `serde` | 1.85 |
//! | `response` | yes | everything around a response | `http`, `httpdate`, `serde_json` | 1.85 |
//! | `endpoints` | | [`endpoints`]: an enum for each operation that documents codes, and the table of all operations | nothing | 1.85 |
//! | `reqwest` | | [`ReqwestExt`] | `reqwest` 0.13, without TLS | 1.85 |
//! | `reqwest-blocking` | | [`ReqwestBlockingExt`] | `reqwest` 0.13 | 1.85 |
//! | `ureq` | | [`UreqExt`] | `ureq` 3, without TLS | 1.85 |
//! | `openapi` | | [`openapi`]: holds an enum to the API document | `serde-saphyr` and four small crates | 1.89 |
//! | `openapi-cli` | | the command `immersve-openapi`, and with it a library to write enums | `clap`, `syn` and others | 1.89 |
//!
//! The choice of a TLS backend is left to the features of your own dependency on the client.
//!
// Where a feature is off, its links lead to the documentation with all features.
#![cfg_attr(
    not(feature = "endpoints"),
    doc = "[`endpoints`]: https://docs.rs/immersve-errors/latest/immersve_errors/endpoints/index.html"
)]
#![cfg_attr(
    not(feature = "openapi"),
    doc = "[`openapi`]: https://docs.rs/immersve-errors/latest/immersve_errors/openapi/index.html"
)]
#![cfg_attr(
    not(any(feature = "reqwest", feature = "ureq")),
    doc = "[`ReadOptions`]: https://docs.rs/immersve-errors/latest/immersve_errors/struct.ReadOptions.html"
)]
#![cfg_attr(
    not(feature = "reqwest"),
    doc = "[`ReqwestExt`]: https://docs.rs/immersve-errors/latest/immersve_errors/trait.ReqwestExt.html"
)]
#![cfg_attr(
    not(feature = "reqwest-blocking"),
    doc = "[`ReqwestBlockingExt`]: https://docs.rs/immersve-errors/latest/immersve_errors/trait.ReqwestBlockingExt.html"
)]
#![cfg_attr(
    not(feature = "ureq"),
    doc = "[`UreqExt`]: https://docs.rs/immersve-errors/latest/immersve_errors/trait.UreqExt.html"
)]
#![cfg_attr(docsrs, feature(doc_cfg))]
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
