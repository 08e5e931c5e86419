//! Writes the meaning of a code as a doc comment that contains no code to run.
//!
//! The text comes from a document that is not trusted, and `cargo test` compiles and runs the code blocks of a doc
//! comment. So the text is parsed, and only what a reader would see is written: paragraphs, lists and inline code,
//! without HTML and without links.

use pulldown_cmark::{BrokenLink, CowStr, Event, Options, Parser, Tag, TagEnd};

use super::code_span;

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
    let words = |line: &String| line.replace(|c: char| !c.is_alphanumeric(), " ");
    let words: Vec<String> = lines.iter().map(words).collect();
    vec![
        words
            .join(" ")
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" "),
    ]
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

struct Renderer {
    lines: Vec<String>,
    /// Text that is not escaped yet, because that depends on what follows it.
    run: String,
    /// The paragraph so far, in Markdown.
    paragraph: String,
    lists: Vec<MarkdownList>,
    /// The targets of the open links.
    links: Vec<String>,
    /// Whether an item of a list was written last.
    after_item: bool,
}

struct MarkdownList {
    /// The number of the next item, if the items are numbered.
    number: Option<u64>,
    /// The marker of the item, until it is written.
    marker: Option<String>,
    width: usize,
}

impl Renderer {
    fn render(markdown: &str) -> Vec<String> {
        let mut renderer = Self {
            lines: Vec::new(),
            run: String::new(),
            paragraph: String::new(),
            lists: Vec::new(),
            links: Vec::new(),
            after_item: false,
        };
        let options = rustdoc() - Options::ENABLE_SMART_PUNCTUATION;
        let mut code_block = false;
        for event in Parser::new_ext(markdown, options) {
            match event {
                Event::Start(Tag::CodeBlock(_)) => {
                    renderer.close_paragraph();
                    code_block = true;
                }
                Event::End(TagEnd::CodeBlock) => {
                    renderer.close_paragraph();
                    code_block = false;
                }
                Event::Text(text) if code_block => {
                    for line in text.split_inclusive('\n') {
                        renderer.code(line);
                        if line.ends_with('\n') {
                            renderer.break_line();
                        }
                    }
                }
                event => renderer.event(event),
            }
        }
        renderer.close_paragraph();
        renderer.lines
    }

    fn event(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(end) => self.end(end),
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
        match tag {
            Tag::List(number) => {
                self.close_paragraph();
                self.lists.push(MarkdownList {
                    number,
                    marker: None,
                    width: 0,
                });
            }
            Tag::Item => {
                self.close_paragraph();
                if let Some(list) = self.lists.last_mut() {
                    let marker = match &mut list.number {
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
            Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. } => self.open_link(&dest_url),
            Tag::TableCell if !self.run.is_empty() || !self.paragraph.is_empty() => {
                self.run.push_str(" – ");
            }
            Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::TableCell => {}
            _ => self.close_paragraph(),
        }
    }

    fn end(&mut self, end: TagEnd) {
        match end {
            TagEnd::List(_) => {
                self.close_paragraph();
                self.lists.pop();
            }
            TagEnd::Link | TagEnd::Image => self.close_link(),
            TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::TableCell => {}
            _ => self.close_paragraph(),
        }
    }

    /// Writes the target of a link after its text, as inline code, unless the text contains it.
    fn open_link(&mut self, target: &CowStr<'_>) {
        self.links.push(target.to_string());
    }

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
        if !run.contains("://") {
            let run = escape(&run);
            self.paragraph.push_str(&run);
            return;
        }
        // Some viewers make a link from a bare address, and rustdoc warns of it.
        for word in run.split_inclusive(' ') {
            let address = word.trim_matches(|c: char| "()[]<>.,;:!?\"' ".contains(c));
            let around = word.split_once(address);
            if let Some((before, after)) = around.filter(|_| address.contains("://")) {
                let (before, after) = (escape(before), escape(after));
                self.paragraph.push_str(&before);
                self.push_code(address);
                self.paragraph.push_str(&after);
            } else {
                let word = escape(word);
                self.paragraph.push_str(&word);
            }
        }
    }

    fn code(&mut self, text: &str) {
        self.close_run();
        self.push_code(text);
    }

    fn push_code(&mut self, text: &str) {
        let code = inline_code(text);
        if !code.is_empty() && self.paragraph.ends_with('`') {
            self.paragraph.push(' ');
        }
        self.paragraph.push_str(&code);
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
        let name = tag.trim_start_matches(['<', '/']);
        let name = name
            .split(|c: char| !c.is_ascii_alphanumeric())
            .next()
            .unwrap_or_default()
            .to_ascii_lowercase();
        if name == "br" {
            self.break_line();
        } else if !tag.starts_with("<!--") && !FORMATTING.contains(&&*name) {
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
        let kept = self.lists.len().min(DEEPEST);
        let mut indent = 0;
        let mut marker = None;
        for list in &mut self.lists[..kept.saturating_sub(1)] {
            if list.marker.take().is_some() {
                // The item has no text before its list, so it indents nothing.
                list.width = 0;
            }
            indent += list.width;
        }
        let mut deepest = None;
        for list in &mut self.lists[kept.saturating_sub(1)..] {
            marker = list.marker.take().or(marker);
            deepest = deepest.or(Some(list.width));
        }
        let is_item = marker.is_some();
        if !(self.lines.is_empty() || is_item && self.after_item) {
            self.lines.push(String::new());
        }
        for line in lines {
            let mut text = " ".repeat(indent);
            match marker.take() {
                Some(marker) => text.push_str(&marker),
                None => text.push_str(&" ".repeat(deepest.unwrap_or(0))),
            }
            text.push_str(&at_start(line));
            self.lines.push(text);
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

/// A string, escaped so that it has no meaning in Markdown, with as few backslashes as possible.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    let mut before = None;
    while let Some(c) = chars.next() {
        let after = chars.peek().copied();
        let alphanumeric = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        let special = match c {
            '`' | '*' | '[' | ']' | '<' | '~' | '|' => true,
            '\\' => after.is_none_or(|c| c.is_ascii_punctuation()),
            '_' => !(alphanumeric(before) && alphanumeric(after)),
            '&' => after.is_some_and(|c| c.is_ascii_alphanumeric() || c == '#'),
            _ => false,
        };
        if special {
            escaped.push('\\');
        }
        escaped.push(c);
        before = Some(c);
    }
    escaped
}
