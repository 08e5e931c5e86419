//! Codes of the spending prerequisites.

use crate::{ImmersveErrorCode, UnknownCode};

/// Codes of `get-spending-prerequisites`: `POST /api/spending-prerequisites`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, ImmersveErrorCode)]
#[doc(alias = "get-spending-prerequisites")]
#[immersve(crate = crate, operation = "get-spending-prerequisites")]
#[non_exhaustive]
pub enum GetSpendingPrerequisitesErrorCode {
    /// Live and test are mixed: something that the request uses belongs to one environment, and the
    /// request to the other.
    ///
    /// `get-account` shows the `liveness` of an account: `live` or `test`. Take all ids and
    /// credentials from the same environment. The API does not document whether it checks the card
    /// program, the funding source or the cardholder, nor what gives a request its liveness.
    LivenessMismatch,
    /// The card program in `cardProgramId` does not belong to a partner of this cardholder.
    ///
    /// `get-account` shows the cardholder's `partnerAccountId`. No operation lists card programs:
    /// Immersve support gives out their ids, and live and test have different ones.
    CardProgramInvalid,
    /// The funding source in `fundingSourceId` cannot be used with the card program in
    /// `cardProgramId`.
    ///
    /// `get-funding-source` shows the source's `fundingChannelId` and `purpose`, and
    /// `list-funding-sources` shows the other sources. Send another source or another program. The
    /// API does not document which sources a program accepts. The same rule has the code
    /// `FUNDING_CHANNEL_INVALID` at `create-card`.
    FundingSourceInvalid,
    /// The cardholder's KYC was approved, but for a region that is not the requested one.
    ///
    /// `get-kyc-profile` shows the `region` of the profile. Send that region as `kycRegion`. After
    /// KYC the region of a wallet is final; for another region the user needs another wallet.
    /// `kycRegion` is required only if `kycHiddenSteps` contains `region`. The API does not
    /// document which region counts as requested if the field is missing.
    // Its name until 2024-05-28, when the region was that of the card program.
    #[doc(alias = "KYC_CARD_PROGRAM_REGION_MISMATCH")]
    #[immersve(alias = "KYC_CARD_PROGRAM_REGION_MISMATCH")]
    KycProfileRegionMismatch,
    /// The region in `kycRegion` is not supported for KYC yet.
    ///
    /// Check that `kycRegion` is the country where the user lives, as a two-letter code. The card
    /// program has to have that region enabled. `get-supported-regions` lists the regions of a
    /// partner, each with `code` and `isAvailable`; a listed region can have `isAvailable` `false`.
    /// The API does not document whether `isAvailable` always agrees with this code.
    UnsupportedKycRegion,
    /// The newest KYC statement that is not checked yet is for a region that is not the requested
    /// one.
    ///
    /// `get-kyc-statement` shows the `region` of the statement. Send that region as `kycRegion`.
    /// Immersve's check makes the region of the wallet final; for another region the user needs
    /// another wallet. A guide warns that the region is final as soon as the statement is
    /// submitted. The API does not document whether a second statement with another `region`
    /// (`submit-kyc-statement` with a new `idempotencyKey`) helps before the check.
    KycStatementRegionMismatch,
    // No variant for AML_CHECK_FAILED: dropped on 2024-07-17, before the first release.
    /// A code that this version of the catalogue does not know.
    #[immersve(unknown)]
    Unknown(UnknownCode),
}
