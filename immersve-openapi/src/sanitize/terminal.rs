//! Makes text of a document safe to show on a terminal.

use std::fmt::Display;

use immersve_errors::Escaped;

use crate::StatusPattern;

/// How much of a name is shown, in bytes.
const NAME: usize = 256;

/// How much of a description is shown, in bytes.
const SENTENCE: usize = 200;

/// How much of a description is read to find its first sentence, in bytes.
const LOOKED_AT: usize = 1024;

/// A name or path on one line.
pub(crate) const fn name(text: &str) -> impl Display {
    Escaped::new(text, NAME)
}

/// The first sentence of a description, on one line.
pub(crate) fn sentence(description: &str) -> String {
    escaped(&first_sentence(description))
}

/// A sentence without control characters for a terminal.
pub(crate) fn escaped(sentence: &str) -> String {
    Escaped::new(sentence, SENTENCE).to_string()
}

/// The first sentence of a description, without line breaks and parts that are not shown.
pub(crate) fn first_sentence(description: &str) -> String {
    let head = match description.char_indices().nth(LOOKED_AT) {
        Some((at, _)) => &description[..at],
        None => description,
    };
    let words: Vec<&str> = head.split_whitespace().collect();
    let line = words.join(" ");
    match line.split_once(". ") {
        Some((first, _)) => format!("{first}."),
        None => line,
    }
}

/// `403`, or `400, 403`.
pub(crate) fn statuses(patterns: &[StatusPattern]) -> String {
    let patterns: Vec<String> = patterns.iter().map(ToString::to_string).collect();
    patterns.join(", ")
}

/// The codes of an operation that was added or removed.
pub(crate) fn code_list(codes: &[String]) -> String {
    let codes: Vec<String> = codes.iter().map(|code| format!("`{code}`")).collect();
    codes.join(", ")
}
