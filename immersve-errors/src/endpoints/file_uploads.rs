//! Codes of file uploads.

use immersve_errors_derive::ImmersveErrorCode;

use crate::code::UnknownCode;

/// Codes of `upload-file`: `POST /api/file-uploads`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, ImmersveErrorCode)]
#[doc(alias = "upload-file")]
#[immersve(crate = crate, operation = "upload-file")]
#[non_exhaustive]
pub enum UploadFileErrorCode {
    /// The form field `file` is larger than 10 MB.
    ///
    /// Upload a `file` of at most 10,000,000 bytes, as the last part of the form.
    ///
    /// The API does not document whether one MB means 1,000,000 or 1,048,576 bytes. A file of up to
    /// 10,000,000 bytes is within both.
    FileTooLarge,
    /// The MIME type of the form field `file` is not accepted.
    ///
    /// Upload the file as another type. The examples of the API show `application/pdf` and a file
    /// name that ends in `.jpg`.
    ///
    /// The API does not document which types are accepted, or whether it checks the content of the
    /// file or the declared type.
    FileTypeInvalid,
    /// A code that this version of the catalogue does not know.
    #[immersve(unknown)]
    Unknown(UnknownCode),
}
