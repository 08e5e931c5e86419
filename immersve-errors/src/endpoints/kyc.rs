//! Codes of KYC statements, profiles and addresses.

use crate::{ImmersveErrorCode, UnknownCode};

/// Codes of `submit-kyc-statement`: `PUT /api/accounts/{cardholderAccountId}/partner-kyc-statement`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, ImmersveErrorCode)]
#[immersve(crate = crate, operation = "submit-kyc-statement")]
#[non_exhaustive]
pub enum SubmitKycStatementErrorCode {
    /// This partner may not submit KYC statements.
    ///
    /// The setting is `isKycStatementsSubmissionAllowed` in the answer of `get-partner-profile`;
    /// `configure-partner-profile` cannot change it. Ask Immersve support: KYC by the partner takes
    /// an agreement, and some regions do not have it. Otherwise let Immersve conduct the KYC: call
    /// `get-spending-prerequisites` with `kycType` `immersve-conducted`.
    KycStatementsNotAllowed,
    /// A file in `attachments[].fileId` was uploaded for a different cardholder. The API does not
    /// document how to see which file.
    ///
    /// `get-file-upload` shows the `accountId` of a file, which has to be the `cardholderAccountId`
    /// of the path. Upload the file again with `upload-file`, with the right `accountId` in the
    /// form, and attach the `id` that it returns.
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
    /// The partner has not submitted a KYC statement for this cardholder.
    ///
    /// If the partner conducts the KYC, submit one with `submit-kyc-statement`. If Immersve
    /// conducts it, there are no statements, and the API does not document what this operation
    /// answers.
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
    /// There is no KYC profile for this account yet; its first KYC check creates one.
    ///
    /// Begin the KYC with `get-spending-prerequisites`. Its entries say how: `actionType`
    /// `follow_kyc_url`, or `submit_kyc_statement`, which is done with `submit-kyc-statement`. If
    /// the account is missing, the code is `FORBIDDEN` instead. The API does not document which
    /// call creates the profile.
    KycProfileDoesNotExist,
    /// Live and test are mixed: something that the request uses belongs to one, and the request to
    /// the other.
    ///
    /// `get-account` shows the `liveness` of the account in the path: `live` or `test`. Take all
    /// ids and credentials from one of them. The API does not document what gives a request its
    /// liveness.
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
    /// The cardholder has passed KYC, and the API takes no residential addresses after that.
    ///
    /// `get-kyc-profile` shows `status` `passed`, and `get-residential-addresses` shows what was
    /// submitted. Addresses are for KYC that Immersve conducts, before it passes. The API does not
    /// document how to correct one later.
    KycAlreadyPassed,
    /// A code that this version of the catalogue does not know.
    #[immersve(unknown)]
    Unknown(UnknownCode),
}
