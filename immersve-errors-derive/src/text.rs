//! The rules for the text of a code, an alias or an operation: 1 to 128 visible ASCII characters.

const LONGEST: usize = 128;

/// Says what is wrong with `text`, where a `noun` is expected.
pub(crate) fn fault(noun: &str, text: &str) -> Option<String> {
    let article = if noun.starts_with(['a', 'o']) {
        "an"
    } else {
        "a"
    };
    let subject = format!("{article} {noun}");

    if text.is_empty() {
        return Some(format!("{subject} cannot be empty"));
    }
    if noun == "operation" && is_path(text) {
        return Some(
            "expected the `operationId` of an operation, as in `create-card`, not its path"
                .to_owned(),
        );
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
    if let Some(bad) = text.chars().find(|c| !c.is_ascii_graphic()) {
        let joint = if noun == "operation" { "-" } else { "_" };
        let joined = text
            .split_ascii_whitespace()
            .collect::<Vec<_>>()
            .join(joint);
        // The API writes its codes in capitals.
        let joined = match noun {
            "operation" => joined,
            _ => joined.to_ascii_uppercase(),
        };
        let advice = if joined.chars().all(|c| c.is_ascii_graphic()) {
            format!("did you mean `{joined}`?")
        } else {
            format!("found `{}`", bad.escape_debug())
        };
        return Some(format!(
            "{subject} cannot contain white space or control characters; {advice}"
        ));
    }
    (text.len() > LONGEST).then(|| {
        format!(
            "{subject} can have at most {LONGEST} characters; this one has {}",
            text.len()
        )
    })
}

/// Whether this is `/api/cards` or `POST /api/cards`.
fn is_path(text: &str) -> bool {
    let path = match text.trim().split_once(char::is_whitespace) {
        Some((method, path)) if method.bytes().all(|byte| byte.is_ascii_alphabetic()) => path,
        _ => text,
    };
    path.trim_start().starts_with('/')
}

#[cfg(test)]
mod tests {
    use super::{LONGEST, fault};

    #[test]
    fn a_path_is_not_an_operation() {
        for text in ["POST /api/cards", "/api/cards", " get  /api", "delete\t/"] {
            let fault = fault("operation", text).unwrap();
            assert!(fault.contains("operationId"), "{text}: {fault}");
        }
        assert_eq!(
            fault("operation", "create card").unwrap(),
            "an operation cannot contain white space or control characters; did you mean `create-card`?"
        );
        assert_eq!(fault("operation", "cards/create"), None);
        assert_eq!(fault("code", "/api"), None);
    }

    #[test]
    fn visible_ascii_up_to_128_characters_is_a_code() {
        for text in ["A", "CARD_NOT_FOUND", "card.not-found/!~", "404"] {
            assert_eq!(fault("code", text), None, "{text}");
        }
        assert_eq!(fault("code", &"A".repeat(LONGEST)), None);
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
            let fault = fault("code", text).unwrap();
            assert!(fault.contains(words), "{fault}");
        }
        let long = fault("code", &"A".repeat(LONGEST + 1)).unwrap();
        assert!(long.ends_with("can have at most 128 characters; this one has 129"));
    }

    #[test]
    fn the_article_fits_the_noun() {
        assert_eq!(fault("code", "").unwrap(), "a code cannot be empty");
        assert_eq!(fault("alias", "").unwrap(), "an alias cannot be empty");
        assert_eq!(
            fault("operation", "").unwrap(),
            "an operation cannot be empty"
        );
    }
}
