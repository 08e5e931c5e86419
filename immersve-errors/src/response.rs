//! An error response: what the server sent, and the fields read from its body.

mod builder;
mod error_response;
mod field_error;
mod forwarding;
mod reader;
mod retry_after;
mod writer;

pub use self::{
    builder::ErrorResponseBuilder, error_response::ErrorResponse, field_error::FieldError,
};
