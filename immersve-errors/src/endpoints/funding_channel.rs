//! Codes of the operations on funding channels.

use crate::{ImmersveErrorCode, UnknownCode};

/// Codes of `create-funding-channel`: `POST /api/funding-channels`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, ImmersveErrorCode)]
#[immersve(crate = crate, operation = "create-funding-channel")]
#[non_exhaustive]
pub enum CreateFundingChannelErrorCode {
    /// The account in `accountId` is not a partner account.
    ///
    /// Send the id of a partner account. `get-account` shows the account's `type`, which has to be
    /// `partner`.
    AccountTypeInvalid,
    /// This funding channel is already claimed.
    ///
    /// If `list-funding-channels` shows it among the channels of the account, use it. The API does
    /// not document what makes two channels the same (`fundingTypeName`, `params.storageAddress` or
    /// other fields), nor whether another partner may have claimed it.
    FundingChannelExists,
    // No variant for STORAGE_ADDRESS_INVALID: dropped on 2024-06-07, before the first release.
    /// A code that this version of the catalogue does not know.
    #[immersve(unknown)]
    Unknown(UnknownCode),
}
