//! Codes of the operations on funding sources.

use crate::{ImmersveErrorCode, UnknownCode};

/// Codes of `create-withdrawal-intent`: `POST /api/funding-sources/{fundingSourceId}/withdraw`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, ImmersveErrorCode)]
#[immersve(crate = crate, operation = "create-withdrawal-intent")]
#[non_exhaustive]
pub enum CreateWithdrawalIntentErrorCode {
    /// The funding source does not hold as much as the request would withdraw. Withdraw no more
    /// than its balance.
    #[immersve(alias = "INSUFFICIENT_FUNDS")]
    InsufficientBalance,
    /// Ten withdrawal intents are open at this moment, which is the limit. Try again when one of
    /// them has come to an end.
    TooManyPendingWithdrawals,
    /// The strategy of this funding source does not provide for withdrawals. No withdrawal from it
    /// will be accepted.
    FundingStrategyNotSupported,
    /// A code that this version of the catalogue does not know.
    #[immersve(unknown)]
    Unknown(UnknownCode),
}
