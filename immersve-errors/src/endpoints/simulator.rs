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
    /// Create a channel with the `fundingTypeName` `simulator-usdc` (`create-funding-channel`) and
    /// a source on it (`create-funding-source`), then send the id of that source. To check a
    /// source, look up its `fundingChannelId` in `get-funding-source`, and the channel's
    /// `fundingTypeName` in `get-funding-channel`. The simulator is in the test environment only.
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
    /// Create a channel with the `fundingTypeName` `simulator-usdc` (`create-funding-channel`) and
    /// a source on it (`create-funding-source`), then send the id of that source. To check a
    /// source, look up its `fundingChannelId` in `get-funding-source`, and the channel's
    /// `fundingTypeName` in `get-funding-channel`. The simulator is in the test environment only.
    /// To withdraw from an on-chain source, call `create-withdrawal-intent` and submit the
    /// transaction in its `execution` to the chain.
    InvalidFundingSourceType,
    /// A code that this version of the catalogue does not know.
    #[immersve(unknown)]
    Unknown(UnknownCode),
}
