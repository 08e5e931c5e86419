//! Edits a string in several places, and leaves everything between them unchanged.

use std::ops::Range;

/// Replaces a range, which may be empty.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Edit {
    pub(crate) range: Range<usize>,
    pub(crate) text: String,
}

impl Edit {
    pub(crate) fn insert(at: usize, text: impl Into<String>) -> Self {
        Self::replace(at..at, text)
    }

    pub(crate) fn replace(range: Range<usize>, text: impl Into<String>) -> Self {
        let text = text.into();
        Self { range, text }
    }

    pub(crate) fn remove(range: Range<usize>) -> Self {
        Self::replace(range, "")
    }
}

/// The text with all edits. Edits at the same place keep their order. `None` if two edits overlap, or if one splits
/// a character or is outside of the text.
pub(crate) fn apply(text: &str, mut edits: Vec<Edit>) -> Option<String> {
    edits.sort_by_key(|edit| (edit.range.start, edit.range.end));
    let mut edited = String::with_capacity(text.len());
    let mut done = 0;
    for edit in edits {
        edited.push_str(text.get(done..edit.range.start)?);
        edited.push_str(&edit.text);
        text.get(edit.range.clone())?;
        done = edit.range.end;
    }
    edited.push_str(text.get(done..)?);
    Some(edited)
}

#[cfg(test)]
mod tests {
    use super::{Edit, apply};

    #[test]
    fn text_between_edits_stays() {
        let edits = vec![
            Edit::insert(4, "2"),
            Edit::replace(2..4, "é"),
            Edit::insert(0, "1"),
            Edit::insert(4, "3"),
            Edit::remove(5..6),
        ];
        assert_eq!(apply("abcdefg", edits).as_deref(), Some("1abé23eg"));
        assert_eq!(apply("", Vec::new()).as_deref(), Some(""));
    }

    #[test]
    fn edits_that_overlap_or_lie_outside_the_text_are_refused() {
        for edits in [
            vec![Edit::remove(0..2), Edit::remove(1..3)],
            vec![Edit::remove(0..9)],
            vec![Edit::insert(9, "")],
            vec![Edit::remove(3..4)],
        ] {
            assert_eq!(apply("abcé", edits), None);
        }
    }
}
