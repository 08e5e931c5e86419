//! What may stand in a code, an alias or an operation: 1 to 128 visible ASCII characters.

const LONGEST: usize = 128;

/// Says what is wrong with `text`, which stands where a `noun` is expected.
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
    if text.chars().all(char::is_whitespace) {
        return Some(format!("{subject} cannot be blank"));
    }
    if let Some(bad) = text.chars().find(|c| !c.is_ascii()) {
        return Some(format!(
            "{subject} holds ASCII characters only; found `{}`",
            bad.escape_debug()
        ));
    }
    if let Some(bad) = text.chars().find(|c| !c.is_ascii_graphic()) {
        let joined = text.split_ascii_whitespace().collect::<Vec<_>>().join("_");
        let advice = if joined.chars().all(|c| c.is_ascii_graphic()) {
            format!("did you mean `{joined}`?")
        } else {
            format!("found `{}`", bad.escape_debug())
        };
        return Some(format!(
            "{subject} holds neither white space nor control characters; {advice}"
        ));
    }
    (text.len() > LONGEST).then(|| {
        format!(
            "{subject} has at most {LONGEST} characters; this one has {}",
            text.len()
        )
    })
}

#[cfg(test)]
mod tests {
    use super::{LONGEST, fault};

    #[test]
    fn visible_ascii_up_to_the_longest_is_a_code() {
        for text in ["A", "CARD_NOT_FOUND", "card.not-found/!~", "404"] {
            assert_eq!(fault("code", text), None, "{text}");
        }
        assert_eq!(fault("code", &"A".repeat(LONGEST)), None);
    }

    #[test]
    fn each_fault_has_its_own_words() {
        for (text, words) in [
            ("", "empty"),
            (" \t", "blank"),
            ("\u{3000}", "blank"),
            ("CAFÉ", "ASCII characters only; found `É`"),
            ("CARD LOST", "did you mean `CARD_LOST`?"),
            (" CARD", "did you mean `CARD`?"),
            ("CARD\0", "found `\\0`"),
        ] {
            let fault = fault("code", text).unwrap();
            assert!(fault.contains(words), "{fault}");
        }
        let long = fault("code", &"A".repeat(LONGEST + 1)).unwrap();
        assert!(long.ends_with("has at most 128 characters; this one has 129"));
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
