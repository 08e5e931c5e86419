//! Gives files new texts: all of them or none.

use std::{
    fs,
    io::{self, Write as _},
    path::{Path, PathBuf},
};

use tempfile::NamedTempFile;

use crate::FileError;

/// A file, the text that it had when it was read, and its new text.
pub(crate) struct Replacement<'a> {
    pub(crate) path: &'a Path,
    pub(crate) before: &'a str,
    pub(crate) after: &'a str,
}

/// Replaces the texts of files.
///
/// Each new text is first written to a temporary file beside the old one. When all are written, the temporary
/// files are renamed to the names of the old ones, so that a reader sees either the old text or the new one. If
/// one of them cannot be renamed, the files that were already replaced get their old texts back. A link stays a
/// link; the file that it leads to is replaced.
pub(crate) fn replace_all(replacements: &[Replacement<'_>]) -> Result<(), FileError> {
    replace_with(replacements, |file, path| {
        file.persist(path).map_err(|error| error.error)?;
        Ok(())
    })
}

fn replace_with(
    replacements: &[Replacement<'_>],
    rename: impl Fn(NamedTempFile, &Path) -> io::Result<()>,
) -> Result<(), FileError> {
    let prepared = replacements
        .iter()
        .map(|replacement| {
            prepare(replacement.path, replacement.before, replacement.after)
                .map_err(|error| fail(replacement.path, error))
        })
        .collect::<Result<Vec<_>, _>>()?;
    for (done, (path, file)) in prepared.into_iter().enumerate() {
        if let Err(error) = rename(file, &path) {
            for replacement in &replacements[..done] {
                // Only the first error is reported.
                let _ = prepare(replacement.path, replacement.after, replacement.before)
                    .and_then(|(path, file)| rename(file, &path));
            }
            return Err(fail(&path, error));
        }
    }
    Ok(())
}

fn fail(path: &Path, error: io::Error) -> FileError {
    FileError::new(path.display().to_string(), "cannot be replaced").caused_by(error)
}

/// Writes the new text of a file to a temporary file beside it.
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

#[cfg(test)]
mod tests {
    use std::{fs, path::PathBuf};

    use tempfile::TempDir;

    use super::{Replacement, replace_all, replace_with};

    fn files(folder: &TempDir) -> [PathBuf; 3] {
        ["a.rs", "b.rs", "c.rs"].map(|name| {
            let path = folder.path().join(name);
            fs::write(&path, format!("old {name}")).unwrap();
            fs::canonicalize(path).unwrap()
        })
    }

    fn replacements(files: &[PathBuf; 3]) -> [Replacement<'_>; 3] {
        let [a, b, c] = files;
        [
            (a, "old a.rs", "new a.rs"),
            (b, "old b.rs", "new b.rs"),
            (c, "old c.rs", "new c.rs"),
        ]
        .map(|(path, before, after)| Replacement {
            path,
            before,
            after,
        })
    }

    #[test]
    fn all_files_get_their_new_texts() {
        let folder = TempDir::new().unwrap();
        let files = files(&folder);
        replace_all(&replacements(&files)).unwrap();
        let texts = files
            .each_ref()
            .map(|path| fs::read_to_string(path).unwrap());
        assert_eq!(texts, ["new a.rs", "new b.rs", "new c.rs"]);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 3);
    }

    #[test]
    fn files_that_were_replaced_get_their_old_texts_back_if_a_later_one_fails() {
        let folder = TempDir::new().unwrap();
        let files = files(&folder);
        let [a, b, c] = &files;
        // When its turn comes, somebody has put a folder where the second file was.
        let error = replace_with(&replacements(&files), |file, path| {
            if path == b {
                assert_eq!(fs::read_to_string(a).unwrap(), "new a.rs");
                fs::remove_file(b).unwrap();
                fs::create_dir(b).unwrap();
            }
            file.persist(path).map_err(|error| error.error)?;
            Ok(())
        })
        .unwrap_err();
        assert_eq!(
            error.to_string(),
            format!("{}: cannot be replaced", b.display())
        );
        assert_eq!(fs::read_to_string(a).unwrap(), "old a.rs");
        assert_eq!(fs::read_to_string(c).unwrap(), "old c.rs");
        let left = fs::read_dir(folder.path()).unwrap().count();
        assert_eq!(left, 3, "no temporary file is left");
    }
}
