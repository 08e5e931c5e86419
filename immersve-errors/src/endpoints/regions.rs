//! Codes of the supported regions.

use immersve_errors_derive::ImmersveErrorCode;

use crate::code::UnknownCode;

/// Codes of `get-supported-regions`: `GET /api/accounts/{partnerAccountId}/supported-regions`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, ImmersveErrorCode)]
#[doc(alias = "get-supported-regions")]
#[immersve(crate = crate, operation = "get-supported-regions")]
#[non_exhaustive]
pub enum GetSupportedRegionsErrorCode {
    /// The partner account in the path's `partnerAccountId` has no card program.
    ///
    /// Ask Immersve support for a card program: no operation creates one.
    ///
    /// The API does not document the response for an account that is not a partner account.
    CardProgramsNotConfigured,
    /// A code that this version of the catalogue does not know.
    #[immersve(unknown)]
    Unknown(UnknownCode),
}
