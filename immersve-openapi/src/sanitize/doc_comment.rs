//! Writes the meaning of a code as a doc comment that contains no code to run.
//!
//! The text comes from a document that is not trusted, and `cargo test` compiles and runs the code blocks of a doc
//! comment. So the text is parsed, and only what a reader would see is written: paragraphs, lists and inline code,
//! without HTML and without links.

use pulldown_cmark::{BrokenLink, Event, Options, Parser, Tag, TagEnd};

use super::inline::{code_span, push_code, push_text};
use crate::document::{code::alphanumeric, html};

/// How much of a meaning is written, in bytes.
const LONGEST: usize = 32 * 1024;

/// How deep lists may nest. Deeper items are written at this level.
const DEEPEST: usize = 3;

/// The largest number that begins an item of a list.
const LARGEST: u64 = 999_999_999;

/// HTML tags that only change how text looks.
const FORMATTING: [&str; 21] = [
    "a", "b", "code", "div", "em", "font", "hr", "i", "kbd", "li", "mark", "ol", "p", "pre", "s",
    "small", "span", "strong", "sub", "sup", "ul",
];

/// The lines of a doc comment, without `///`. None if a reader would see nothing of the text.
pub(crate) fn doc_lines(markdown: &str) -> Vec<String> {
    let markdown = cut(markdown);
    let lines = Renderer::render(markdown);
    if is_harmless(&lines) {
        return lines;
    }
    // A parser checks the result, in case the rules below missed something.
    let text = lines.join(" ");
    vec![alphanumeric(&text).collect::<Vec<_>>().join(" ")]
}

/// A string as inline code, on one line.
pub(crate) fn inline_code(text: &str) -> String {
    let text: String = text.chars().filter_map(plain).collect();
    let text = text.trim();
    if text.is_empty() {
        return String::new();
    }
    code_span(text)
}

fn cut(text: &str) -> &str {
    let mut end = text.len().min(LONGEST);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

/// The options that rustdoc reads doc comments with.
fn rustdoc() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_SMART_PUNCTUATION
}

/// Whether the Markdown has no code blocks, no HTML and no links.
fn is_harmless(lines: &[String]) -> bool {
    let text = lines.join("\n");
    // Text that is written like a link counts as one: rustdoc looks for an item with that name.
    let callback = |link: BrokenLink<'_>| Some((link.reference.into_string().into(), "".into()));
    let mut events = Parser::new_with_broken_link_callback(&text, rustdoc(), Some(callback));
    events.all(|event| {
        !matches!(
            event,
            Event::Start(
                Tag::CodeBlock(_)
                    | Tag::HtmlBlock
                    | Tag::Link { .. }
                    | Tag::Image { .. }
                    | Tag::FootnoteDefinition(_)
            ) | Event::Html(_)
                | Event::InlineHtml(_)
                | Event::FootnoteReference(_)
        )
    })
}

/// The character to write for one of the text: control characters and those that reorder text are removed, and white
/// space becomes a space.
fn plain(c: char) -> Option<char> {
    match c {
        '\t' | '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some(' '),
        '\u{61c}'
        | '\u{200e}'
        | '\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2066}'..='\u{2069}'
        | '\u{feff}' => None,
        c if c.is_control() => None,
        c => Some(c),
    }
}

#[derive(Default)]
struct Renderer {
    lines: Vec<String>,
    /// Text that is not escaped yet, because that depends on what follows it.
    run: String,
    /// The paragraph so far, in Markdown.
    paragraph: String,
    lists: Vec<MarkdownList>,
    /// How many lists nest deeper than [`DEEPEST`].
    deeper: usize,
    /// The targets of the open links.
    links: Vec<String>,
    in_code: bool,
    /// Whether an item of a list was written last.
    after_item: bool,
}

#[derive(Default)]
struct MarkdownList {
    /// The number of the next item, if the items are numbered.
    number: Option<u64>,
    /// The marker of the item, until it is written.
    marker: Option<String>,
    width: usize,
}

impl Renderer {
    fn render(markdown: &str) -> Vec<String> {
        let mut renderer = Self::default();
        let options = rustdoc() - Options::ENABLE_SMART_PUNCTUATION;
        for event in Parser::new_ext(markdown, options) {
            renderer.event(event);
        }
        renderer.close_paragraph();
        renderer.lines
    }

    fn event(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(end) => self.end(end),
            Event::Text(text) if self.in_code => {
                for line in text.split_inclusive('\n') {
                    self.code(line);
                    if line.ends_with('\n') {
                        self.break_line();
                    }
                }
            }
            Event::Text(text) => self.run.push_str(&text),
            Event::Code(code) | Event::InlineMath(code) | Event::DisplayMath(code) => {
                self.code(&code);
            }
            Event::Html(html) => self.html(&html),
            Event::InlineHtml(tag) => self.tag(&tag),
            Event::FootnoteReference(name) => self.run.extend(["[", &*name, "]"]),
            Event::SoftBreak | Event::HardBreak => self.break_line(),
            Event::Rule => self.close_paragraph(),
            Event::TaskListMarker(done) => self.run.push_str(if done { "[x] " } else { "[ ] " }),
        }
    }

    fn start(&mut self, tag: Tag<'_>) {
        self.in_code = matches!(tag, Tag::CodeBlock(_));
        match tag {
            Tag::List(number) => {
                self.close_paragraph();
                if self.lists.len() == DEEPEST {
                    self.deeper += 1;
                } else {
                    self.lists.push(MarkdownList {
                        number,
                        ..MarkdownList::default()
                    });
                }
            }
            Tag::Item => {
                self.close_paragraph();
                if let Some(list) = self.lists.last_mut() {
                    // The items of a deeper list are not numbered: they would go on with the numbers of this one.
                    let number = list.number.as_mut().filter(|_| self.deeper == 0);
                    let marker = match number {
                        Some(number) => {
                            let marker = format!("{number}. ");
                            *number = (*number + 1).min(LARGEST);
                            marker
                        }
                        None => "- ".to_owned(),
                    };
                    list.width = marker.len();
                    list.marker = Some(marker);
                }
            }
            Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. } => {
                self.links.push(dest_url.into_string());
            }
            Tag::TableCell if !self.run.is_empty() || !self.paragraph.is_empty() => {
                self.run.push_str(" – ");
            }
            Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::TableCell => {}
            _ => self.close_paragraph(),
        }
    }

    fn end(&mut self, end: TagEnd) {
        self.in_code = false;
        match end {
            TagEnd::List(_) => {
                self.close_paragraph();
                match self.deeper.checked_sub(1) {
                    Some(deeper) => self.deeper = deeper,
                    None => drop(self.lists.pop()),
                }
            }
            TagEnd::Link | TagEnd::Image => self.close_link(),
            TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::TableCell => {}
            _ => self.close_paragraph(),
        }
    }

    /// Writes the target of a link after its text, as inline code, unless the text contains it.
    fn close_link(&mut self) {
        let Some(target) = self.links.pop() else {
            return;
        };
        let said = self.run.ends_with(&target) || target.strip_prefix("mailto:").is_some();
        if !target.is_empty() && !said {
            self.run.push_str(" (");
            self.code(&target);
            self.run.push(')');
        }
    }

    fn close_run(&mut self) {
        let run: String = self.run.drain(..).filter_map(plain).collect();
        // Some viewers make a link from a bare address, and rustdoc warns of it.
        let is_linked = |word: &str| word.contains("://");
        push_text(&mut self.paragraph, &run, &[], is_linked, ToOwned::to_owned);
    }

    fn code(&mut self, text: &str) {
        self.close_run();
        push_code(&mut self.paragraph, &inline_code(text));
    }

    /// A block of HTML, without its comments.
    fn html(&mut self, html: &str) {
        let mut rest = html;
        while let Some((before, after)) = rest.split_once("<!--") {
            self.run.push_str(before);
            rest = after.split_once("-->").map_or("", |(_, after)| after);
        }
        for line in rest.split_inclusive('\n') {
            self.run.push_str(line.trim_end());
            if line.ends_with('\n') {
                self.break_line();
            }
        }
    }

    /// A tag in a paragraph: `<cardId>` was meant as text, `<b>` was not.
    fn tag(&mut self, tag: &str) {
        let name = html::name(tag);
        let name = name.trim_start_matches('/');
        if name == "br" {
            self.break_line();
        } else if !tag.starts_with("<!--") && !FORMATTING.contains(&name) {
            self.run.push_str(tag);
        }
    }

    fn break_line(&mut self) {
        self.close_run();
        self.paragraph.push('\n');
    }

    fn close_paragraph(&mut self) {
        self.close_run();
        let paragraph = std::mem::take(&mut self.paragraph);
        let lines: Vec<&str> = paragraph
            .lines()
            .map(str::trim)
            .filter(|line| !line.is_empty())
            .collect();
        if lines.is_empty() {
            return;
        }
        let mut indent = 0;
        let mut marker = None;
        if let Some((list, outer)) = self.lists.split_last_mut() {
            for outer in outer {
                if outer.marker.take().is_some() {
                    // The item has no text before its list, so it indents nothing.
                    outer.width = 0;
                }
                indent += outer.width;
            }
            marker = list.marker.take();
            if marker.is_none() {
                indent += list.width;
            }
        }
        let is_item = marker.is_some();
        if !(self.lines.is_empty() || is_item && self.after_item) {
            self.lines.push(String::new());
        }
        for line in lines {
            let marker = marker.take();
            let begin = " ".repeat(indent) + marker.as_deref().unwrap_or_default();
            indent = begin.len();
            self.lines.push(begin + &at_start(line));
        }
        self.after_item = is_item;
    }
}

/// A line, escaped so that it does not begin a block.
fn at_start(line: &str) -> String {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let rest = &line[digits..];
    if digits > 0 && rest.starts_with(['.', ')']) {
        format!("{}\\{rest}", &line[..digits])
    } else if line.starts_with(['#', '>', '-', '+', '*', '=', '_', '~', '|', ':']) {
        format!("\\{line}")
    } else {
        line.to_owned()
    }
}
