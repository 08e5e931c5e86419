//! Codes of the simulator.

use crate::{ImmersveErrorCode, UnknownCode};

/// Codes of `execute-simulator-deposit`: `POST /api/simulator/execute-deposit`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, ImmersveErrorCode)]
#[immersve(crate = crate, operation = "execute-simulator-deposit")]
#[non_exhaustive]
pub enum ExecuteSimulatorDepositErrorCode {
    /// Deposits can be simulated only on a funding source of the simulator, which this is not. Give
    /// the id of one that is.
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
    /// Withdrawals can be simulated only from a funding source of the simulator, which this is not.
    /// Give the id of one that is.
    InvalidFundingSourceType,
    /// A code that this version of the catalogue does not know.
    #[immersve(unknown)]
    Unknown(UnknownCode),
}
