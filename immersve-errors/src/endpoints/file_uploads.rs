//! Codes of file uploads.

use crate::{ImmersveErrorCode, UnknownCode};

/// Codes of `upload-file`: `POST /api/file-uploads`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, ImmersveErrorCode)]
#[doc(alias = "upload-file")]
#[immersve(crate = crate, operation = "upload-file")]
#[non_exhaustive]
pub enum UploadFileErrorCode {
    /// The form field `file` is larger than 10 MB.
    ///
    /// Upload a smaller file. Send `file` as the last part of the form. The `fileSize` in the
    /// answer of an upload that succeeds is in bytes. The API does not document whether one MB
    /// means 1,000,000 or 1,048,576 bytes; a file of up to 10,000,000 bytes is within both.
    FileTooLarge,
    /// The form field `file` has a MIME type that the API does not accept.
    ///
    /// Send the file as another type. The examples of the API show `application/pdf` and a file
    /// name that ends in `.jpg`. It does not document which types it accepts, nor whether it checks
    /// the content of the file or the type that the form declares.
    FileTypeInvalid,
    /// A code that this version of the catalogue does not know.
    #[immersve(unknown)]
    Unknown(UnknownCode),
}
