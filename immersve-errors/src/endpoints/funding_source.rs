//! Codes of the operations on funding sources.

use crate::{ImmersveErrorCode, UnknownCode};

/// Codes of `create-withdrawal-intent`: `POST /api/funding-sources/{fundingSourceId}/withdraw`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, ImmersveErrorCode)]
#[immersve(crate = crate, operation = "create-withdrawal-intent")]
#[non_exhaustive]
pub enum CreateWithdrawalIntentErrorCode {
    /// The `amount` to withdraw is more than the balance of the funding source.
    ///
    /// `get-funding-source` shows `balance` and `balanceCurrency`. Ask for less, or fund the source
    /// first. Both amounts are in minor units: `amount` a number, `balance` a string. Earlier
    /// intents have already lowered the balance, and among those with the same nonce only the
    /// highest counts. What happens on the chain reaches the balance late.
    // Called so in the example of the API's guide to HTTP status codes, since 2024-03-27.
    #[immersve(alias = "INSUFFICIENT_FUNDS")]
    InsufficientBalance,
    /// There are more pending withdrawal intents than the limit, which is 10.
    ///
    /// `list-funding-source-interactions` with `type` `Withdrawal` shows the `status` of each.
    /// Execute those that are pending: submit their `execution` before `expiresAt`. No operation
    /// cancels an intent. The API does not document whether it counts the intents of a funding
    /// source, of an account or of a nonce, which intents are pending to it, and whether one that
    /// expired still counts.
    TooManyPendingWithdrawals,
    /// The funding strategy is not supported.
    ///
    /// `list-funding-source-interactions` shows the strategy, as `channel.strategy`; one is
    /// `universal-evm`. No operation changes it. The guides withdraw with this operation from
    /// Universal EVM, Algorand and the simulator, and the guide to custodial integration does not
    /// use it. The API does not document which strategies it refuses.
    FundingStrategyNotSupported,
    /// A code that this version of the catalogue does not know.
    #[immersve(unknown)]
    Unknown(UnknownCode),
}
