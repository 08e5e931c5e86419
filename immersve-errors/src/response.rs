//! An error response: what the server sent, and the fields parsed from the body.

mod builder;
mod encoding;
mod error_response;
mod field_error;
mod forwarding;
mod reader;
mod retry_after;
mod writer;

pub(crate) use self::encoding::still_encoded;
pub use self::{
    builder::ErrorResponseBuilder, error_response::ErrorResponse, field_error::FieldError,
};
