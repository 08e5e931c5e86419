//! Writes text of a document as part of a line of Markdown, where it is only shown.
//!
//! Sites that show a changelog turn web addresses into links, `@names` into mentions, and HTML into elements.
//! Text of a document must cause none of these.

use pulldown_cmark::{Event, Options, Parser};

use super::{
    inline::{code_span, push_code, push_text},
    terminal::{escaped, first_sentence, name},
};

/// Signs with a meaning only on some sites: formulas, footnotes and superscripts.
const SIGNS: [char; 2] = ['$', '^'];

/// A name as inline code.
pub(crate) fn code_name(text: &str) -> String {
    code_span(&name(text).to_string())
}

/// The first sentence of a description as text, with its inline code as inline code.
pub(crate) fn safe_sentence(description: &str) -> String {
    safe_line(&first_sentence(description))
}

/// A line of text, with its inline code as inline code.
pub(crate) fn safe_line(text: &str) -> String {
    let mut line = String::new();
    let mut plain = String::new();
    for event in Parser::new_ext(text, Options::empty()) {
        match event {
            Event::Text(text) | Event::Html(text) | Event::InlineHtml(text) => {
                plain.push_str(&text);
            }
            Event::Code(text) => {
                push_text(&mut line, &plain, &SIGNS, is_linked, escaped);
                plain.clear();
                push_code(&mut line, &code_name(&text));
            }
            _ => {}
        }
    }
    push_text(&mut line, &plain, &SIGNS, is_linked, escaped);
    line.trim().to_owned()
}

/// Whether a site may make a link from a word: a web address, a person or an issue.
fn is_linked(word: &str) -> bool {
    let word = word.to_ascii_lowercase();
    let numbered = |sign: &str| {
        let mut after = word.split(sign).skip(1);
        after.any(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
    };
    word.contains('@')
        || word.contains("://")
        || word.contains("www.")
        || numbered("#")
        || numbered("gh-")
}

#[cfg(test)]
mod tests {
    use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

    use super::{code_name, safe_sentence};

    #[test]
    fn a_name_is_one_inline_code() {
        for text in [
            "a", "`", "``", "a`b", "`a", "a``", " a ", "a b", "<b>", "@me", "a\nb", "\\",
        ] {
            let span = code_name(text);
            let events: Vec<_> = Parser::new_ext(&span, Options::all()).collect();
            let [
                Event::Start(Tag::Paragraph),
                Event::Code(code),
                Event::End(TagEnd::Paragraph),
            ] = &events[..]
            else {
                panic!("{span}: {events:?}");
            };
            let shown = text.replace('\\', "\\\\").replace('\n', "\\n");
            assert_eq!(&**code, shown);
        }
    }

    #[test]
    fn a_sentence_has_no_links_mentions_or_html() {
        for (text, expected) in [
            ("Four\nand. More.", "Four and."),
            ("The `reason` says *more*.", "The `reason` says more."),
            ("See [here](https://example.com).", "See here."),
            (
                "See https://example.com now.",
                "See `https://example.com` now.",
            ),
            ("See www.example.com", "See `www.example.com`"),
            ("<script>x</script> y", "\\<script>x\\</script> y"),
            ("a <img src=x> b", "a \\<img src=x> b"),
            ("Ask @team or a@b.com.", "Ask `@team` or `a@b.com`."),
            ("\\@team, @*team*", "`@team`, `@team`"),
            (
                "Fixes #12, GH-12 and a/b#3",
                "Fixes `#12`, `GH-12` and `a/b#3`",
            ),
            ("![x](y)", "x"),
            ("a \\* b_c _d", "a \\* b_c \\_d"),
            ("# A", "A"),
            ("- a", "a"),
            ("&lt;b&gt;", "\\<b>"),
            ("a\u{1b}[31m", "a\\u{1b}\\[31m"),
        ] {
            assert_eq!(safe_sentence(text), expected, "{text:?}");
        }
    }

    #[test]
    fn no_random_sentence_has_links_mentions_or_html() {
        let parts = [
            "`",
            "``",
            "*",
            "_",
            "[",
            "](",
            ")",
            "]",
            "<",
            ">",
            "<b>",
            "</b>",
            "!",
            "\\",
            "&lt;",
            "&",
            "a",
            " ",
            "@x",
            "#1",
            "http://x.y",
            "~~",
            "|",
            "$",
            "\n",
            ": ",
            "[x]: y",
            "<!--",
            "-->",
        ];
        let mut random = fastrand::Rng::with_seed(7);
        for _ in 0..20_000 {
            let count = random.usize(1..12);
            let text: String = (0..count)
                .map(|_| parts[random.usize(..parts.len())])
                .collect();
            let line = format!("- added: {}", safe_sentence(&text));
            assert!(!line.contains('\n'), "{text:?}: {line}");
            for event in Parser::new_ext(&line, Options::all()) {
                let allowed = match &event {
                    Event::Text(text) => !text.contains(['@']) && !text.contains("://"),
                    Event::Code(_)
                    | Event::Start(Tag::List(_) | Tag::Item)
                    | Event::End(TagEnd::List(_) | TagEnd::Item) => true,
                    _ => false,
                };
                assert!(allowed, "{text:?}: {line}: {event:?}");
            }
        }
    }
}
