//! Codes of the spending prerequisites.

use crate::{ImmersveErrorCode, UnknownCode};

/// Codes of `get-spending-prerequisites`: `POST /api/spending-prerequisites`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, ImmersveErrorCode)]
#[immersve(crate = crate, operation = "get-spending-prerequisites")]
#[non_exhaustive]
pub enum GetSpendingPrerequisitesErrorCode {
    /// Live and test are mixed: something that the request uses belongs to one, and the request to
    /// the other.
    ///
    /// `get-account` shows the `liveness` of an account: `live` or `test`. Take all ids and
    /// credentials from one of them. The API does not document whether it checks the card program,
    /// the funding source or the cardholder, nor what gives a request its liveness.
    LivenessMismatch,
    /// The card program in `cardProgramId` does not belong to a partner of this cardholder.
    ///
    /// `get-account` shows the cardholder's `partnerAccountId`. No operation lists card programs;
    /// Immersve support gives out their ids.
    CardProgramInvalid,
    /// The funding source in `fundingSourceId` cannot be used with the card program in
    /// `cardProgramId`.
    ///
    /// `get-funding-source` shows the source's `fundingChannelId` and `purpose`, and
    /// `list-funding-sources` shows the other sources. Send another source or another program. The
    /// API does not document what makes a source suit a program. At `create-card` this rule is
    /// `FUNDING_CHANNEL_INVALID`.
    FundingSourceInvalid,
    /// The cardholder's KYC was approved, but for another region than the one that was asked for.
    ///
    /// Send the region that `get-kyc-profile` shows, as `kycRegion`. A wallet keeps its region
    /// after KYC, so another region takes another wallet. `kycRegion` is required only if
    /// `kycHiddenSteps` has `region`; the API does not document which region it takes if the field
    /// is left out.
    // Called so until 2024-05-28, when the region was that of the card program.
    #[immersve(alias = "KYC_CARD_PROGRAM_REGION_MISMATCH")]
    KycProfileRegionMismatch,
    /// The region in `kycRegion` is not supported for KYC yet.
    ///
    /// `kycRegion` is the country that the user lives in, as a code of two letters, and the card
    /// program has to have it enabled. `get-supported-regions` lists regions for a partner, each
    /// with `code` and `isAvailable`, which can be `false`. The API does not document whether
    /// `isAvailable` always agrees with this code.
    UnsupportedKycRegion,
    /// The newest KYC statement that has not been checked yet has a region that differs from the
    /// one that was asked for.
    ///
    /// Send the region that `get-kyc-statement` shows, as `kycRegion`. After Immersve's check the
    /// wallet keeps its region, and another region takes another wallet; a guide says that the
    /// region is final once a statement is submitted. The API does not document whether another
    /// statement helps, if `submit-kyc-statement` with a new `idempotencyKey` sends it before the
    /// check.
    KycStatementRegionMismatch,
    // No variant for AML_CHECK_FAILED: dropped on 2024-07-17, before the first release.
    /// A code that this version of the catalogue does not know.
    #[immersve(unknown)]
    Unknown(UnknownCode),
}
