//! What counts as a code, and the words of a string.

use std::borrow::Cow;

use immersve_errors::BaseCode;

/// The length of the longest code or operation that the derive accepts, in bytes.
pub(crate) const LONGEST: usize = 128;

/// Words in bold capitals that begin a remark and are not codes.
const REMARKS: [&str; 16] = [
    "ATTENTION",
    "CAUTION",
    "DANGER",
    "DELETE",
    "DEPRECATED",
    "EXAMPLE",
    "EXAMPLES",
    "IMPORTANT",
    "NOTE",
    "NOTES",
    "OPTIONS",
    "OTHERWISE",
    "PATCH",
    "POST",
    "TODO",
    "WARNING",
];

/// The length of the shortest single word that may be a code, in bytes. `OR` and `GET` are shorter.
const WORD: usize = 4;

/// Whether this is a code in prose. `FORBIDDEN` is the only code without an underscore that the API ever documented.
pub(crate) fn is_code(text: &str) -> bool {
    (text == BaseCode::Forbidden.as_ref() || text.contains('_')) && may_be_code(text)
}

/// Whether this is a code where only a code can be, such as a value of `errorCode`. There it needs no underscore.
pub(crate) fn may_be_code(text: &str) -> bool {
    text.len() <= LONGEST
        && text.contains(|c: char| c.is_ascii_uppercase())
        && text.starts_with(|c: char| c.is_ascii_alphanumeric())
        && text.ends_with(|c: char| c.is_ascii_alphanumeric())
        && text
            .chars()
            .all(|c| c.is_ascii_uppercase() || c.is_ascii_digit() || "_-.".contains(c))
}

/// Whether a word looks like a code. It may not be one.
pub(crate) fn resembles_code(word: &str) -> bool {
    word.contains('_')
        && word.starts_with(char::is_alphanumeric)
        && word.ends_with(char::is_alphanumeric)
        && word.contains(char::is_uppercase)
        && !word.contains(char::is_lowercase)
}

/// Whether a single word that is formatted like a code may be one.
pub(crate) fn resembles_single_word(word: &str) -> bool {
    word.len() >= WORD
        && word.bytes().all(|byte| byte.is_ascii_uppercase())
        && word != BaseCode::Forbidden.as_ref()
        && !REMARKS.contains(&word)
}

/// The words of a string, each with its place: letters, digits and underscores, and a code with its hyphens and dots.
pub(crate) fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    tokens(text).flat_map(|(at, token)| {
        let start = token.len() - token.trim_start_matches(JOINTS).len();
        let token = token.trim_matches(JOINTS);
        // `A_B-C_D` is two codes.
        let whole = is_code(token) && !token.split(JOINTS).all(is_code);
        let words = pieces(token, move |c| whole || is_in_word(c));
        words.map(move |(place, word)| (at + start + place, word))
    })
}

/// The parts of a string that are letters and digits.
pub(crate) fn alphanumeric(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
}

/// The letters, digits and underscores of a string that only [`JOINTS`] are between, each with its place.
pub(crate) fn tokens(text: &str) -> impl Iterator<Item = (usize, &str)> {
    pieces(text, |c| is_in_word(c) || JOINTS.contains(&c))
}

/// What a code may have between its words, beside underscores.
pub(crate) const JOINTS: [char; 2] = ['-', '.'];

fn is_in_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// The longest parts of a string that have only these characters, each with its place.
fn pieces(text: &str, has: impl Fn(char) -> bool + Copy) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    text.split_inclusive(move |c| !has(c))
        .filter_map(move |part| {
            let begin = at;
            at += part.len();
            let piece = part.trim_end_matches(|c| !has(c));
            (!piece.is_empty()).then_some((begin, piece))
        })
}

/// A string without the invisible characters inside and around its words, as web pages have them.
pub(crate) fn without_invisible(text: &str) -> Cow<'_, str> {
    if !text.contains(is_invisible) {
        return Cow::Borrowed(text);
    }
    let mut visible = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find(is_invisible) {
        let (before, from) = rest.split_at(start);
        let after = from.trim_start_matches(is_invisible);
        visible.push_str(before);
        // Between other letters, they can have a meaning.
        let is_other = |c: char| !c.is_ascii();
        if visible.ends_with(is_other) && after.starts_with(is_other) {
            visible.push_str(&from[..from.len() - after.len()]);
        }
        rest = after;
    }
    visible.push_str(rest);
    Cow::Owned(visible)
}

/// Whether a character is not shown, and does not divide words.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::{is_code, resembles_code, resembles_single_word, without_invisible, words};

    #[test]
    fn a_word_has_the_hyphens_and_dots_of_a_code() {
        for (text, expected) in [
            ("", &[][..]),
            ("CARD_IS-LOST", &[(0, "CARD_IS-LOST")]),
            ("(CARD_V1.2).", &[(1, "CARD_V1.2")]),
            ("A_B-C_D.", &[(0, "A_B"), (4, "C_D")]),
            ("A_B. C", &[(0, "A_B"), (5, "C")]),
            ("A_B-gone", &[(0, "A_B"), (4, "gone")]),
            ("é-A_É/..", &[(0, "é"), (3, "A_É")]),
        ] {
            assert_eq!(words(text).collect::<Vec<_>>(), expected, "{text}");
        }
    }

    #[test]
    fn invisible_characters_are_no_part_of_a_code() {
        for (text, visible) in [
            ("A_\u{200b}B", "A_B"),
            ("\u{feff}A_B\u{ad}\u{200b}", "A_B"),
            ("A_B\u{200b}É", "A_BÉ"),
            ("می\u{200c}خواهم", "می\u{200c}خواهم"),
            ("👩\u{200d}👧", "👩\u{200d}👧"),
        ] {
            assert_eq!(without_invisible(text), visible);
        }
    }

    #[test]
    fn a_code_has_an_underscore_or_is_forbidden() {
        for code in [
            "FORBIDDEN",
            "KYC_REQUIRED",
            "3DS_FAILED",
            "CARD_V2",
            "A_B",
            "A__B",
            "CARD_IS-LOST",
            "CARD_V1.2",
        ] {
            assert!(is_code(code), "{code}");
        }
        assert!(is_code(&format!("A_{}", "B".repeat(126))));
        for text in [
            "",
            "OR",
            "N/A",
            "GET",
            "LOCKED",
            "NON-EU",
            "UTF-8",
            "403",
            "1_000",
            "_",
            "_A",
            "A_",
            "A_b",
            "CARD LOST",
            "A_B/C_D",
            "CARD_É",
            "A_B:",
        ] {
            assert!(!is_code(text), "{text}");
        }
        assert!(!is_code(&format!("A_{}", "B".repeat(127))));
    }

    #[test]
    fn a_word_that_is_nearly_a_code_resembles_one() {
        for word in ["KYC_REQUIRED", "CARD_É", &format!("A_{}", "B".repeat(200))] {
            assert!(resembles_code(word), "{word}");
        }
        for word in ["card_lost", "1_000", "_", "__X", "KYC", "maxSize_KB"] {
            assert!(!resembles_code(word), "{word}");
        }
        assert!(resembles_single_word("LOCKED"));
        for word in [
            "OR",
            "N/A",
            "GET",
            "POST",
            "NOTE",
            "FORBIDDEN",
            "Note",
            "UTF-8",
            "4000",
        ] {
            assert!(!resembles_single_word(word), "{word}");
        }
    }
}
