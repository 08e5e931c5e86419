//! Reads the Markdown of a response's description: its codes, and the meaning of each.

use std::{cell::Cell, collections::HashSet, mem, ops::Range, sync::Arc};

use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use crate::document::{
    code::{is_code, resembles_code, resembles_single_word, without_invisible, words},
    html,
    line::{Codes, Line, Mark},
};

/// How many columns a table may have. The rows of a wider table are read as text.
const COLUMNS: usize = 16;

/// A code, and the text under it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Heading {
    pub(crate) code: Arc<str>,
    pub(crate) meaning: Arc<str>,
}

/// A word that looks like a code but is not read as one.
#[derive(Debug)]
pub(crate) struct UnreadWord {
    pub(crate) word: Box<str>,
    /// The line of the description, counted from 0.
    pub(crate) line: usize,
    pub(crate) why: Why,
    /// Whether there is a warning of it already.
    pub(crate) warned: Cell<bool>,
}

/// Why a word is not read as a code.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Why {
    /// It is inside other text.
    InText,
    /// It has no underscore.
    SingleWord,
    /// It has characters that a code does not have, or too many.
    Characters,
}

/// The codes of a description.
#[derive(Debug, Default)]
pub(crate) struct DescriptionCodes {
    /// The codes in the order of the text. A code that is there twice is in the list twice.
    pub(crate) headings: Vec<Heading>,
    pub(crate) unread: Vec<UnreadWord>,
    /// How many elements of Markdown it has.
    pub(crate) elements: usize,
}

impl DescriptionCodes {
    /// Reads Markdown, up to this number of elements.
    pub(crate) fn read(text: &str, most: usize) -> Self {
        let text = &*without_invisible(text);
        let mut reader = MarkdownReader::new(text);
        let mut options = Options::empty();
        options.set(Options::ENABLE_TABLES, !has_wide_table(text));
        for (event, range) in Parser::new_ext(text, options).into_offset_iter() {
            reader.found.elements += 1;
            if reader.found.elements > most {
                break;
            }
            reader.event(event, range);
        }
        reader.close(text.len());
        reader.found
    }
}

/// Whether there is a line between the head and the rows of a table with too many columns. The parser fills each row
/// up to the width of the head, so a wide table with empty rows is much larger in memory than in the text.
fn has_wide_table(text: &str) -> bool {
    text.lines().any(|line| {
        line.bytes()
            .all(|byte| b"|:-> \t*+.)0123456789".contains(&byte))
            && line.bytes().filter(|byte| *byte == b'|').count() > COLUMNS
    })
}

/// Codes whose meaning is being read.
struct OpenMeaning {
    codes: Vec<Arc<str>>,
    /// The text after the codes in a heading.
    title: String,
    /// Where the meaning begins.
    start: usize,
    /// How many containers the codes are in.
    depth: usize,
    /// The column of the codes, if they are in a list.
    indent: usize,
    quotes: usize,
    level: Option<HeadingLevel>,
}

/// A row of a table.
#[derive(Default)]
struct TableRow {
    codes: Vec<Arc<str>>,
    meaning: Vec<String>,
}

struct MarkdownReader<'t> {
    text: &'t str,
    found: DescriptionCodes,
    /// How many quotes are open.
    quotes: usize,
    /// How many items of lists are open.
    items: usize,
    open: Option<OpenMeaning>,
    line: Line,
    /// Whether the line is the first one of its block.
    first: bool,
    heading: Option<(HeadingLevel, Range<usize>)>,
    /// Where the table that is being read begins.
    table: Option<usize>,
    /// Whether the head of the table is being read.
    head: bool,
    row: TableRow,
    /// The start and the text of a block of HTML or of code.
    block: Option<(usize, String)>,
    reported: HashSet<String>,
    /// Where the lines end.
    ends: Vec<usize>,
}

impl<'t> MarkdownReader<'t> {
    fn new(text: &'t str) -> Self {
        Self {
            text,
            found: DescriptionCodes::default(),
            quotes: 0,
            items: 0,
            open: None,
            line: Line::default(),
            first: true,
            heading: None,
            table: None,
            head: false,
            row: TableRow::default(),
            block: None,
            reported: HashSet::new(),
            ends: text.match_indices('\n').map(|(end, _)| end).collect(),
        }
    }

    fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.begin(&tag, range),
            Event::End(tag) => self.end(tag, &range),
            Event::Text(text) => match &mut self.block {
                Some((_, block)) => block.push_str(&text),
                None => self.line.text(&text, range, Mark::Plain),
            },
            Event::Code(text) => self.line.text(&text, range, Mark::Marked),
            Event::Html(text) => {
                if let Some((_, block)) = &mut self.block {
                    block.push_str(&text);
                }
            }
            Event::InlineHtml(tag) => match &*html::name(&tag) {
                "b" | "strong" => self.line.begin(Mark::Strong, range),
                "code" | "em" | "i" | "tt" | "kbd" => self.line.begin(Mark::Marked, range),
                "/b" | "/strong" | "/code" | "/em" | "/i" | "/tt" | "/kbd" => {
                    self.line.end(range.end);
                }
                name if html::divides(name) => self.end_line(Some(range.end)),
                _ => {}
            },
            Event::SoftBreak | Event::HardBreak => self.end_line(Some(range.end)),
            Event::Rule => self.close(range.start),
            _ => {}
        }
    }

    fn begin(&mut self, tag: &Tag<'_>, range: Range<usize>) {
        match tag {
            Tag::Strong => return self.line.begin(Mark::Strong, range),
            Tag::Emphasis | Tag::Link { .. } => {
                return self.line.begin(Mark::Marked, range);
            }
            Tag::Image { .. } => return,
            _ => {}
        }
        self.end_line(None);
        match tag {
            Tag::BlockQuote(_) => self.quotes += 1,
            Tag::Item => self.items += 1,
            Tag::Heading { level, .. } => self.heading = Some((*level, range)),
            Tag::Table(_) => self.table = Some(range.start),
            Tag::TableHead => self.head = true,
            Tag::TableRow => self.row = TableRow::default(),
            Tag::HtmlBlock => self.block = Some((range.start, String::new())),
            Tag::CodeBlock(kind) => {
                // The code begins on the line after the backticks.
                let fence = match kind {
                    CodeBlockKind::Fenced(_) => {
                        self.text[range.clone()].find('\n').map_or(0, |at| at + 1)
                    }
                    CodeBlockKind::Indented => 0,
                };
                self.block = Some((range.start + fence, String::new()));
            }
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd, range: &Range<usize>) {
        match tag {
            TagEnd::Strong | TagEnd::Emphasis | TagEnd::Link => {
                return self.line.end(range.end);
            }
            TagEnd::Image => return,
            TagEnd::TableCell => return self.end_cell(range),
            _ => {}
        }
        self.end_line(None);
        match tag {
            TagEnd::BlockQuote(_) => {
                self.end_container(range.end);
                self.quotes = self.quotes.saturating_sub(1);
            }
            TagEnd::Item => {
                self.end_container(range.end);
                self.items = self.items.saturating_sub(1);
            }
            TagEnd::Heading(_) => self.heading = None,
            TagEnd::Table => self.table = None,
            TagEnd::TableHead => self.head = false,
            TagEnd::TableRow => self.end_row(),
            TagEnd::HtmlBlock | TagEnd::CodeBlock => {
                if let Some((start, mut block)) = self.block.take() {
                    if tag == TagEnd::HtmlBlock {
                        block = html::text(&block);
                    }
                    self.block_unread(start, &block);
                }
            }
            _ => {}
        }
    }

    /// Ends the meaning of codes that are in this container.
    fn end_container(&mut self, end: usize) {
        let depth = self.quotes + self.items;
        if self.open.as_ref().is_some_and(|open| open.depth >= depth) {
            self.close(end);
        }
    }

    /// Looks for codes in the line that was read. `next` is where the next line of the block begins, if there is one.
    fn end_line(&mut self, next: Option<usize>) {
        let line = mem::take(&mut self.line);
        let first = mem::replace(&mut self.first, next.is_none());
        if line.is_empty() {
            // An empty line, such as the one before a list, does not end a block.
            self.first |= first;
            return;
        }
        let heading = self.heading.clone();
        let codes = line.codes(first, heading.is_some());
        if let (true, Some((level, range))) = (first, &heading)
            && codes.is_none()
            && self
                .open
                .as_ref()
                .is_some_and(|open| open.level.is_none_or(|at| at >= *level))
        {
            self.close(range.start);
        }
        let Some(codes) = codes else {
            return self.line_unread(&line, None);
        };
        self.line_unread(&line, Some(&codes));
        let begin = self.text[..line.start()].rfind('\n').map_or(0, |at| at + 1);
        self.close(begin);
        let (title, start) = if let Some((_, range)) = &heading {
            let title = self.text.get(codes.end..line.stop()).unwrap_or_default();
            (without_divider(title).trim().to_owned(), range.end)
        } else {
            let start = next.filter(|_| codes.alone).unwrap_or(codes.end);
            let rest = self.text.get(start..).unwrap_or_default();
            (String::new(), self.text.len() - without_divider(rest).len())
        };
        let indent = line.start() - begin;
        self.open = Some(OpenMeaning {
            codes: codes.texts,
            title,
            start,
            depth: self.quotes + self.items,
            indent: if self.items > 0 { indent } else { 0 },
            quotes: self.quotes,
            level: heading.map(|(level, _)| level),
        });
    }

    /// Looks for codes in a cell of a table. The cells after the first one with codes are their meaning.
    fn end_cell(&mut self, range: &Range<usize>) {
        let line = mem::take(&mut self.line);
        let codes = line
            .codes(true, false)
            .filter(|codes| codes.alone && !self.head);
        match codes {
            Some(codes) if self.row.codes.is_empty() => self.row.codes = codes.texts,
            _ => {
                self.line_unread(&line, None);
                let cell = self.text.get(range.clone()).unwrap_or_default();
                let cell = cell.trim().replace("\\|", "|");
                if !self.row.codes.is_empty() && !cell.is_empty() {
                    self.row.meaning.push(cell);
                }
            }
        }
    }

    fn end_row(&mut self) {
        let row = mem::take(&mut self.row);
        if row.codes.is_empty() {
            return;
        }
        if let Some(start) = self.table {
            self.close(start);
        }
        self.add(row.codes, &row.meaning.join("\n"));
    }

    /// Ends the meaning that is being read.
    fn close(&mut self, end: usize) {
        let Some(open) = self.open.take() else {
            return;
        };
        let rest = self.text.get(open.start..end).unwrap_or_default();
        let before = self.text.get(..open.start).unwrap_or_default();
        let begins_line = before.ends_with('\n');
        let mut meaning = open.title;
        for (at, line) in rest.lines().enumerate() {
            let mut line = line;
            if at > 0 || begins_line {
                meaning.push('\n');
                for _ in 0..open.quotes {
                    let inner = line.trim_start();
                    let inner = inner.strip_prefix('>').unwrap_or(inner);
                    line = inner.strip_prefix(' ').unwrap_or(inner);
                }
                let blank = line.len() - line.trim_start_matches(' ').len();
                line = line.get(blank.min(open.indent)..).unwrap_or_default();
            }
            meaning.push_str(line.trim_end());
        }
        self.add(open.codes, meaning.trim());
    }

    fn add(&mut self, codes: Vec<Arc<str>>, meaning: &str) {
        let meaning: Arc<str> = meaning.into();
        self.found
            .headings
            .extend(codes.into_iter().map(|code| Heading {
                code,
                meaning: meaning.clone(),
            }));
    }

    /// Notes words of a line that look like codes, after the codes at its beginning.
    fn line_unread(&mut self, line: &Line, codes: Option<&Codes>) {
        if let Some((word, place)) = line.single_word()
            && resembles_single_word(word)
        {
            let line = self.line_at(place);
            self.add_unread(word, line, Why::SingleWord);
        }
        for (place, word) in line.words(codes) {
            if resembles_code(word) {
                let line = self.line_at(place);
                self.add_unread(word, line, why(word));
            }
        }
    }

    /// Notes words that look like codes in a block of code or HTML.
    fn block_unread(&mut self, start: usize, block: &str) {
        let first = self.line_at(start);
        for (number, line) in block.lines().enumerate() {
            for (_, word) in words(line).filter(|(_, word)| resembles_code(word)) {
                self.add_unread(word, first + number, why(word));
            }
        }
    }

    /// Notes a word the first time that it occurs.
    fn add_unread(&mut self, word: &str, line: usize, why: Why) {
        if self.reported.insert(word.to_owned()) {
            self.found.unread.push(UnreadWord {
                word: word.into(),
                line,
                why,
                warned: Cell::new(false),
            });
        }
    }

    /// The line of a place, counted from 0.
    fn line_at(&self, place: usize) -> usize {
        self.ends.partition_point(|end| *end < place)
    }
}

fn why(word: &str) -> Why {
    if is_code(word) {
        Why::InText
    } else {
        Why::Characters
    }
}

/// A string without the dividers at the beginning of its first line.
fn without_divider(text: &str) -> &str {
    text.trim_start_matches(|c: char| c != '\n' && c.is_whitespace() || ":-–—=→".contains(c))
}
