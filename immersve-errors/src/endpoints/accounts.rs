//! Codes of the operations on accounts.

use crate::{ImmersveErrorCode, UnknownCode};

/// Codes of `create-account`: `POST /api/accounts`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, ImmersveErrorCode)]
#[immersve(crate = crate, operation = "create-account")]
#[non_exhaustive]
pub enum CreateAccountErrorCode {
    /// The account named as the partner is an account of another type. Give the id of a partner
    /// account.
    InvalidPartnerAccount,
    /// The account named as the parent is of a type that cannot be one. Give the id of a partner
    /// account.
    InvalidParentAccount,
    /// A code that this version of the catalogue does not know.
    #[immersve(unknown)]
    Unknown(UnknownCode),
}
