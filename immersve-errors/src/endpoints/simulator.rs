//! Codes of the simulator.

use crate::{ImmersveErrorCode, UnknownCode};

/// Codes of `execute-simulator-deposit`: `POST /api/simulator/execute-deposit`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, ImmersveErrorCode)]
#[immersve(crate = crate, operation = "execute-simulator-deposit")]
#[non_exhaustive]
pub enum ExecuteSimulatorDepositErrorCode {
    /// The funding source in `fundingSourceId` does not have a funding type of the simulator.
    ///
    /// `get-funding-source` shows its `fundingChannelId`, and `get-funding-channel` shows the
    /// channel's `fundingTypeName`; the documented one of the simulator is `simulator-usdc`. Create
    /// a channel of that type with `create-funding-channel`, and a source on it with
    /// `create-funding-source`. The simulator is in the test environment only.
    InvalidFundingSourceType,
    /// A code that this version of the catalogue does not know.
    #[immersve(unknown)]
    Unknown(UnknownCode),
}

/// Codes of `execute-simulator-withdrawal`: `POST /api/simulator/execute-withdrawal`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, ImmersveErrorCode)]
#[immersve(crate = crate, operation = "execute-simulator-withdrawal")]
#[non_exhaustive]
pub enum ExecuteSimulatorWithdrawalErrorCode {
    /// The funding source in `fundingSourceId` does not have a funding type of the simulator.
    ///
    /// `get-funding-source` shows its `fundingChannelId`, and `get-funding-channel` shows the
    /// channel's `fundingTypeName`; the documented one of the simulator is `simulator-usdc`. Create
    /// a channel of that type with `create-funding-channel`, and a source on it with
    /// `create-funding-source`. The simulator is in the test environment only. To withdraw from a
    /// source on a chain, submit the `execution` that `create-withdrawal-intent` returns to the
    /// chain.
    InvalidFundingSourceType,
    /// A code that this version of the catalogue does not know.
    #[immersve(unknown)]
    Unknown(UnknownCode),
}
