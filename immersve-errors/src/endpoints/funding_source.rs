//! Codes of the operations on funding sources.

use immersve_errors_derive::ImmersveErrorCode;

use crate::code::UnknownCode;

/// Codes of `create-withdrawal-intent`: `POST /api/funding-sources/{fundingSourceId}/withdraw`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, ImmersveErrorCode)]
#[doc(alias = "create-withdrawal-intent")]
#[immersve(crate = crate, operation = "create-withdrawal-intent")]
#[non_exhaustive]
pub enum CreateWithdrawalIntentErrorCode {
    /// The `amount` exceeds the balance of the funding source.
    ///
    /// Send a smaller `amount`, or add funds to the source first. `get-funding-source` shows
    /// `balance` and `balanceCurrency`. Both amounts are in minor units: `amount` is a number,
    /// `balance` a string. Earlier intents have already reduced the balance; of those with the same
    /// nonce, only the highest counts. On-chain transactions change the balance after a delay.
    // Its name in the example of the API's guide to HTTP status codes, since 2024-03-27.
    #[doc(alias = "INSUFFICIENT_FUNDS")]
    #[immersve(alias = "INSUFFICIENT_FUNDS")]
    InsufficientBalance,
    /// There are more pending withdrawal intents than the limit of 10.
    ///
    /// Execute pending intents first: submit the `execution` of each before its `expiresAt`.
    /// `list-funding-source-interactions` with the query parameter `type` set to `Withdrawal` shows
    /// their `status`. No operation cancels an intent.
    ///
    /// The API does not document whether the limit applies to a funding source, an account or a
    /// nonce, what exactly counts as pending, or whether expired intents count.
    TooManyPendingWithdrawals,
    /// The funding strategy is not supported.
    ///
    /// Look up the strategy in `list-funding-source-interactions`: `channel.strategy` names it,
    /// such as `universal-evm`. The guides use this operation to withdraw with Universal EVM,
    /// Algorand and the simulator; the guide to custodial integration shows no withdrawal with it.
    /// No operation changes the strategy.
    ///
    /// The API does not document which strategies are refused.
    FundingStrategyNotSupported,
    /// A code that this version of the catalogue does not know.
    #[immersve(unknown)]
    Unknown(UnknownCode),
}
