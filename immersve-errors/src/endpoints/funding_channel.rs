//! Codes of the operations on funding channels.

use crate::{ImmersveErrorCode, UnknownCode};

/// Codes of `create-funding-channel`: `POST /api/funding-channels`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, ImmersveErrorCode)]
#[immersve(crate = crate, operation = "create-funding-channel")]
#[non_exhaustive]
pub enum CreateFundingChannelErrorCode {
    /// Funding channels belong to partner accounts, and this account is of another type. Use a
    /// partner account.
    AccountTypeInvalid,
    /// Someone has claimed this funding channel before. If it was this account,
    /// `list-funding-channels` shows it.
    FundingChannelExists,
    /// A code that this version of the catalogue does not know.
    #[immersve(unknown)]
    Unknown(UnknownCode),
}
