//! Codes of KYC statements, profiles and addresses.

use crate::{ImmersveErrorCode, UnknownCode};

/// Codes of `submit-kyc-statement`: `PUT /api/accounts/{cardholderAccountId}/partner-kyc-statement`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, ImmersveErrorCode)]
#[doc(alias = "submit-kyc-statement")]
#[immersve(crate = crate, operation = "submit-kyc-statement")]
#[non_exhaustive]
pub enum SubmitKycStatementErrorCode {
    /// Submitting KYC statements is not enabled for this partner.
    ///
    /// `get-partner-profile` shows the setting as `isKycStatementsSubmissionAllowed`;
    /// `configure-partner-profile` cannot change it. Ask Immersve support: a partner needs an
    /// agreement with Immersve to conduct KYC, and some regions do not offer it. Otherwise let
    /// Immersve conduct the KYC: call `get-spending-prerequisites` with `kycType`
    /// `immersve-conducted`.
    KycStatementsNotAllowed,
    /// At least one file in `attachments[].fileId` was uploaded for a different cardholder. The API
    /// does not document how to see which file.
    ///
    /// `get-file-upload` shows the `accountId` of a file, which has to be the `cardholderAccountId`
    /// of the path. Upload the file again: call `upload-file` with that id as the `accountId` of
    /// the form, and use the `id` of the answer in `attachments[].fileId`.
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
    /// If the partner conducts the KYC, submit one with `submit-kyc-statement`. If Immersve
    /// conducts it, there is no statement; the API does not document whether this code is the
    /// answer then.
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
    /// The account does not have a KYC profile yet. The first KYC check creates it.
    ///
    /// Start KYC with `get-spending-prerequisites`. Its entries name the next step as `actionType`:
    /// for `follow_kyc_url`, the user follows `params.kycUrl`; for `submit_kyc_statement`, call
    /// `submit-kyc-statement`. If the account itself does not exist, the code is `FORBIDDEN`
    /// instead. The API does not document which call creates the profile.
    KycProfileDoesNotExist,
    /// Live and test are mixed: something that the request uses belongs to one environment, and the
    /// request to the other.
    ///
    /// `get-account` shows the `liveness` of the account in the path's `accountId`: `live` or
    /// `test`. Take all ids and credentials from the same environment. The API does not document
    /// what gives a request its liveness.
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
    /// The cardholder's KYC has passed. After that, the API no longer accepts residential
    /// addresses.
    ///
    /// `get-kyc-profile` shows `status` `passed`, and `get-residential-addresses` shows the
    /// addresses that were submitted. Submit addresses only if Immersve conducts the KYC, and only
    /// before it passes. The API does not document how to correct an address later.
    KycAlreadyPassed,
    /// A code that this version of the catalogue does not know.
    #[immersve(unknown)]
    Unknown(UnknownCode),
}
