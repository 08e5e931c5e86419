//! Codes of KYC statements, profiles and addresses.

use immersve_errors_derive::ImmersveErrorCode;

use crate::code::UnknownCode;

/// Codes of `submit-kyc-statement`: `PUT /api/accounts/{cardholderAccountId}/partner-kyc-statement`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, ImmersveErrorCode)]
#[doc(alias = "submit-kyc-statement")]
#[immersve(crate = crate, operation = "submit-kyc-statement")]
#[non_exhaustive]
pub enum SubmitKycStatementErrorCode {
    /// The partner is not enabled to submit KYC statements.
    ///
    /// Ask Immersve support to enable KYC statements: a partner that conducts KYC needs an
    /// agreement with Immersve, and some regions do not offer it. Otherwise let Immersve conduct
    /// KYC: call `get-spending-prerequisites` with `kycType` `immersve-conducted`.
    /// `get-partner-profile` shows the setting as `isKycStatementsSubmissionAllowed`;
    /// `configure-partner-profile` cannot change it.
    KycStatementsNotAllowed,
    /// At least one file in `attachments[].fileId` was uploaded for another cardholder.
    ///
    /// Upload the file again with `upload-file`: send the path's `cardholderAccountId` as the form
    /// field `accountId`, then use the `id` of the response in `attachments[].fileId`. To find the
    /// file, compare the `accountId` that `get-file-upload` shows for each.
    ///
    /// The API does not document which file was rejected.
    AttachmentAccountMismatch,
    /// A code that this version of the catalogue does not know.
    #[immersve(unknown)]
    Unknown(UnknownCode),
}

/// Codes of `get-kyc-statement`: `GET /api/accounts/{cardholderAccountId}/partner-kyc-statement`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, ImmersveErrorCode)]
#[doc(alias = "get-kyc-statement")]
#[immersve(crate = crate, operation = "get-kyc-statement")]
#[non_exhaustive]
pub enum GetKycStatementErrorCode {
    /// The partner has not submitted a KYC statement for this cardholder.
    ///
    /// Submit a statement with `submit-kyc-statement` if the partner conducts KYC. If Immersve
    /// conducts it, there is no statement.
    ///
    /// The API does not document whether this code is the response if Immersve conducts KYC.
    KycStatementDoesNotExist,
    /// A code that this version of the catalogue does not know.
    #[immersve(unknown)]
    Unknown(UnknownCode),
}

/// Codes of `get-kyc-profile`: `GET /api/accounts/{accountId}/kyc-profile`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, ImmersveErrorCode)]
#[doc(alias = "get-kyc-profile")]
#[immersve(crate = crate, operation = "get-kyc-profile")]
#[non_exhaustive]
pub enum GetKycProfileErrorCode {
    /// The account has no KYC profile yet; the first KYC check creates it. An account that does not
    /// exist gets `FORBIDDEN` instead.
    ///
    /// Start KYC with `get-spending-prerequisites`. Its `actionType` names the next step: for
    /// `follow_kyc_url`, send the user to `params.kycUrl`; for `submit_kyc_statement`, call
    /// `submit-kyc-statement`.
    ///
    /// The API does not document which call creates the profile.
    KycProfileDoesNotExist,
    /// A resource of the request belongs to the live environment and the request to test, or the
    /// other way round.
    ///
    /// Use ids and credentials of the same environment. `get-account` shows the `liveness` of the
    /// account in the path's `accountId`: `live` or `test`.
    ///
    /// The API does not document whether host, API key or token decides the liveness of the
    /// request.
    LivenessMismatch,
    /// A code that this version of the catalogue does not know.
    #[immersve(unknown)]
    Unknown(UnknownCode),
}

/// Codes of `submit-residential-addresses`: `POST /api/accounts/{cardholderId}/residential-addresses`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, ImmersveErrorCode)]
#[doc(alias = "submit-residential-addresses")]
#[immersve(crate = crate, operation = "submit-residential-addresses")]
#[non_exhaustive]
pub enum SubmitResidentialAddressesErrorCode {
    /// The cardholder's KYC has passed. After that, residential addresses are not accepted.
    ///
    /// Skip this request once `get-kyc-profile` shows `status` `passed`. Submit addresses only
    /// before that, and only if Immersve conducts KYC. `get-residential-addresses` shows the
    /// submitted addresses.
    ///
    /// The API does not document how to correct an address later.
    KycAlreadyPassed,
    /// A code that this version of the catalogue does not know.
    #[immersve(unknown)]
    Unknown(UnknownCode),
}
