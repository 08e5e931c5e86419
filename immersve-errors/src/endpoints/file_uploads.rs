//! Codes of file uploads.

use crate::{ImmersveErrorCode, UnknownCode};

/// Codes of `upload-file`: `POST /api/file-uploads`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, ImmersveErrorCode)]
#[immersve(crate = crate, operation = "upload-file")]
#[non_exhaustive]
pub enum UploadFileErrorCode {
    /// The file has more than 10 MB, which is the limit. Upload a smaller one.
    FileTooLarge,
    /// Files of this type cannot be uploaded. Convert the file to a type that can.
    FileTypeInvalid,
    /// A code that this version of the catalogue does not know.
    #[immersve(unknown)]
    Unknown(UnknownCode),
}
