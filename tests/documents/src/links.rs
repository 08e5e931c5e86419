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
        // rustdoc checks the links of the guide.
        for target in targets(&text).filter(|_| !document.ends_with("guide.md")) {
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
        let mut headings = headings(&text);
        if document.ends_with("guide.md") {
            // This heading is in `lib.rs`, below the guide.
            headings.push("features".into());
        }
        for target in targets(&text).filter_map(|target| target.strip_prefix('#')) {
            assert!(
                headings.iter().any(|heading| heading == target),
                "{document} has no heading #{target}; it has {headings:?}"
            );
        }
    }
}
