//! What the statuses of the API mean: kinds, verdicts, and the codes of a status.

mod base_code;
mod idempotency;
#[cfg(feature = "response")]
mod kind;
mod name;
mod retry;

#[cfg(feature = "response")]
pub use self::kind::ErrorKind;
pub use self::{base_code::BaseCode, idempotency::Idempotency, name::ParseNameError, retry::Retry};
