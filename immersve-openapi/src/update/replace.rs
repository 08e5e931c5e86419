//! Gives files new texts: all of them or none.

use std::{
    fs::{self, File, Metadata},
    io::{self, Write as _},
    path::{Path, PathBuf},
};

use tempfile::{NamedTempFile, TempPath};

use crate::{error::FileError, update::interrupt::Interrupts};

/// A file, the text that it had when it was read, and its new text.
#[derive(Clone, Copy)]
pub(crate) struct Replacement<'a> {
    pub(crate) path: &'a Path,
    pub(crate) before: &'a str,
    pub(crate) after: &'a str,
}

/// A new text in a temporary file, beside the file that it is for.
struct Prepared {
    target: PathBuf,
    temporary: TempPath,
}

/// Replaces the contents of files.
///
/// Each new text is first written to a temporary file beside the old one. When all are written, each old file is
/// compared once more with the text that was read, and replaced by the temporary file, so that a reader sees either the
/// old text or the new one. If one has changed or cannot be replaced, the files that were already replaced get their old
/// texts back, unless somebody has changed them since.
///
/// Owner, group and mode stay, and a link stays a link; the file that it leads to is replaced. A file with several hard
/// links is not replaced, because only one of them would get the new text.
///
/// If the process is interrupted while the temporary files are written, they are removed before it ends.
pub(crate) fn replace_all(replacements: &[Replacement<'_>]) -> Result<(), FileError> {
    replace_with(replacements, |_| {})
}

/// `at_turn` is called before each file is replaced.
fn replace_with(
    replacements: &[Replacement<'_>],
    mut at_turn: impl FnMut(&Path),
) -> Result<(), FileError> {
    let interrupts = Interrupts::put_off()
        .map_err(|error| FileError::new("", "cannot handle signals").caused_by(error))?;
    let prepared = replacements
        .iter()
        .map(|replacement| {
            interrupts
                .check()
                .and_then(|()| Prepared::new(*replacement))
                .map_err(|error| fail(replacement.path, error))
        })
        .collect::<Result<Vec<_>, _>>()?;
    for (done, (prepared, replacement)) in prepared.into_iter().zip(replacements).enumerate() {
        at_turn(&prepared.target);
        if let Err(error) = prepared.replace(replacement.before) {
            for Replacement {
                path,
                before,
                after,
            } in &replacements[..done]
            {
                let back = Replacement {
                    path,
                    before: after,
                    after: before,
                };
                // Only the first error is reported.
                let _ = Prepared::new(back).and_then(|old| old.replace(after));
            }
            return Err(fail(replacement.path, error));
        }
    }
    Ok(())
}

fn fail(path: &Path, error: io::Error) -> FileError {
    FileError::of(path, "cannot be replaced").caused_by(error)
}

impl Prepared {
    /// Writes the new text of a file to a temporary file beside it.
    fn new(replacement: Replacement<'_>) -> io::Result<Self> {
        let target = fs::canonicalize(replacement.path)?;
        let metadata = fs::metadata(&target)?;
        if metadata.permissions().readonly() {
            let message = "the file is read-only";
            return Err(io::Error::new(io::ErrorKind::PermissionDenied, message));
        }
        if links(&metadata) > 1 {
            return Err(io::Error::other("the file has several hard links"));
        }
        is_unchanged(&target, replacement.before)?;
        let mut file = NamedTempFile::new_in(target.parent().unwrap_or(Path::new(".")))?;
        file.write_all(replacement.after.as_bytes())?;
        keep_owner(file.as_file(), &metadata)?;
        file.as_file().set_permissions(metadata.permissions())?;
        file.as_file().sync_all()?;
        Ok(Self {
            target,
            // The path alone: there may be more files than a process can have open.
            temporary: file.into_temp_path(),
        })
    }

    /// Replaces the file, if it still has this text.
    fn replace(self, before: &str) -> io::Result<()> {
        let lock = lock(&self.target)?;
        is_unchanged(&self.target, before)?;
        self.temporary.persist(&self.target)?;
        drop(lock);
        Ok(())
    }
}

fn is_unchanged(path: &Path, before: &str) -> io::Result<()> {
    if fs::read(path)? == before.as_bytes() {
        Ok(())
    } else {
        Err(io::Error::other("the file has changed since it was read"))
    }
}

/// Locks a file, so that of two updates only one replaces it.
#[cfg(unix)]
fn lock(path: &Path) -> io::Result<Option<File>> {
    let file = File::open(path)?;
    match file.try_lock() {
        Ok(()) => Ok(Some(file)),
        Err(fs::TryLockError::WouldBlock) => {
            Err(io::Error::other("another process is replacing the file"))
        }
        // Not every file system has locks.
        Err(fs::TryLockError::Error(_)) => Ok(None),
    }
}

/// An open file cannot be replaced here.
#[cfg(not(unix))]
fn lock(_: &Path) -> io::Result<Option<File>> {
    Ok(None)
}

/// Gives a new file the owner and the group of the old one.
#[cfg(unix)]
fn keep_owner(file: &File, old: &Metadata) -> io::Result<()> {
    use std::os::unix::fs::{MetadataExt as _, fchown};

    let new = file.metadata()?;
    if (new.uid(), new.gid()) == (old.uid(), old.gid()) {
        return Ok(());
    }
    fchown(file, Some(old.uid()), Some(old.gid())).map_err(|error| {
        io::Error::new(
            error.kind(),
            format!("its owner or group cannot be kept: {error}"),
        )
    })
}

#[cfg(not(unix))]
fn keep_owner(_: &File, _: &Metadata) -> io::Result<()> {
    Ok(())
}

#[cfg(unix)]
fn links(metadata: &Metadata) -> u64 {
    std::os::unix::fs::MetadataExt::nlink(metadata)
}

#[cfg(not(unix))]
fn links(_: &Metadata) -> u64 {
    1
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
        let error = replace_with(&replacements(&files), |path| {
            if path == b {
                assert_eq!(fs::read_to_string(a).unwrap(), "new a.rs");
                fs::remove_file(b).unwrap();
                fs::create_dir(b).unwrap();
            }
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

    #[test]
    fn work_that_is_saved_while_files_are_replaced_stays() {
        let folder = TempDir::new().unwrap();
        let files = files(&folder);
        let [a, b, c] = &files;
        let error = replace_with(&replacements(&files), |path| {
            if path == c {
                fs::write(b, "mine").unwrap();
                fs::write(c, "mine too").unwrap();
            }
        })
        .unwrap_err();
        let told = format!("{}: cannot be replaced", c.display());
        assert_eq!(error.to_string(), told);
        assert!(format!("{error:?}").ends_with(": the file has changed since it was read"));
        let texts = [a, b, c].map(|path| fs::read_to_string(path).unwrap());
        assert_eq!(texts, ["old a.rs", "mine", "mine too"]);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 3);
    }

    #[cfg(unix)]
    #[test]
    fn a_file_that_another_process_is_replacing_is_not_replaced() {
        let folder = TempDir::new().unwrap();
        let files = files(&folder);
        let held = fs::File::open(&files[1]).unwrap();
        held.lock().unwrap();
        let error = replace_all(&replacements(&files)).unwrap_err();
        assert!(
            format!("{error:?}").contains("another process"),
            "{error:?}"
        );
        let old = files.map(|path| fs::read_to_string(path).unwrap());
        assert_eq!(old, ["old a.rs", "old b.rs", "old c.rs"]);
    }

    #[cfg(unix)]
    #[test]
    fn a_file_with_several_hard_links_is_not_replaced() {
        let folder = TempDir::new().unwrap();
        let files = files(&folder);
        fs::hard_link(&files[1], folder.path().join("other")).unwrap();
        let error = replace_all(&replacements(&files)).unwrap_err();
        assert!(
            format!("{error:?}").contains("several hard links"),
            "{error:?}"
        );
        let old = files.map(|path| fs::read_to_string(path).unwrap());
        assert_eq!(old, ["old a.rs", "old b.rs", "old c.rs"]);
    }
}
