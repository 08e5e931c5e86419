//! The typed error: a response with its code as a variant of an enum.

mod advice;
mod api_error;
mod body_error;
mod code;
mod decode;

#[cfg(any(feature = "http-body", feature = "ureq"))]
pub(crate) use self::decode::{decode_parts, without_body};
pub use self::{
    api_error::{ApiError, Result},
    body_error::BodyError,
    decode::decode,
};
