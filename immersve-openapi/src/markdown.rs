//! The codes that a response's description has in its Markdown.

use std::sync::Arc;

/// The longest text that the derive takes for a code or an operation, in bytes.
pub(crate) const LONGEST: usize = 128;

/// Words that writers set in bold capitals to begin a remark, and that are no codes.
const REMARKS: [&str; 8] = [
    "CAUTION",
    "DEPRECATED",
    "EXAMPLE",
    "IMPORTANT",
    "NOTE",
    "TIP",
    "TODO",
    "WARNING",
];

/// A code, and the text under it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Heading {
    pub(crate) code: Arc<str>,
    pub(crate) meaning: Arc<str>,
}

/// The codes in the order of the text; one that stands there twice is given twice.
pub(crate) fn headings(description: &str) -> Vec<Heading> {
    let mut found = Vec::new();
    let mut meaning = String::new();
    let mut code: Option<String> = None;
    let mut close = |code: &mut Option<String>, meaning: &mut String| {
        if let Some(code) = code.take() {
            found.push(Heading {
                code: code.into(),
                meaning: meaning.trim().into(),
            });
        }
        meaning.clear();
    };
    for line in description.lines() {
        let text = if let Some((next, rest)) = heading(line) {
            close(&mut code, &mut meaning);
            code = Some(next);
            rest
        } else {
            line.trim_end()
        };
        if code.is_some() {
            meaning.push_str(text);
            meaning.push('\n');
        }
    }
    close(&mut code, &mut meaning);
    found
}

/// The code that a line begins with, and the rest of the line.
fn heading(line: &str) -> Option<(String, &str)> {
    let (bold, rest) = line.trim_start().strip_prefix("**")?.split_once("**")?;
    // Formatters of Markdown write `\_`.
    let code = bold.replace('\\', "");
    let rest = rest.trim_start_matches(|c: char| c.is_whitespace() || ":-–—".contains(c));
    is_code(&code).then_some((code, rest.trim_end()))
}

/// Whether a text looks like a code: capitals and digits, divided by `_`, `-`, `.` or `/`.
fn is_code(text: &str) -> bool {
    text.len() <= LONGEST
        && text.contains(|c: char| c.is_ascii_uppercase())
        && text.starts_with(|c: char| c.is_ascii_alphanumeric())
        && text.ends_with(|c: char| c.is_ascii_alphanumeric())
        && text
            .chars()
            .all(|c| c.is_ascii_uppercase() || c.is_ascii_digit() || "_-./".contains(c))
        && !REMARKS.contains(&text)
}

#[cfg(test)]
mod tests {
    use super::headings;

    fn of(description: &str) -> Vec<(String, String)> {
        headings(description)
            .into_iter()
            .map(|heading| (heading.code.to_string(), heading.meaning.to_string()))
            .collect()
    }

    fn codes(description: &str) -> Vec<String> {
        of(description).into_iter().map(|(code, _)| code).collect()
    }

    #[test]
    fn a_code_has_the_lines_up_to_the_next_one() {
        let description = "Said first.\n\n**FORBIDDEN**\nOne line.\n\n**CARD_LOST**\n\nTwo\nlines.\n\n\
                           And a paragraph.\n**KYC_REQUIRED**";
        let pairs = [
            ("FORBIDDEN", "One line."),
            ("CARD_LOST", "Two\nlines.\n\nAnd a paragraph."),
            ("KYC_REQUIRED", ""),
        ];
        assert_eq!(of(description), pairs.map(|(a, b)| (a.into(), b.into())));
    }

    #[test]
    fn the_meaning_may_begin_on_the_codes_own_line() {
        for line in [
            "**CARD_LOST** Gone.",
            "**CARD_LOST**: Gone.",
            "**CARD_LOST** - Gone.",
            "  **CARD\\_LOST** — Gone.\r",
        ] {
            assert_eq!(of(line), [("CARD_LOST".into(), "Gone.".into())], "{line}");
        }
    }

    #[test]
    fn odd_codes_are_codes() {
        for code in [
            "3DS_FAILED",
            "CARD_V2",
            "CARD-LOST",
            "CARD.LOST",
            "A",
            "A__B",
        ] {
            assert_eq!(codes(&format!("**{code}**")), [code]);
        }
    }

    #[test]
    fn other_bold_text_is_no_code() {
        for text in [
            "**Note**",
            "**NOTE** this",
            "**NOTE:** this",
            "**IMPORTANT**",
            "**403**",
            "****",
            "**CARD LOST**",
            "**CARD_LOST",
            "see **CARD_LOST**",
            "- **CARD_LOST**",
            "`**CARD_LOST**`",
            "**_**",
            "**CARD_É**",
        ] {
            assert_eq!(codes(text), Vec::<String>::new(), "{text}");
        }
        assert_eq!(codes(&format!("**{}**", "A".repeat(128))).len(), 1);
        assert_eq!(codes(&format!("**{}**", "A".repeat(129))).len(), 0);
    }
}
