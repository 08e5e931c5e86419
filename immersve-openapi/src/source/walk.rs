//! Finds the Rust files in folders, and reads them.

use std::{
    collections::HashSet,
    fs::{self, File},
    io::{self, Read as _},
    path::{Path, PathBuf},
};

use walkdir::{DirEntry, WalkDir};

use super::FileError;

/// How many bytes all files with codes may have together.
pub(crate) const BYTES: usize = 256 * 1024 * 1024;

/// How many bytes a file may have.
const FILE: u64 = 8 * 1024 * 1024;

/// The file that marks a folder of generated files.
const TAG: &str = "CACHEDIR.TAG";

/// The files of these paths, each once.
pub(crate) fn rust_files<P: AsRef<Path>>(
    paths: impl IntoIterator<Item = P>,
) -> Result<Vec<PathBuf>, FileError> {
    let mut seen = HashSet::new();
    let mut files = Vec::new();
    for path in paths {
        let path = path.as_ref();
        let fail = |path: &Path, error| {
            FileError::new(path.display().to_string(), "cannot be read").caused_by(error)
        };
        if fs::metadata(path)
            .map_err(|error| fail(path, error))?
            .is_file()
        {
            if seen.insert(fs::canonicalize(path).map_err(|error| fail(path, error))?) {
                files.push(path.to_owned());
            }
            continue;
        }
        let walk = WalkDir::new(path).sort_by_file_name().into_iter();
        for entry in walk.filter_entry(|entry| entry.depth() == 0 || is_wanted(entry)) {
            let entry = entry.map_err(|error| {
                let at = error.path().unwrap_or(path).to_owned();
                fail(&at, error.into())
            })?;
            let path = entry.path();
            let is_rust = path.extension().is_some_and(|extension| extension == "rs");
            if entry.file_type().is_file()
                && is_rust
                && seen.insert(fs::canonicalize(path).map_err(|error| fail(path, error))?)
            {
                files.push(entry.into_path());
            }
        }
    }
    Ok(files)
}

fn is_wanted(entry: &DirEntry) -> bool {
    let hidden = entry.file_name().as_encoded_bytes().starts_with(b".");
    let built = entry.file_type().is_dir() && entry.path().join(TAG).exists();
    !hidden && !built
}

/// The text of a file.
pub(crate) fn read(path: &Path) -> Result<String, FileError> {
    let fail =
        |error| FileError::new(path.display().to_string(), "cannot be read").caused_by(error);
    let mut text = String::new();
    File::open(path)
        .and_then(|file| file.take(FILE + 1).read_to_string(&mut text))
        .map_err(|error| match error.kind() {
            io::ErrorKind::InvalidData => FileError::new(path.display().to_string(), "not UTF-8"),
            _ => fail(error),
        })?;
    if u64::try_from(text.len()).is_ok_and(|length| length > FILE) {
        let message = format!("the file has more than {FILE} bytes");
        return Err(FileError::new(path.display().to_string(), message));
    }
    Ok(text)
}
