//! Codes of the spending prerequisites.

use immersve_errors_derive::ImmersveErrorCode;

use crate::code::UnknownCode;

/// Codes of `get-spending-prerequisites`: `POST /api/spending-prerequisites`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, ImmersveErrorCode)]
#[doc(alias = "get-spending-prerequisites")]
#[immersve(crate = crate, operation = "get-spending-prerequisites")]
#[non_exhaustive]
pub enum GetSpendingPrerequisitesErrorCode {
    /// A resource of the request belongs to the live environment and the request to test, or the
    /// other way round.
    ///
    /// Use ids and credentials of the same environment. `get-account` shows the `liveness` of an
    /// account: `live` or `test`.
    ///
    /// The API does not document whether the card program, the funding source or the cardholder is
    /// checked, or whether host, API key or token decides the liveness of the request.
    LivenessMismatch,
    /// The card program in `cardProgramId` does not belong to a partner of this cardholder.
    ///
    /// Send the id of a program of the cardholder's partner, which `get-account` shows as
    /// `partnerAccountId`. Get the id from Immersve support, or from `cardProgramId` of an existing
    /// card in `get-card`: no operation lists card programs. Live and test ids differ.
    CardProgramInvalid,
    /// The funding source in `fundingSourceId` does not fit the card program in `cardProgramId`.
    /// `create-card` has the code `FUNDING_CHANNEL_INVALID` for this rule.
    ///
    /// Send another `fundingSourceId` or another `cardProgramId`. `list-funding-sources` shows the
    /// other sources, and `get-funding-source` shows the `fundingChannelId` and `purpose` of a
    /// source.
    ///
    /// The API does not document which sources fit which card program.
    FundingSourceInvalid,
    /// The cardholder's KYC was approved for a region other than the requested one.
    ///
    /// Send the `region` of `get-kyc-profile` as `kycRegion`. For any other region the user needs
    /// another wallet: KYC makes the region of a wallet final.
    ///
    /// The API does not document which region is requested if `kycRegion` is missing. The field is
    /// required only if `kycHiddenSteps` contains `region`.
    // Its name until 2024-05-28, when the region was that of the card program.
    #[doc(alias = "KYC_CARD_PROGRAM_REGION_MISMATCH")]
    #[immersve(alias = "KYC_CARD_PROGRAM_REGION_MISMATCH")]
    KycProfileRegionMismatch,
    /// KYC is not available yet for the region in `kycRegion`.
    ///
    /// Check that `kycRegion` is the two-letter code of the country where the user lives. The card
    /// program must have that region enabled. `get-supported-regions` lists the regions of a
    /// partner with `code` and `isAvailable`, which can be `false`.
    ///
    /// The API does not document whether `isAvailable` always agrees with this code.
    UnsupportedKycRegion,
    /// The newest unchecked KYC statement is for a region other than the requested one.
    ///
    /// Send the `region` of `get-kyc-statement` as `kycRegion`. For any other region the user needs
    /// another wallet: Immersve's check makes the region of a wallet final, and a guide warns that
    /// even the region of a submitted statement is final.
    ///
    /// The API does not document whether, before the check, a second statement with another
    /// `region` helps (`submit-kyc-statement` with a new `idempotencyKey`).
    KycStatementRegionMismatch,
    // No variant for AML_CHECK_FAILED: dropped on 2024-07-17, before the first release.
    /// A code that this version of the catalogue does not know.
    #[immersve(unknown)]
    Unknown(UnknownCode),
}
