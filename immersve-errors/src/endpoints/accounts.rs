//! Codes of the operations on accounts.

use immersve_errors_derive::ImmersveErrorCode;

use crate::code::UnknownCode;

/// Codes of `create-account`: `POST /api/accounts`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, ImmersveErrorCode)]
#[doc(alias = "create-account")]
#[immersve(crate = crate, operation = "create-account")]
#[non_exhaustive]
pub enum CreateAccountErrorCode {
    /// The account in `partnerAccountId` is not a partner account.
    ///
    /// Send the id of a partner account: `get-account` shows its `type` as `partner`. The field
    /// `partnerAccountId` is required for a non-custodial cardholder.
    ///
    /// The API does not document the response if the account does not exist.
    InvalidPartnerAccount,
    /// The account in `parentAccountId` is not a partner account.
    ///
    /// Send the id of a partner account: `get-account` shows its `type` as `partner`. The field
    /// `parentAccountId` is required for a custodial cardholder, and optional for a partner
    /// account.
    ///
    /// The API does not document the response if the account does not exist.
    InvalidParentAccount,
    // No variant for INVALID_USER: dropped on 2023-09-20 after a week, before the first release.
    /// A code that this version of the catalogue does not know.
    #[immersve(unknown)]
    Unknown(UnknownCode),
}
