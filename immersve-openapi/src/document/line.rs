//! One line of Markdown as it is read, and the codes that it begins with.

use std::{mem, ops::Range, sync::Arc};

use crate::document::code::{is_code, words};

/// How a string is marked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Mark {
    Plain,
    /// Code, emphasis or a link.
    Marked,
    Strong,
}

/// A line: its text, and which parts of that are marked.
#[derive(Debug, Default)]
pub(crate) struct Line {
    text: String,
    /// Where parts of the text begin, and where they begin in the source.
    parts: Vec<(usize, usize)>,
    marked: Vec<Marked>,
    /// How many marks are open.
    open: usize,
    /// Where it ends in the source.
    stop: usize,
}

#[derive(Debug)]
struct Marked {
    mark: Mark,
    range: Range<usize>,
    /// Its place in the source, with its marks.
    outer: Range<usize>,
}

/// The codes that a line begins with.
#[derive(Debug)]
pub(crate) struct Codes {
    pub(crate) texts: Vec<Arc<str>>,
    /// Where they end in the source.
    pub(crate) end: usize,
    /// Whether the line has nothing else.
    pub(crate) alone: bool,
    /// Where the text after them begins.
    rest: usize,
}

impl Line {
    /// Adds text with this mark and the open marks.
    pub(crate) fn text(&mut self, text: &str, range: Range<usize>, mark: Mark) {
        if mark > Mark::Plain {
            self.begin(mark, range.clone());
        }
        self.parts.push((self.text.len(), range.start));
        self.text.push_str(text);
        self.extend(range.end);
        if mark > Mark::Plain {
            self.end(range.end);
        }
    }

    /// Begins a mark. The range includes the characters of the mark.
    pub(crate) fn begin(&mut self, mark: Mark, range: Range<usize>) {
        match self.marked.last_mut() {
            Some(marked) if self.open > 0 => marked.mark = marked.mark.max(mark),
            _ => {
                self.stop = self.stop.max(range.end);
                self.marked.push(Marked {
                    mark,
                    range: self.text.len()..self.text.len(),
                    outer: range,
                });
            }
        }
        self.open += 1;
    }

    pub(crate) fn end(&mut self, end: usize) {
        // A mark that began on the line before is not open here.
        if let Some(open) = self.open.checked_sub(1) {
            self.extend(end);
            self.open = open;
        }
    }

    fn extend(&mut self, end: usize) {
        self.stop = self.stop.max(end);
        if let Some(marked) = self.marked.last_mut().filter(|_| self.open > 0) {
            marked.range.end = self.text.len();
            marked.outer.end = marked.outer.end.max(end);
        }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.text.trim().is_empty()
    }

    /// Where its text begins in the source, marks included.
    pub(crate) fn start(&self) -> usize {
        self.first_marked()
            .map_or_else(|| self.place(self.first()), |(_, it)| it.outer.start)
    }

    /// Where it ends in the source.
    pub(crate) const fn stop(&self) -> usize {
        self.stop
    }

    /// The index of its first character that is not white space.
    fn first(&self) -> usize {
        self.text.len() - self.text.trim_start().len()
    }

    /// What it begins with, if that is marked.
    fn first_marked(&self) -> Option<(usize, &Marked)> {
        let first = self.first();
        let mut marked = self.marked.iter().enumerate();
        marked.find(|(_, marked)| marked.range.contains(&first))
    }

    /// The codes that it begins with, if they are not words of a sentence.
    ///
    /// Strong text is never part of a sentence. Other marked text may be, where a line was broken, and plain text
    /// may be anywhere. So those need a divider after them, or nothing.
    pub(crate) fn codes(&self, first_of_block: bool, heading: bool) -> Option<Codes> {
        let (mark, codes) = match self.first_marked() {
            Some((index, marked)) => (marked.mark, self.marked_codes(index, marked)?),
            None => (Mark::Plain, self.plain_codes()?),
        };
        let stands_out = codes.alone || heading || self.is_divided(codes.rest);
        let taken = match mark {
            Mark::Strong => true,
            Mark::Marked => first_of_block || stands_out || codes.texts.len() > 1,
            Mark::Plain => stands_out,
        };
        taken.then_some(codes)
    }

    /// Codes in marks, with only dividers between the marks.
    fn marked_codes(&self, index: usize, marked: &Marked) -> Option<Codes> {
        let mut last = marked;
        let mut texts = all_codes(self.get(last.range.clone()))?;
        for next in self.marked.iter().skip(index + 1) {
            let more = all_codes(self.get(next.range.clone()));
            let between = self.get(last.range.end..next.range.start);
            let Some(more) = more.filter(|_| is_divider(between)) else {
                break;
            };
            texts.extend(more);
            last = next;
        }
        Some(self.found(texts, last.outer.end, last.range.end))
    }

    /// Codes at the beginning of plain text.
    fn plain_codes(&self) -> Option<Codes> {
        let first = self.first();
        let mut marks = self.marked.iter().map(|marked| marked.range.start);
        let end = marks.find(|mark| *mark > first);
        let mut next = self.get(first..end.unwrap_or(self.text.len()));
        let end = first + next.len();
        let mut rest = first;
        let mut codes = Vec::new();
        while let Some((0, word)) = words(next).next()
            && is_code(word)
            && let Some(after) = next.get(word.len()..)
            && ends_word(after)
        {
            codes.push(Arc::from(word));
            rest = end - after.len();
            let Some(after) = after_divider(after) else {
                break;
            };
            next = after;
        }
        let place = self.place(rest.saturating_sub(1)) + 1;
        (!codes.is_empty()).then(|| self.found(codes, place, rest))
    }

    fn found(&self, texts: Vec<Arc<str>>, end: usize, rest: usize) -> Codes {
        Codes {
            texts,
            end,
            alone: self.rest(rest).is_empty(),
            rest,
        }
    }

    /// If the line is a single word in strong capitals: that word and its place.
    pub(crate) fn single_word(&self) -> Option<(&str, usize)> {
        let (_, marked) = self.first_marked()?;
        let rest = marked.range.end;
        let stands_out = self.is_divided(rest) || self.rest(rest).is_empty();
        let word = self.get(marked.range.clone()).trim();
        (marked.mark == Mark::Strong && stands_out)
            .then(|| (word.trim_end_matches(':'), marked.outer.start))
    }

    /// Whether the text after the codes begins with a divider, as `: text` and `- text` do.
    fn is_divided(&self, rest: usize) -> bool {
        let text = self.rest(rest);
        text.starts_with([':', '=', '(', '–', '—', '→']) || text.starts_with("- ") || text == "-"
    }

    /// The words after these codes, or all words, each with its place. A word ends where a mark begins or ends.
    pub(crate) fn words(&self, codes: Option<&Codes>) -> impl Iterator<Item = (usize, &str)> {
        let rest = codes.map_or(0, |codes| codes.rest);
        let marks = self.marked.iter().map(|marked| &marked.range);
        let ends = marks.flat_map(|range| [range.start, range.end]);
        let ends = ends.chain([self.text.len()]).filter(move |end| *end > rest);
        let mut start = rest;
        ends.flat_map(move |end| {
            let start = mem::replace(&mut start, end);
            words(self.get(start..end)).map(move |(at, word)| (self.place(start + at), word))
        })
    }

    fn get(&self, range: Range<usize>) -> &str {
        self.text.get(range).unwrap_or_default()
    }

    fn rest(&self, rest: usize) -> &str {
        self.get(rest..self.text.len()).trim()
    }

    /// The place in the source of a byte of the text.
    fn place(&self, at: usize) -> usize {
        let next = self.parts.partition_point(|(begin, _)| *begin <= at);
        let part = next.checked_sub(1).and_then(|part| self.parts.get(part));
        part.map_or(0, |(begin, place)| place + (at - begin))
    }
}

/// The codes of a string that has only codes and dividers.
fn all_codes(text: &str) -> Option<Vec<Arc<str>>> {
    let text = text.trim().trim_end_matches(':');
    let divides = |c: char| c.is_whitespace() || "/,|&\"'".contains(c);
    let words = text.split(divides).filter(|word| !word.is_empty());
    let mut codes = Vec::new();
    for word in words.filter(|word| !is_conjunction(word)) {
        if !is_code(word) {
            return None;
        }
        codes.push(Arc::from(word));
    }
    (!codes.is_empty()).then_some(codes)
}

/// Whether the word before this text is whole.
fn ends_word(rest: &str) -> bool {
    let ends = |c: char| c.is_whitespace() || ":/,|&=()–—→.;!?".contains(c);
    rest.is_empty() || rest.starts_with(ends) || rest.starts_with("- ")
}

fn is_conjunction(word: &str) -> bool {
    ["or", "and"].contains(&word)
}

/// Whether a string is nothing but what may be between two codes.
fn is_divider(text: &str) -> bool {
    after_divider(text).is_some_and(str::is_empty)
}

/// The text after a separator of two codes: `/`, `,`, `|` or `&`, `or` or `and`, or both.
fn after_divider(text: &str) -> Option<&str> {
    let text = text.trim_start();
    let after_sign = text.strip_prefix(['/', ',', '|', '&']).map(str::trim_start);
    let rest = after_sign.unwrap_or(text);
    let after_word = ["or", "and"].into_iter().find_map(|word| {
        let after = rest.strip_prefix(word)?;
        (after.is_empty() || after.starts_with(char::is_whitespace)).then(|| after.trim_start())
    });
    after_word.or(after_sign)
}
