//! Puts each paragraph of a Markdown text on one line.

/// The text without the line breaks inside its paragraphs, which Markdown shows as spaces.
///
/// Lists, tables, headings, quotes, HTML, indented lines and code blocks keep their lines.
pub(crate) fn on_one_line(markdown: &str) -> String {
    let mut text = String::with_capacity(markdown.len());
    let mut open: Option<Fence<'_>> = None;
    let (mut in_paragraph, mut in_table) = (false, false);
    let mut lines = markdown.lines().peekable();
    while let Some(line) = lines.next() {
        let fence = Fence::of(line);
        in_table = !line.trim().is_empty()
            && (in_table || lines.peek().is_some_and(|next| is_below_header(next)));
        let is_prose = open.is_none() && fence.is_none() && !in_table && is_prose(line);
        if is_prose && in_paragraph {
            text.pop();
            text.push(' ');
        }
        text.push_str(line.trim_end());
        text.push('\n');
        in_paragraph = is_prose && !ends_with_break(line);
        open = match (open, fence) {
            (Some(open), Some(fence)) if fence.closes(&open) => None,
            (None, fence) => fence,
            (open, _) => open,
        };
    }
    text
}

/// A line that begins or ends a code block.
struct Fence<'a> {
    marks: &'a str,
    after: &'a str,
}

impl<'a> Fence<'a> {
    fn of(line: &'a str) -> Option<Self> {
        let line = line.trim_start();
        let mark = line.chars().next().filter(|mark| "`~".contains(*mark))?;
        let after = line.trim_start_matches(mark);
        let marks = &line[..line.len() - after.len()];
        // Such a line is a code span.
        let is_span = mark == '`' && after.contains('`');
        (marks.len() >= 3 && !is_span).then_some(Self { marks, after })
    }

    fn closes(&self, open: &Fence<'_>) -> bool {
        self.marks.starts_with(open.marks) && self.after.trim().is_empty()
    }
}

/// Whether a line is the delimiter row of a table.
fn is_below_header(line: &str) -> bool {
    line.contains('|') && line.contains('-') && line.chars().all(|c| "|-: ".contains(c))
}

/// Whether a line is certainly part of a paragraph and nothing else in Markdown.
fn is_prose(line: &str) -> bool {
    let first_word = line.split(' ').next().unwrap_or_default();
    // A longer number is a status, as in `404.`.
    let is_number =
        |text: &str| matches!(text.len(), 1 | 2) && text.bytes().all(|byte| byte.is_ascii_digit());
    let begins_item = ["-", "*", "+"].contains(&first_word)
        || first_word.strip_suffix(['.', ')']).is_some_and(is_number);
    let is_rule = line.chars().all(|c| "-=*_ ".contains(c));
    let is_html = line.starts_with('<') && !line.starts_with("<http");
    !(line.trim().is_empty()
        || line.starts_with([' ', '\t', '#', '>'])
        || begins_item
        || is_rule
        || is_html
        || line.contains("]: "))
}

/// Whether Markdown keeps the line break after this line.
fn ends_with_break(line: &str) -> bool {
    line.ends_with("  ") || line.ends_with('\\')
}

#[cfg(test)]
mod tests {
    use super::on_one_line;

    #[test]
    fn lines_of_a_paragraph_become_one() {
        for (markdown, text) in [
            ("", ""),
            ("One.", "One.\n"),
            ("One\ntwo \nthree.", "One two three.\n"),
            (
                "One\ntwo.\n\n\nThree\nfour.\n",
                "One two.\n\n\nThree four.\n",
            ),
            ("A `code\nspan`.", "A `code span`.\n"),
            (
                "See\n<https://example.com>\nfor more.",
                "See <https://example.com> for more.\n",
            ),
            (
                "**Never**\n*ever* -1\n2024, or\n[`link`].",
                "**Never** *ever* -1 2024, or [`link`].\n",
            ),
            ("403. The card\nis lost.", "403. The card is lost.\n"),
            ("Lost | stolen\ncards.", "Lost | stolen cards.\n"),
            ("```a``` is\ncode.", "```a``` is code.\n"),
        ] {
            assert_eq!(on_one_line(markdown), text, "{markdown}");
        }
    }

    #[test]
    fn a_break_that_markdown_keeps_stays() {
        assert_eq!(on_one_line("One  \ntwo\nthree."), "One\ntwo three.\n");
        assert_eq!(on_one_line("One\\\ntwo."), "One\\\ntwo.\n");
    }

    #[test]
    fn whatever_is_no_paragraph_keeps_its_lines() {
        for markdown in [
            "One:\n- two\n- three",
            "One:\n* two\n+ three",
            "1. One\n2. two\n10) three",
            "One:\n\n    let code = 1;\n    let more = 2;",
            "```\nlet code = 1;\nlet more = 2;\n```",
            "~~~\n```\ncode\nmore\n~~~",
            "````md\n```\ncode\nmore\n```\nand\nmore\n````",
            "```\n``` rust\ncode\nmore\n`````",
            "# One\nTwo.",
            "One\n===",
            "> One\n> two",
            "| a | b |\n|---|---|\n| 1 | 2 |",
            "a | b\n--|--\n1 | 2\n3\n4",
            "<p>\nOne.",
            "[one]: https://example.com\n[two]: https://example.org",
        ] {
            assert_eq!(on_one_line(markdown), format!("{markdown}\n"), "{markdown}");
        }
    }

    #[test]
    fn a_paragraph_after_a_code_block_is_one_line_again() {
        let markdown = "```\nlet code = 1;\n~~~\n```\nOne\ntwo.";
        assert_eq!(
            on_one_line(markdown),
            "```\nlet code = 1;\n~~~\n```\nOne two.\n"
        );
    }
}
