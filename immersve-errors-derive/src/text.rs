//! The rules for a code, an alias or an operation: 1 to 128 visible ASCII characters.

use crate::key::Key;

const LONGEST: usize = 128;

/// What is wrong with the value of a key, if anything.
pub(crate) fn fault(key: Key, text: &str) -> Option<String> {
    let subject = match key {
        Key::Code => "a code",
        Key::Alias => "an alias",
        _ => "an operation",
    };
    if text.is_empty() {
        return Some(format!("{subject} cannot be empty"));
    }
    if key == Key::Operation && is_path(text) {
        return Some("expected an `operationId`, as in `create-card`, not a path".to_owned());
    }
    if text.chars().all(char::is_whitespace) {
        return Some(format!("{subject} cannot be blank"));
    }
    if let Some(bad) = text.chars().find(|c| !c.is_ascii()) {
        return Some(format!(
            "{subject} can contain only ASCII characters; found `{}`",
            bad.escape_debug()
        ));
    }
    if text.len() > LONGEST {
        return Some(format!(
            "{subject} can have at most {LONGEST} characters; this one has {}",
            text.len()
        ));
    }
    if key == Key::Code && is_lower_case(text) {
        // Aliases may be in lower case: an API may change its convention.
        return Some(format!(
            "the API writes its codes in capitals; did you mean `{}`?",
            text.to_ascii_uppercase().replace('-', "_")
        ));
    }
    let bad = text.chars().find(|c| !c.is_ascii_graphic())?;
    let words: Vec<_> = text.split_ascii_whitespace().collect();
    let joined = match key {
        Key::Operation => words.join("-"),
        // The API writes its codes in capitals.
        _ => words.join("_").to_ascii_uppercase(),
    };
    let advice = if joined.chars().all(|c| c.is_ascii_graphic()) {
        format!("did you mean `{joined}`?")
    } else {
        format!("found `{}`", bad.escape_debug())
    };
    Some(format!(
        "{subject} cannot contain white space or control characters; {advice}"
    ))
}

/// Whether this is `/api/cards` or `POST /api/cards`.
fn is_path(text: &str) -> bool {
    let path = match text.trim().split_once(char::is_whitespace) {
        Some((method, path)) if method.bytes().all(|byte| byte.is_ascii_alphabetic()) => path,
        _ => text,
    };
    path.trim_start().starts_with('/')
}

/// Whether this is `card_lost` or `card-lost`.
fn is_lower_case(text: &str) -> bool {
    let is_word =
        |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"_-".contains(&byte);
    text.bytes().all(is_word) && text.bytes().any(|byte| byte.is_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::{LONGEST, fault};
    use crate::key::Key;

    #[test]
    fn a_path_is_not_an_operation() {
        for text in ["POST /api/cards", "/api/cards", " get  /api", "delete\t/"] {
            let fault = fault(Key::Operation, text).unwrap();
            assert!(fault.contains("operationId"), "{text}: {fault}");
        }
        assert_eq!(
            fault(Key::Operation, "create card").unwrap(),
            "an operation cannot contain white space or control characters; did you mean `create-card`?"
        );
        assert_eq!(fault(Key::Operation, "cards/create"), None);
        assert_eq!(fault(Key::Code, "/api"), None);
    }

    #[test]
    fn visible_ascii_up_to_128_characters_is_a_code() {
        for text in ["A", "CARD_NOT_FOUND", "card.not-found/!~", "404"] {
            assert_eq!(fault(Key::Code, text), None, "{text}");
        }
        assert_eq!(fault(Key::Code, &"A".repeat(LONGEST)), None);
    }

    #[test]
    fn each_fault_has_its_own_message() {
        for (text, words) in [
            ("", "empty"),
            (" \t", "blank"),
            ("\u{3000}", "blank"),
            ("CAFÉ", "only ASCII characters; found `É`"),
            ("CARD LOST", "did you mean `CARD_LOST`?"),
            ("card lost", "did you mean `CARD_LOST`?"),
            (" CARD", "did you mean `CARD`?"),
            ("CARD\0", "found `\\0`"),
        ] {
            let fault = fault(Key::Code, text).unwrap();
            assert!(fault.contains(words), "{fault}");
        }
        let long = fault(Key::Code, &"A".repeat(LONGEST + 1)).unwrap();
        assert!(long.ends_with("can have at most 128 characters; this one has 129"));
    }

    #[test]
    fn the_article_fits_the_noun() {
        assert_eq!(fault(Key::Code, "").unwrap(), "a code cannot be empty");
        assert_eq!(fault(Key::Alias, "").unwrap(), "an alias cannot be empty");
        assert_eq!(
            fault(Key::Operation, "").unwrap(),
            "an operation cannot be empty"
        );
    }
}
