//! Codes of KYC statements, profiles and addresses.

use crate::{ImmersveErrorCode, UnknownCode};

/// Codes of `submit-kyc-statement`: `PUT /api/accounts/{cardholderAccountId}/partner-kyc-statement`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, ImmersveErrorCode)]
#[immersve(crate = crate, operation = "submit-kyc-statement")]
#[non_exhaustive]
pub enum SubmitKycStatementErrorCode {
    /// KYC statements are not enabled for this partner. Ask Immersve to enable them.
    KycStatementsNotAllowed,
    /// An attached file was uploaded on behalf of another cardholder. Upload it for this one with
    /// `upload-file`, and attach that.
    AttachmentAccountMismatch,
    /// A code that this version of the catalogue does not know.
    #[immersve(unknown)]
    Unknown(UnknownCode),
}

/// Codes of `get-kyc-statement`: `GET /api/accounts/{cardholderAccountId}/partner-kyc-statement`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, ImmersveErrorCode)]
#[immersve(crate = crate, operation = "get-kyc-statement")]
#[non_exhaustive]
pub enum GetKycStatementErrorCode {
    /// There is no KYC statement to get. Submit one with `submit-kyc-statement` first.
    KycStatementDoesNotExist,
    /// A code that this version of the catalogue does not know.
    #[immersve(unknown)]
    Unknown(UnknownCode),
}

/// Codes of `get-kyc-profile`: `GET /api/accounts/{accountId}/kyc-profile`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, ImmersveErrorCode)]
#[immersve(crate = crate, operation = "get-kyc-profile")]
#[non_exhaustive]
pub enum GetKycProfileErrorCode {
    /// The cardholder has no KYC profile so far. It comes into being with the first KYC check.
    KycProfileDoesNotExist,
    /// Live and test were mixed: a live resource in a test request, or a test resource in a live
    /// one. Keep everything that a request refers to on the same side.
    LivenessMismatch,
    /// A code that this version of the catalogue does not know.
    #[immersve(unknown)]
    Unknown(UnknownCode),
}

/// Codes of `submit-residential-addresses`: `POST /api/accounts/{cardholderId}/residential-addresses`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, ImmersveErrorCode)]
#[immersve(crate = crate, operation = "submit-residential-addresses")]
#[non_exhaustive]
pub enum SubmitResidentialAddressesErrorCode {
    /// The cardholder has passed KYC, after which residential addresses are no longer taken.
    KycAlreadyPassed,
    /// A code that this version of the catalogue does not know.
    #[immersve(unknown)]
    Unknown(UnknownCode),
}
