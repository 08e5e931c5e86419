//! The command that decides guessed renames.

use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
};

use super::output;
use crate::options::Options;

/// Prints one command with all decisions, ready to copy.
pub(crate) fn ask(
    document: &Path,
    paths: &[PathBuf],
    options: &Options,
    old_codes: &BTreeSet<&str>,
) {
    let undecided = match old_codes.len() {
        0 => return,
        1 => "1 rename is undecided; accept it, or reject it".to_owned(),
        many => format!("{many} renames are undecided; accept each, or reject it"),
    };
    output::print_note(&format!(
        "{undecided} with `--reject-rename`:\n    {}",
        command(document, paths, options, old_codes)
    ));
}

/// The command that accepts the renames of these codes.
pub(crate) fn command(
    document: &Path,
    paths: &[PathBuf],
    options: &Options,
    old_codes: &BTreeSet<&str>,
) -> String {
    let mut words = vec!["immersve-openapi".to_owned(), "update".to_owned()];
    words.push(document.display().to_string());
    words.extend(paths.iter().map(|path| path.display().to_string()));
    if options.base_codes {
        words.push("--base-codes".to_owned());
    }
    for name in &options.shared {
        words.extend(["--shared".to_owned(), name.clone()]);
    }
    for path in &options.exclude {
        words.extend(["--exclude".to_owned(), path.display().to_string()]);
    }
    for code in old_codes {
        words.extend(["--accept-rename".to_owned(), (*code).to_owned()]);
    }
    shlex::try_join(words.iter().map(String::as_str)).unwrap_or_else(|_| words.join(" "))
}
