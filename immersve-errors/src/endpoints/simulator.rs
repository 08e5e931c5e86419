//! Codes of the simulator.

use immersve_errors_derive::ImmersveErrorCode;

use crate::code::UnknownCode;

/// Codes of `execute-simulator-deposit`: `POST /api/simulator/execute-deposit`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, ImmersveErrorCode)]
#[doc(alias = "execute-simulator-deposit")]
#[immersve(crate = crate, operation = "execute-simulator-deposit")]
#[non_exhaustive]
pub enum ExecuteSimulatorDepositErrorCode {
    /// The funding source in `fundingSourceId` does not have a simulator funding type.
    ///
    /// Send the id of a source on a channel with the `fundingTypeName` `simulator-usdc`.
    /// `get-funding-source` shows the `fundingChannelId` of a source, and `get-funding-channel`
    /// shows the `fundingTypeName` of a channel. To make such a source, call
    /// `create-funding-channel` with that type, then `create-funding-source`. The simulator is in
    /// the test environment only.
    InvalidFundingSourceType,
    /// A code that this version of the catalogue does not know.
    #[immersve(unknown)]
    Unknown(UnknownCode),
}

/// Codes of `execute-simulator-withdrawal`: `POST /api/simulator/execute-withdrawal`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, ImmersveErrorCode)]
#[doc(alias = "execute-simulator-withdrawal")]
#[immersve(crate = crate, operation = "execute-simulator-withdrawal")]
#[non_exhaustive]
pub enum ExecuteSimulatorWithdrawalErrorCode {
    /// The funding source in `fundingSourceId` does not have a simulator funding type.
    ///
    /// Send the id of a source on a channel with the `fundingTypeName` `simulator-usdc`.
    /// `get-funding-source` shows the `fundingChannelId` of a source, and `get-funding-channel`
    /// shows the `fundingTypeName` of a channel. To make such a source, call
    /// `create-funding-channel` with that type, then `create-funding-source`. The simulator is in
    /// the test environment only. To withdraw from an on-chain source, call
    /// `create-withdrawal-intent` and submit the transaction in its `execution` to the chain.
    InvalidFundingSourceType,
    /// A code that this version of the catalogue does not know.
    #[immersve(unknown)]
    Unknown(UnknownCode),
}
