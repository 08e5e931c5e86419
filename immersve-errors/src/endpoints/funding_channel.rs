//! Codes of the operations on funding channels.

use immersve_errors_derive::ImmersveErrorCode;

use crate::code::UnknownCode;

/// Codes of `create-funding-channel`: `POST /api/funding-channels`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, ImmersveErrorCode)]
#[doc(alias = "create-funding-channel")]
#[immersve(crate = crate, operation = "create-funding-channel")]
#[non_exhaustive]
pub enum CreateFundingChannelErrorCode {
    /// The account in `accountId` is not a partner account.
    ///
    /// Send the id of a partner account: `get-account` shows its `type` as `partner`.
    AccountTypeInvalid,
    /// This instance of a funding channel is already claimed.
    ///
    /// Use the existing channel if `list-funding-channels` shows it for the account.
    ///
    /// The API does not document which fields identify an instance (`fundingTypeName`,
    /// `params.storageAddress` or others), or whether another partner can hold the claim.
    FundingChannelExists,
    // No variant for STORAGE_ADDRESS_INVALID: dropped on 2024-06-07, before the first release.
    /// A code that this version of the catalogue does not know.
    #[immersve(unknown)]
    Unknown(UnknownCode),
}
