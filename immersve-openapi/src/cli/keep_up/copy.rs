//! Brings a project's copy of the document up to the published one.

use std::{
    collections::BTreeSet,
    fs, io,
    path::{Path, PathBuf},
};

use walkdir::WalkDir;

use crate::{
    document::files::{BYTES, FILES},
    error::FileError,
};

/// The extensions of the files of a document. Other files are neither copied nor removed.
const EXTENSIONS: [&str; 3] = ["json", "yaml", "yml"];

/// Checks that a folder is a copy of the document, or can become one without losing files.
pub(crate) fn check(copy: &Path, root_name: &Path) -> Result<(), FileError> {
    if copy.join("Cargo.toml").exists() {
        let message = "it has a `Cargo.toml`, so it is not a copy of the document";
        return Err(FileError::of(copy, message));
    }
    let has_files = match files(copy) {
        Ok(files) => !files.is_empty(),
        Err(_) if !copy.exists() => false,
        Err(error) => return Err(error),
    };
    if has_files && !copy.join(root_name).is_file() {
        let name = root_name.display();
        let message = format!("it has files but no `{name}`, so it is not a copy of the document");
        return Err(FileError::of(copy, message));
    }
    Ok(())
}

/// Makes the YAML and JSON files of a folder those of the published document; `true` if that changes any. Other files,
/// hidden ones and links stay.
pub(crate) fn replace(copy: &Path, published: &Path) -> Result<bool, FileError> {
    let new = files(published)?;
    let mut changed = false;
    if copy.is_dir() {
        for stale in files(copy)?.difference(&new) {
            changed = true;
            let path = copy.join(stale);
            fs::remove_file(&path).map_err(|error| fault(&path, "cannot be removed", error))?;
            for folder in stale.ancestors().skip(1) {
                // Only an empty folder can be removed.
                let _ = fs::remove_dir(copy.join(folder));
            }
        }
    }
    for file in &new {
        let path = published.join(file);
        let bytes = fs::read(&path).map_err(|error| fault(&path, "cannot be read", error))?;
        let path = copy.join(file);
        if fs::read(&path).is_ok_and(|old| old == bytes) {
            continue;
        }
        changed = true;
        let folder = path.parent().unwrap_or(copy);
        fs::create_dir_all(folder)
            .and_then(|()| fs::write(&path, bytes))
            .map_err(|error| fault(&path, "cannot be written", error))?;
    }
    Ok(changed)
}

/// The YAML and JSON files of a folder, as paths in it.
fn files(folder: &Path) -> Result<BTreeSet<PathBuf>, FileError> {
    let mut found = BTreeSet::new();
    let is_hidden = |name: &[u8]| name.starts_with(b".");
    let walk = WalkDir::new(folder).into_iter().filter_entry(|entry| {
        entry.depth() == 0 || !is_hidden(entry.file_name().as_encoded_bytes())
    });
    for entry in walk {
        let entry = entry.map_err(|error| fault(folder, "cannot be read", error.into()))?;
        let path = entry.path();
        let extension = path.extension().and_then(|extension| extension.to_str());
        if !entry.file_type().is_file() || !extension.is_some_and(|it| EXTENSIONS.contains(&it)) {
            continue;
        }
        let is_large = entry.metadata().is_ok_and(|it| it.len() > BYTES);
        if is_large || found.len() == FILES {
            let message = if is_large {
                format!("the file has more than {BYTES} bytes")
            } else {
                format!("the document has more than {FILES} files")
            };
            return Err(FileError::of(path, message));
        }
        found.extend(path.strip_prefix(folder).ok().map(ToOwned::to_owned));
    }
    Ok(found)
}

fn fault(path: &Path, message: &str, error: io::Error) -> FileError {
    FileError::of(path, message).caused_by(error)
}

#[cfg(test)]
mod tests {
    use std::{fs, path::Path};

    use tempfile::TempDir;

    use super::{check, replace};

    fn folder(files: &[&str]) -> TempDir {
        let folder = TempDir::new().unwrap();
        for file in files {
            let path = folder.path().join(file);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, file).unwrap();
        }
        folder
    }

    #[test]
    fn the_copy_gets_the_published_files_and_keeps_all_that_are_no_part_of_a_document() {
        let published = folder(&[
            "immersve.yaml",
            "a/b.yml",
            "c.json",
            "build.rs",
            ".ci/d.yml",
        ]);
        let copy = folder(&["immersve.yaml", "old/e.yaml", "notes.md", ".mine/f.yml"]);
        fs::write(copy.path().join("immersve.yaml"), "old").unwrap();
        check(copy.path(), Path::new("immersve.yaml")).unwrap();
        assert!(replace(copy.path(), published.path()).unwrap());
        assert!(!replace(copy.path(), published.path()).unwrap());
        for (file, text) in [
            ("immersve.yaml", Some("immersve.yaml")),
            ("a/b.yml", Some("a/b.yml")),
            ("c.json", Some("c.json")),
            ("notes.md", Some("notes.md")),
            (".mine/f.yml", Some(".mine/f.yml")),
            ("build.rs", None),
            (".ci/d.yml", None),
            ("old", None),
        ] {
            let found = fs::read_to_string(copy.path().join(file)).ok();
            assert_eq!(found.as_deref(), text, "{file}");
        }
        assert!(!copy.path().join("old").exists());
    }

    #[cfg(unix)]
    #[test]
    fn a_link_in_the_published_folder_is_not_copied() {
        let published = folder(&["immersve.yaml"]);
        std::os::unix::fs::symlink("/etc/passwd", published.path().join("a.yaml")).unwrap();
        let copy = TempDir::new().unwrap();
        replace(copy.path(), published.path()).unwrap();
        assert!(!copy.path().join("a.yaml").exists());
    }

    #[test]
    fn a_folder_with_other_files_is_no_copy() {
        let root = Path::new("immersve.yaml");
        for (files, message) in [
            (
                &["immersve.yaml", "Cargo.toml"][..],
                "it has a `Cargo.toml`",
            ),
            (&["package.json"], "it has files but no `immersve.yaml`"),
        ] {
            let error = check(folder(files).path(), root).unwrap_err();
            assert!(error.to_string().contains(message), "{error}");
        }
        check(folder(&["readme.md"]).path(), root).unwrap();
        check(Path::new("does/not/exist"), root).unwrap();
    }
}
