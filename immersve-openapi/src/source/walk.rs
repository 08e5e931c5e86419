//! Finds and reads the Rust files that may have code enums.

use std::{
    collections::{HashSet, VecDeque},
    fs::{self, File},
    io::{self, Read as _},
    path::{Path, PathBuf},
};

use walkdir::{DirEntry, WalkDir};

use super::tokens::DERIVE;
use crate::error::FileError;

/// How many bytes a file may have.
pub(crate) const FILE: usize = 8 * 1024 * 1024;

/// The file that marks a folder of generated files.
const TAG: &str = "CACHEDIR.TAG";

/// A file that may have code enums.
pub(crate) struct RustFile {
    pub(crate) path: PathBuf,
    pub(crate) bytes: Vec<u8>,
}

/// The files that may have code enums, each once.
///
/// A path is a file, or a folder. Of a folder, the files with the extension `rs` are read, also in the folders below
/// it, but no hidden files and folders, no links, and no folders with a `CACHEDIR.TAG`, such as cargo's `target`. A file
/// that is included with `include!("...")` is read too. What is excluded is never read.
pub(crate) fn rust_files(
    paths: &[PathBuf],
    exclude: &[PathBuf],
) -> Result<Vec<RustFile>, FileError> {
    let mut seen: HashSet<PathBuf> = exclude
        .iter()
        .map(|path| canonical(path))
        .collect::<Result<_, _>>()?;
    let mut waiting = VecDeque::new();
    for path in paths {
        let kind = fs::metadata(path).map_err(|error| unreadable(path, error))?;
        if kind.is_file() {
            waiting.push_back(path.clone());
        } else if kind.is_dir() {
            waiting.extend(in_folder(path, &seen)?);
        } else {
            let message = "neither a file nor a folder";
            return Err(FileError::of(path, message));
        }
    }
    let mut files = Vec::new();
    while let Some(path) = waiting.pop_front() {
        if !seen.insert(canonical(&path)?) {
            continue;
        }
        let bytes = read(&path)?;
        let folder = path.parent().unwrap_or(Path::new(""));
        let text = String::from_utf8_lossy(&bytes);
        let included = included(&text).map(|name| folder.join(name));
        waiting.extend(included.filter(|path| path.is_file()));
        // Most files of a project have no codes.
        if text.contains("immersve") || text.contains(DERIVE) {
            files.push(RustFile { path, bytes });
        }
    }
    Ok(files)
}

fn in_folder(folder: &Path, exclude: &HashSet<PathBuf>) -> Result<Vec<PathBuf>, FileError> {
    let is_wanted = |entry: &DirEntry| {
        let hidden = entry.file_name().as_encoded_bytes().starts_with(b".");
        let built = entry.file_type().is_dir() && entry.path().join(TAG).exists();
        let excluded = || canonical(entry.path()).is_ok_and(|path| exclude.contains(&path));
        entry.depth() == 0 || !hidden && !built && (exclude.is_empty() || !excluded())
    };
    let mut files = Vec::new();
    let walk = WalkDir::new(folder).sort_by_file_name().into_iter();
    for entry in walk.filter_entry(is_wanted) {
        let entry = entry.map_err(|error| {
            let path = error.path().unwrap_or(folder).to_owned();
            unreadable(&path, error.into())
        })?;
        let is_rust = entry.path().extension().is_some_and(|it| it == "rs");
        if entry.file_type().is_file() && is_rust {
            files.push(entry.into_path());
        }
    }
    Ok(files)
}

fn read(path: &Path) -> Result<Vec<u8>, FileError> {
    let mut bytes = Vec::new();
    File::open(path)
        .and_then(|file| file.take(FILE as u64 + 1).read_to_end(&mut bytes))
        .map_err(|error| unreadable(path, error))?;
    if bytes.len() > FILE {
        let message = format!("the file has more than {FILE} bytes");
        return Err(FileError::of(path, message));
    }
    Ok(bytes)
}

/// The names in `include!("...")`.
fn included(text: &str) -> impl Iterator<Item = &str> {
    text.split("include!").skip(1).filter_map(|rest| {
        let rest = rest.trim_start().strip_prefix(['(', '[', '{'])?;
        Some(rest.trim_start().strip_prefix('"')?.split_once('"')?.0)
    })
}

fn canonical(path: &Path) -> Result<PathBuf, FileError> {
    fs::canonicalize(path).map_err(|error| unreadable(path, error))
}

fn unreadable(path: &Path, error: io::Error) -> FileError {
    FileError::of(path, "cannot be read").caused_by(error)
}
