//! The trait of code enums and its types. `no_std`, and independent of responses.

mod any;
mod compact_text;
mod equal;
mod error_code;
mod info;
mod parse_error;
mod unknown;

pub use self::{
    any::AnyCode, error_code::ImmersveErrorCode, info::CodeInfo, parse_error::ParseCodeError,
    unknown::UnknownCode,
};
pub(crate) use self::{equal::equal, parse_error::Unrecognized, unknown::keep};
