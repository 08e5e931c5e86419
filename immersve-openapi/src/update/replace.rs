//! Files that get new texts, all of them or none.

use std::{
    fs,
    io::{self, Write as _},
    path::{Path, PathBuf},
};

use tempfile::NamedTempFile;

use crate::SourceError;

/// A file, the text that it had when it was read, and its new text.
pub(crate) struct Replacement<'a> {
    pub(crate) path: &'a Path,
    pub(crate) before: &'a str,
    pub(crate) after: &'a str,
}

/// Replaces the texts of files.
///
/// Each new text is written to a file beside the old one, which then takes its name, so that a reader
/// sees the old text or the new one. That begins once all are written. Where it fails half-way, the files
/// that were replaced get their old texts back. A link stays a link; what it leads to is replaced.
pub(crate) fn replace_all(replacements: &[Replacement<'_>]) -> Result<(), SourceError> {
    let prepared = replacements
        .iter()
        .map(|replacement| {
            prepare(replacement.path, replacement.before, replacement.after)
                .map_err(|error| fail(replacement.path, error))
        })
        .collect::<Result<Vec<_>, _>>()?;
    for (done, (path, file)) in prepared.into_iter().enumerate() {
        if let Err(error) = file.persist(&path) {
            for replacement in &replacements[..done] {
                // The first error is the one to tell of.
                let _ = prepare(replacement.path, replacement.after, replacement.before)
                    .and_then(|(path, file)| Ok(file.persist(path)?));
            }
            return Err(fail(&path, error.error));
        }
    }
    Ok(())
}

fn fail(path: &Path, error: io::Error) -> SourceError {
    SourceError::new(path.display().to_string(), "cannot be replaced").caused_by(error)
}

/// Writes a text beside the file that it is for.
fn prepare(path: &Path, before: &str, after: &str) -> io::Result<(PathBuf, NamedTempFile)> {
    let path = fs::canonicalize(path)?;
    let permissions = fs::metadata(&path)?.permissions();
    if permissions.readonly() {
        return Err(io::Error::new(
            io::ErrorKind::PermissionDenied,
            "the file is read-only",
        ));
    }
    if fs::read(&path)? != before.as_bytes() {
        return Err(io::Error::other("the file has changed since it was read"));
    }
    let folder = path.parent().unwrap_or(Path::new("."));
    let mut file = NamedTempFile::new_in(folder)?;
    file.write_all(after.as_bytes())?;
    file.as_file().set_permissions(permissions)?;
    file.as_file().sync_all()?;
    Ok((path, file))
}
