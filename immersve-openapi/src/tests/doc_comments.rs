//! Tests that doc comments made from a document contain no code, whatever Markdown the document has.

use proptest::prelude::*;
use pulldown_cmark::{BrokenLink, CowStr, Event, Options, Parser, Tag};
use serde_json::json;

use super::edits;
use crate::{document::Document, scaffold};

/// Pieces of Markdown and Rust that may have a meaning.
const PIECES: &[&str] = &[
    "```",
    "````",
    "~~~",
    "~~~~",
    "`",
    "``",
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    "    ",
    "\t",
    " ",
    "  ",
    "> ",
    ">",
    "- ",
    "* ",
    "+ ",
    "1. ",
    "1) ",
    "12345678901. ",
    "# ",
    "## ",
    "===",
    "---",
    "***",
    "___",
    "* * *",
    "*",
    "**",
    "_",
    "__",
    "~~",
    "[",
    "]",
    "(",
    ")",
    "[x](http://a.example)",
    "![x](javascript:alert)",
    "[x]: http://a.example\n",
    "[x]",
    "[x][y]",
    "[^1]",
    "[^1]: note\n",
    "<http://a.example>",
    "<a@b.example>",
    "https://a.example/x_y_z?a=1&b=2.",
    "<b>",
    "</b>",
    "<div>",
    "</div>\n",
    "<script>",
    "</script>",
    "<!--",
    "-->",
    "<?x?>",
    "<![CDATA[",
    "]]>",
    "<cardId>",
    "<!X>",
    "<pre>",
    "&lt;",
    "&#10;",
    "&#96;",
    "&amp;",
    "&",
    "|",
    "| a | b |\n|---|---|\n| c | d |\n",
    ":--|--:\n",
    "- [ ] ",
    "- [x] ",
    "\\",
    "\\`",
    "\\\n",
    "!",
    "'",
    "\"",
    "...",
    "//",
    "///",
    "*/",
    "/*",
    "//!",
    "#![x]",
    "{",
    "}",
    "text,no_run",
    "rust",
    "word",
    "CARD_LOST",
    "a_b",
    "std::fs::write(\"x\", \"x\").unwrap();",
    "é",
    "注文",
    "\u{202e}",
    "\u{2028}",
    "\u{0}",
    "\u{1b}[2J",
    "\u{feff}",
    "\u{a0}",
    "\u{7f}",
    "$",
    "$$",
    ":::",
    "^",
    "0",
    "1",
];

/// The options of rustdoc.
fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_SMART_PUNCTUATION
}

/// The doc comments of a source, as rustdoc reads them: without `///` and the indentation.
fn doc_comments(source: &str) -> Vec<String> {
    let file: syn::File =
        syn::parse_str(source).unwrap_or_else(|error| panic!("{error}\n{source}"));
    let mut found = Vec::new();
    let mut add = |attributes: &[syn::Attribute]| {
        let lines = attributes.iter().filter_map(|attribute| {
            assert!(matches!(attribute.style, syn::AttrStyle::Outer));
            let syn::Meta::NameValue(pair) = &attribute.meta else {
                return None;
            };
            let syn::Expr::Lit(literal) = &pair.value else {
                return None;
            };
            let syn::Lit::Str(text) = &literal.lit else {
                return None;
            };
            pair.path.is_ident("doc").then(|| text.value())
        });
        found.push(lines.collect::<Vec<_>>().join("\n"));
    };
    let [syn::Item::Enum(item)] = &file.items[..] else {
        panic!("not one enum: {source}");
    };
    add(&item.attrs);
    item.variants.iter().for_each(|variant| add(&variant.attrs));
    found
}

/// The text that a reader of a doc comment sees. Also checks that it has no code block, HTML or link.
fn visible(markdown: &str) -> String {
    // rustdoc removes the one blank at the beginning of all lines.
    let markdown = markdown
        .lines()
        .map(|line| line.strip_prefix(' ').unwrap_or(line))
        .collect::<Vec<_>>()
        .join("\n");
    let callback = |link: BrokenLink<'_>| {
        Some((
            CowStr::from(link.reference.to_string()),
            CowStr::from("broken"),
        ))
    };
    let mut text = String::new();
    for event in Parser::new_with_broken_link_callback(&markdown, options(), Some(callback)) {
        match event {
            Event::Start(
                tag @ (Tag::CodeBlock(_)
                | Tag::HtmlBlock
                | Tag::Link { .. }
                | Tag::Image { .. }
                | Tag::FootnoteDefinition(_)),
            ) => panic!("{tag:?} in {markdown:?}"),
            Event::Html(html) | Event::InlineHtml(html) => panic!("{html} in {markdown:?}"),
            Event::Text(piece) | Event::Code(piece) => text.push_str(&piece),
            Event::End(_) | Event::SoftBreak | Event::HardBreak | Event::TaskListMarker(_) => {
                text.push(' ');
            }
            _ => {}
        }
    }
    assert!(
        !markdown
            .contains(|c: char| (c.is_control() && c != '\n') || "\u{202e}\u{2028}".contains(c)),
        "{markdown:?}"
    );
    text
}

/// The text that a reader of the document sees, without HTML.
fn visible_in_document(markdown: &str) -> String {
    let mut text = String::new();
    for event in Parser::new_ext(markdown, options() - Options::ENABLE_SMART_PUNCTUATION) {
        match event {
            Event::Text(piece) | Event::Code(piece) => text.push_str(&piece),
            Event::Start(_) | Event::End(_) | Event::SoftBreak | Event::HardBreak => text.push(' '),
            _ => {}
        }
    }
    text
}

/// The letters and digits of a text. All of them must be in the doc comment, in the same order.
fn letters(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(|c| c.is_alphanumeric())
}

/// The scaffold and the update of an operation with this description.
fn written(description: &str, id: &str, path: &str) -> Option<(Document, Vec<String>)> {
    let document = json!({ "openapi": "3.1.0", "paths": { path: { "get": {
        "operationId": id,
        "responses": { "403": { "description": description } },
    }}}});
    let document: Document = document.to_string().parse().ok()?;
    let operation = document.operations().first()?;
    let scaffold = scaffold::source(operation, false).ok()?;
    let mut written = vec![scaffold];
    if operation.operation_id() == Some("op") {
        let source = "#[derive(ImmersveErrorCode)]\n#[immersve(operation = \"op\")]\nenum E {}\n";
        let edits = edits(&document, source);
        written.extend(edits.files.into_iter().map(|file| file.after));
    }
    Some((document, written))
}

#[track_caller]
fn check(description: &str, id: &str, path: &str) {
    let Some((document, written)) = written(description, id, path) else {
        return;
    };
    let codes = document.operations()[0].codes();
    for source in written {
        let comments = doc_comments(&source);
        let variants = comments[1..].iter().zip(codes);
        for (comment, code) in variants {
            let seen = visible(comment);
            let mut seen = letters(&seen);
            let meaning = visible_in_document(code.description());
            for c in letters(&meaning) {
                assert!(
                    seen.any(|it| it == c),
                    "{c} of {meaning:?} is not in {comment:?}"
                );
            }
        }
        visible(&comments[0]);
    }
}

proptest! {
    #[test]
    fn no_meaning_becomes_code(pieces in prop::collection::vec(prop::sample::select(PIECES), 0..24)) {
        check(&format!("**CARD_LOST**\n{}", pieces.concat()), "op", "/x");
    }

    #[test]
    fn no_name_becomes_code(
        id in prop::collection::vec(prop::sample::select(PIECES), 0..6),
        path in prop::collection::vec(prop::sample::select(PIECES), 0..6),
    ) {
        check("**CARD_LOST** Gone.", &id.concat(), &format!("/{}", path.concat()));
    }

    #[test]
    fn any_text_is_harmless(text in "(?s).{0,80}") {
        check(&format!("**CARD_LOST**\n{text}"), "op", "/x");
    }
}

#[test]
fn code_blocks_become_text() {
    let run = "std::fs::write(\"x\", \"x\").unwrap();";
    for meaning in [
        format!("> ```\n> {run}\n> ```"),
        format!("> ~~~\n> {run}"),
        format!("- item\n\n      {run}\n"),
        format!("1. > ```rust\n   > {run}\n   > ```"),
        format!("Text.\n\n    {run}\n"),
        format!("<div>\n\n```\n{run}\n```\n</div>"),
        format!("~~~\n{run}"),
        format!("- ```\n  {run}"),
        format!("<!-- x -->\n\n    {run}"),
        format!("| a |\n|---|\n| b |\n\n\t{run}"),
        format!("[^1]: x\n\n        {run}"),
    ] {
        let description = format!("**CARD_LOST**\n{meaning}\n");
        check(&description, "op", "/x");
        let (_, written) = written(&description, "op", "/x").unwrap();
        assert_eq!(written.len(), 2);
        for source in written {
            assert!(
                source.contains("std::fs::write"),
                "the text is kept: {source}"
            );
        }
    }
    check("**CARD_LOST** Gone.", "op", &format!("/x\n```\n{run}"));
    check("**CARD_LOST** Gone.", &format!("op\n\n    {run}"), "/x");
}

#[test]
fn a_plain_meaning_stays_as_it_is() {
    for meaning in [
        "The card is lost.",
        "Two\nlines, `code` and CARD_IS_LOST.",
        "One: 50% of it; it's (really) that \"much\"!",
        "First.\n\n- one\n- two\n  - three\n\nLast.",
        "1. one\n2. two",
        "a - b * c = d / e & f # g + h",
    ] {
        let (_, written) = written(&format!("**CARD_LOST**\n{meaning}"), "op", "/x").unwrap();
        let source = &written[0];
        let comment = &doc_comments(source)[1];
        let comment = comment
            .lines()
            .map(|line| line.strip_prefix(' ').unwrap_or(line))
            .collect::<Vec<_>>()
            .join("\n");
        assert_eq!(comment.replace("\\*", "*"), meaning);
    }
}

#[test]
fn the_numbers_of_a_list_are_not_those_of_a_deeper_one() {
    let deep = "1. a\n   1. b\n      1. c\n         1. d\n         2. e\n      2. f";
    let (_, written) = written(&format!("**CARD_LOST**\n{deep}"), "op", "/x").unwrap();
    let comment = doc_comments(&written[0])[1].replace(' ', "");
    assert_eq!(comment.trim(), "1.a\n1.b\n1.c\n-d\n-e\n2.f");
}
