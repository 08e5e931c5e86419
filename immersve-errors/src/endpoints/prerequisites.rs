//! Codes of the spending prerequisites.

use crate::{ImmersveErrorCode, UnknownCode};

/// Codes of `get-spending-prerequisites`: `POST /api/spending-prerequisites`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, ImmersveErrorCode)]
#[immersve(crate = crate, operation = "get-spending-prerequisites")]
#[non_exhaustive]
pub enum GetSpendingPrerequisitesErrorCode {
    /// Live and test were mixed: a live resource in a test request, or a test resource in a live
    /// one. Keep everything that a request refers to on the same side.
    LivenessMismatch,
    /// No partner of this cardholder owns the card program. Use a program of a partner that the
    /// cardholder belongs to.
    CardProgramInvalid,
    /// The card program cannot be used with this funding source. Choose a source that suits the
    /// program.
    FundingSourceInvalid,
    /// The cardholder's KYC was approved, but for a region other than the one in the request. Name
    /// the approved region, or complete KYC for this one.
    #[immersve(alias = "KYC_CARD_PROGRAM_REGION_MISMATCH")]
    KycProfileRegionMismatch,
    /// Nobody can complete KYC in the region of the request so far. Choose another region.
    UnsupportedKycRegion,
    /// The latest KYC statement that still awaits its check names a region other than the one in
    /// the request. Name the statement's region, or submit a statement for this one with
    /// `submit-kyc-statement`.
    KycStatementRegionMismatch,
    /// A code that this version of the catalogue does not know.
    #[immersve(unknown)]
    Unknown(UnknownCode),
}
