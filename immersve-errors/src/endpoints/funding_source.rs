//! Codes of the operations on funding sources.

use crate::{ImmersveErrorCode, UnknownCode};

/// Codes of `create-withdrawal-intent`: `POST /api/funding-sources/{fundingSourceId}/withdraw`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, ImmersveErrorCode)]
#[doc(alias = "create-withdrawal-intent")]
#[immersve(crate = crate, operation = "create-withdrawal-intent")]
#[non_exhaustive]
pub enum CreateWithdrawalIntentErrorCode {
    /// The `amount` to withdraw is more than the balance of the funding source.
    ///
    /// `get-funding-source` shows `balance` and `balanceCurrency`. Withdraw a smaller `amount`, or
    /// add funds to the source first. Both amounts are in minor units: `amount` a number, `balance`
    /// a string. Earlier intents have already lowered the balance, and among those with the same
    /// nonce only the highest counts. A transaction on the chain changes the balance only after a
    /// delay.
    // Its name in the example of the API's guide to HTTP status codes, since 2024-03-27.
    #[doc(alias = "INSUFFICIENT_FUNDS")]
    #[immersve(alias = "INSUFFICIENT_FUNDS")]
    InsufficientBalance,
    /// There are more pending withdrawal intents than the limit, which is 10.
    ///
    /// `list-funding-source-interactions` with the query parameter `type` set to `Withdrawal` shows
    /// the `status` of each. An intent stops being pending when it is executed: submit its
    /// `execution` before `expiresAt`. No operation cancels an intent. The API does not document
    /// whether the limit is for a funding source, an account or a nonce, what exactly counts as
    /// pending, or whether an expired intent still counts.
    TooManyPendingWithdrawals,
    /// The funding strategy is not supported. The API documents nothing more about the cause.
    ///
    /// `list-funding-source-interactions` shows the strategy, as `channel.strategy`: for example
    /// `universal-evm`. No operation changes it. The guides use this operation to withdraw with
    /// Universal EVM, with Algorand and with the simulator; the guide to custodial integration
    /// shows no withdrawal with it. The API does not document which strategies are refused.
    FundingStrategyNotSupported,
    /// A code that this version of the catalogue does not know.
    #[immersve(unknown)]
    Unknown(UnknownCode),
}
