//! What the statuses of the API mean: kinds, verdicts, and their names.

#[cfg(feature = "response")]
mod kind;
mod name;
mod retry;

#[cfg(feature = "response")]
pub use self::kind::{ErrorKind, FORBIDDEN, INVALID_REQUEST_INPUT, is_base_code};
pub use self::{name::ParseNameError, retry::Retry};
