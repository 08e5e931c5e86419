//! Codes of file uploads.

use crate::{ImmersveErrorCode, UnknownCode};

/// Codes of `upload-file`: `POST /api/file-uploads`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, ImmersveErrorCode)]
#[immersve(crate = crate, operation = "upload-file")]
#[non_exhaustive]
pub enum UploadFileErrorCode {
    /// The form field `file` is larger than 10 MB.
    ///
    /// Upload a smaller file. Send `file` as the last part of the form. The `fileSize` in the
    /// answer of an upload that succeeds is in bytes. The API does not document whether a MB is a
    /// million bytes or 1,048,576.
    FileTooLarge,
    /// The form field `file` has a MIME type that the API does not accept.
    ///
    /// Convert the file to a type that it accepts. The API does not document which types these are;
    /// its examples show `application/pdf` and a name in `.jpg`. Nor does it document whether it
    /// checks the content or the type that the form states.
    FileTypeInvalid,
    /// A code that this version of the catalogue does not know.
    #[immersve(unknown)]
    Unknown(UnknownCode),
}
