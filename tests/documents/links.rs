//! Checks that the targets of links between the documents exist.

use std::path::Path;

use crate::{DOCUMENTS, read, root};

/// The targets of all inline links and images.
fn targets(markdown: &str) -> impl Iterator<Item = &str> {
    markdown
        .split("](")
        .skip(1)
        .filter_map(|rest| rest.split_once(')'))
        .map(|(target, _)| target)
}

/// The anchor that a heading gets.
fn anchor(heading: &str) -> String {
    let plain = heading.replace("&lt;", "").replace("&gt;", "");
    plain
        .chars()
        .filter_map(|c| match c {
            ' ' => Some('-'),
            c if c.is_alphanumeric() || "-_".contains(c) => Some(c.to_ascii_lowercase()),
            _ => None,
        })
        .collect()
}

fn headings(markdown: &str) -> Vec<String> {
    let mut fenced = false;
    let mut found = Vec::new();
    for line in markdown.lines() {
        fenced ^= line.starts_with("```");
        if !fenced && line.starts_with('#') {
            found.push(anchor(line.trim_start_matches('#').trim()));
        }
    }
    found
}

#[test]
fn every_linked_file_exists() {
    for document in DOCUMENTS {
        let folder = root().join(document);
        let folder = folder.parent().unwrap_or(Path::new(""));
        let text = read(document);
        for target in targets(&text) {
            let file = target.split('#').next().unwrap_or_default();
            if !file.is_empty() && !file.contains("://") {
                assert!(folder.join(file).exists(), "{document} links to {target}");
            }
        }
    }
}

#[test]
fn every_linked_heading_exists() {
    for document in DOCUMENTS {
        let text = read(document);
        let headings = headings(&text);
        for target in targets(&text).filter_map(|target| target.strip_prefix('#')) {
            assert!(
                headings.iter().any(|heading| heading == target),
                "{document} has no heading #{target}; it has {headings:?}"
            );
        }
    }
}

/// What crates.io would make of a target of the README, if that leads nowhere.
///
/// crates.io resolves relative targets against the folder of the crate, and the README is above it.
fn broken_on_crates_io(target: &str, repository: Option<&str>) -> Option<&'static str> {
    let repository = repository?.trim_end_matches('/');
    if target.starts_with('#') {
        return None;
    }
    if !target.contains("://") {
        return Some("is relative");
    }
    let path = target.strip_prefix(repository)?;
    let file = match (
        path.strip_prefix("/blob/HEAD/"),
        path.strip_prefix("/raw/HEAD/"),
    ) {
        (Some(file), _) if !file.contains(".svg") => file,
        (_, Some(file)) if file.contains(".svg") => match file.strip_suffix("?sanitize=true") {
            Some(file) => file,
            None => return Some("needs `?sanitize=true`"),
        },
        _ => return Some("needs `/blob/HEAD/`, or `/raw/HEAD/` for an image"),
    };
    let file = file.split('#').next().unwrap_or_default();
    (!root().join(file).exists()).then_some("leads to no file")
}

#[test]
fn the_readme_has_no_target_that_is_broken_on_crates_io() {
    let readme = read("README.md");
    for crate_name in [
        "immersve-errors",
        "immersve-errors-derive",
        "immersve-openapi",
    ] {
        let manifest = read(&format!("{crate_name}/Cargo.toml"));
        assert!(manifest.contains("\nreadme = \"../README.md\"\n"));
        // Without a repository, crates.io has nothing to resolve against.
        let repository = manifest
            .lines()
            .find_map(|line| line.strip_prefix("repository = \"")?.strip_suffix('"'));
        for target in targets(&readme) {
            if let Some(fault) = broken_on_crates_io(target, repository) {
                panic!(
                    "README.md links to {target}, which {fault}; see CONTRIBUTING.md, A release"
                );
            }
        }
    }
}

#[test]
fn relative_targets_are_broken_on_crates_io() {
    let repository = Some("https://git.example/us/errors/");
    for (target, fault) in [
        ("#licence", None),
        ("https://docs.rs", None),
        ("SECURITY.md", Some("is relative")),
        (
            "https://git.example/us/errors/blob/HEAD/SECURITY.md#limits",
            None,
        ),
        (
            "https://git.example/us/errors/raw/HEAD/tests/perf/time.svg?sanitize=true",
            None,
        ),
        (
            "https://git.example/us/errors/raw/HEAD/tests/perf/time.svg",
            Some("needs `?sanitize=true`"),
        ),
        (
            "https://git.example/us/errors/blob/HEAD/tests/perf/time.svg",
            Some("needs `/blob/HEAD/`, or `/raw/HEAD/` for an image"),
        ),
        (
            "https://git.example/us/errors/blob/HEAD/immersve-errors/SECURITY.md",
            Some("leads to no file"),
        ),
    ] {
        assert_eq!(broken_on_crates_io(target, repository), fault, "{target}");
        assert_eq!(broken_on_crates_io(target, None), None, "{target}");
    }
}
