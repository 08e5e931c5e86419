//! What counts as a code: capitals with an underscore, or `FORBIDDEN`.

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

/// Whether this is a code. `FORBIDDEN` is the only code without an underscore that the API ever documented.
pub(crate) fn is_code(text: &str) -> bool {
    text.len() <= LONGEST
        && (text == BaseCode::Forbidden.as_ref() || text.contains('_'))
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

#[cfg(test)]
mod tests {
    use super::{is_code, resembles_code, resembles_single_word};

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
