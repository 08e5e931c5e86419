//! Finds the document in a clone of the repository that publishes it, and the commit of the clone.

use std::{path::Path, process::Command};

use crate::error::FileError;

/// The commit that a clone has checked out.
pub(crate) struct Commit {
    pub(crate) id: String,
    /// The day it was committed, as in `2026-08-04`.
    pub(crate) day: String,
    /// The page of the commit, if the clone is one of a public repository.
    pub(crate) page: Option<String>,
}

impl Commit {
    /// The commit of the clone that this folder is in.
    pub(crate) fn of(folder: &Path) -> Option<Self> {
        let text = git(folder, &["log", "-1", "--format=%H %cs"])?;
        let (id, day) = text.split_once(' ')?;
        let remote = git(folder, &["remote", "get-url", "origin"]);
        Some(Self {
            page: remote.and_then(|remote| page(&remote, id)),
            id: id.to_owned(),
            day: day.to_owned(),
        })
    }

    /// The first characters of the id.
    pub(crate) fn short(&self) -> &str {
        self.id.get(..10).unwrap_or(&self.id)
    }
}

/// The page of a commit in a repository with this address, if Markdown needs no escapes for it.
fn page(remote: &str, id: &str) -> Option<String> {
    let remote = remote.strip_suffix(".git").unwrap_or(remote);
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "/.-_".contains(c);
    let is_public = remote.strip_prefix("https://")?.chars().all(is_plain);
    is_public.then(|| format!("{remote}/commit/{id}"))
}

/// Checks that the root file of the document is where it should be.
///
/// # Errors
///
/// If it is not; then the error names the files of the clone with this name.
pub(crate) fn find(root: &Path) -> Result<(), FileError> {
    let Some(name) = root.file_name().filter(|_| !root.is_file()) else {
        return Ok(());
    };
    let folder = root.ancestors().skip(1).find(|folder| folder.is_dir());
    let folder = folder.unwrap_or(Path::new("."));
    let pattern = format!(":(top,glob)**/{}", name.display());
    let files = git(folder, &["ls-files", "-z", "--full-name", "--", &pattern]).unwrap_or_default();
    let files = files.split_terminator('\0');
    let found: Vec<String> = files.map(|file| format!("`{file}`")).collect();
    let name = name.display();
    let found = match &*found {
        [] => format!("git finds no file `{name}` in a repository there"),
        found => format!("it may have moved to {}", found.join(" or ")),
    };
    let message = format!("no such file; {found}");
    Err(FileError::of(root, message))
}

/// What a command of git prints in a folder, if it succeeds and prints anything.
fn git(folder: &Path, arguments: &[&str]) -> Option<String> {
    let mut command = Command::new("git");
    let output = command
        .arg("-C")
        .arg(folder)
        .args(arguments)
        .output()
        .ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    let text = text.trim();
    (output.status.success() && !text.is_empty()).then(|| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::page;

    #[test]
    fn only_a_public_repository_has_pages() {
        let expected = Some("https://github.com/a/b/commit/1f".to_owned());
        assert_eq!(page("https://github.com/a/b", "1f"), expected);
        assert_eq!(page("https://github.com/a/b.git", "1f"), expected);
        for remote in [
            "git@github.com:a/b.git",
            "https://user:token@github.com/a/b",
            "/home/me/b",
            "https://github.com/a/b)",
        ] {
            assert_eq!(page(remote, "1f"), None, "{remote}");
        }
    }
}
