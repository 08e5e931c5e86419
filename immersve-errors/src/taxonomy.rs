//! The meaning of the API's statuses: kinds, retry verdicts, and base codes.

mod base_code;
mod idempotency;
#[cfg(feature = "response")]
mod kind;
mod name;
mod retry;

#[cfg(feature = "response")]
pub use self::kind::ErrorKind;
pub use self::{base_code::BaseCode, idempotency::Idempotency, name::ParseNameError, retry::Retry};
