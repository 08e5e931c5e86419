//! The codes that belong to a status, which any operation can return.

use immersve_errors_derive::ImmersveErrorCode;

/// A code that belongs to a status rather than to an operation.
///
/// Any operation can return it, so none of the catalogue lists it.
///
/// ```
/// use immersve_errors::{BaseCode, ImmersveErrorCode};
///
/// assert_eq!(BaseCode::from_code("FORBIDDEN"), Some(BaseCode::Forbidden));
/// assert_eq!(BaseCode::from_code("BAD_REQUEST"), Some(BaseCode::InvalidRequestInput));
/// assert_eq!(BaseCode::from_code("KYC_REQUIRED"), None);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, ImmersveErrorCode)]
#[immersve(crate = crate)]
#[non_exhaustive]
pub enum BaseCode {
    /// The caller lacks permission, or the resource does not exist; the API does not tell the two apart.
    ///
    /// Check the id of the resource, and whether the user or API key may act on the account that owns it.
    ///
    /// Two operations answer with it for a business rule as well: `reissue-card`, for a rule that is not
    /// named, and `create-report-download-url`, if the artifact of the report is unavailable. Some rules
    /// are only in the guides, such as the limit of three active webhook listeners. The API does not
    /// document their code, so it may be this one.
    Forbidden,
    /// The fields of the request are invalid.
    ///
    /// Correct the fields that the field errors name.
    ///
    /// The API document has it in an example only. A 400 with any other code, or with none, is of the
    /// kind `BadRequest` too.
    // The alias was the code until 2025-03-11.
    #[immersve(status = 400, alias = "BAD_REQUEST")]
    InvalidRequestInput,
}
