//! Codes of the supported regions.

use crate::{ImmersveErrorCode, UnknownCode};

/// Codes of `get-supported-regions`: `GET /api/accounts/{partnerAccountId}/supported-regions`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, ImmersveErrorCode)]
#[immersve(crate = crate, operation = "get-supported-regions")]
#[non_exhaustive]
pub enum GetSupportedRegionsErrorCode {
    /// Regions follow from card programs, and this partner account has none. Have a card program
    /// set up first.
    CardProgramsNotConfigured,
    /// A code that this version of the catalogue does not know.
    #[immersve(unknown)]
    Unknown(UnknownCode),
}
