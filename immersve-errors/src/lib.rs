//! Typed errors for the Immersve card-issuing API.
#![cfg_attr(not(feature = "response"), no_std)]

extern crate alloc;

#[doc(hidden)]
#[path = "private.rs"]
pub mod __private;
mod any;
mod code;
mod embed;
mod escape;
mod index;
mod retry;
mod unknown;

use __private as private;

pub use any::AnyCode;
pub use code::{CodeInfo, ImmersveErrorCode};
pub use immersve_errors_derive::ImmersveErrorCode;
pub use retry::Retry;
pub use unknown::{UnknownCode, UnrecognizedCode};
