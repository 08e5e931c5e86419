//! One line of Markdown as it is read, and the codes that it begins with.

use std::{ops::Range, sync::Arc};

use crate::document::code::{is_code, words};

/// How a string is marked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Mark {
    Plain,
    /// Code, emphasis or a link.
    Marked,
    Strong,
}

/// A line, as runs of text with the same mark.
#[derive(Debug, Default)]
pub(crate) struct Line {
    runs: Vec<Run>,
    /// How many marks are open.
    marks: usize,
}

#[derive(Debug)]
struct Run {
    text: String,
    mark: Mark,
    /// Its place in the source, with its marks.
    outer: Range<usize>,
    /// The places of parts of the text: where each begins in the source, and where in the text.
    parts: Vec<(usize, usize)>,
}

/// The codes that a line begins with.
#[derive(Debug)]
pub(crate) struct Codes {
    pub(crate) texts: Vec<Arc<str>>,
    /// Where they end in the source.
    pub(crate) end: usize,
    /// Whether the line has nothing else.
    pub(crate) alone: bool,
    rest: Rest,
}

/// Where the text after the codes begins: the number of the run, and the byte.
#[derive(Debug, Clone, Copy)]
struct Rest {
    run: usize,
    byte: usize,
}

impl Run {
    /// The place in the source of a byte of the text.
    fn place(&self, at: usize) -> usize {
        let next = self.parts.partition_point(|(begin, _)| *begin <= at);
        let part = next.checked_sub(1).and_then(|part| self.parts.get(part));
        part.map_or(self.outer.start, |(begin, place)| place + (at - begin))
    }
}

impl Line {
    /// Adds text with this mark or with the open marks.
    pub(crate) fn text(&mut self, text: &str, range: Range<usize>, mark: Mark) {
        let joins = self.marks > 0 || mark == Mark::Plain;
        match self.runs.last_mut() {
            Some(run) if joins && (self.marks > 0 || run.mark == Mark::Plain) => {
                run.parts.push((run.text.len(), range.start));
                run.text.push_str(text);
                run.mark = run.mark.max(mark);
                run.outer.end = run.outer.end.max(range.end);
            }
            _ => self.runs.push(Run {
                text: text.to_owned(),
                mark,
                parts: vec![(0, range.start)],
                outer: range,
            }),
        }
    }

    /// Begins a mark. The range includes the characters of the mark.
    pub(crate) fn begin(&mut self, mark: Mark, range: Range<usize>) {
        match self.runs.last_mut() {
            Some(run) if self.marks > 0 => run.mark = run.mark.max(mark),
            _ => self.runs.push(Run {
                text: String::new(),
                mark,
                parts: Vec::new(),
                outer: range,
            }),
        }
        self.marks += 1;
    }

    pub(crate) fn end(&mut self, end: usize) {
        // A mark that began on the line before has no run here.
        if let Some(marks) = self.marks.checked_sub(1) {
            self.marks = marks;
            if let Some(run) = self.runs.last_mut() {
                run.outer.end = run.outer.end.max(end);
            }
        }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.runs.iter().all(|run| run.text.trim().is_empty())
    }

    /// Where its text begins in the source, marks included.
    pub(crate) fn start(&self) -> usize {
        self.first()
            .and_then(|first| self.runs.get(first))
            .map_or(0, |run| run.outer.start)
    }

    /// Where it ends.
    pub(crate) fn stop(&self) -> usize {
        self.runs.last().map_or(0, |run| run.outer.end)
    }

    /// The number of the first run that is not empty.
    fn first(&self) -> Option<usize> {
        self.runs.iter().position(|run| !run.text.trim().is_empty())
    }

    /// The codes that it begins with, if they are not words of a sentence.
    ///
    /// Strong text is never part of a sentence. Other marked text may be, where a line was broken, and plain text
    /// may be anywhere. So those need a divider after them, or nothing.
    pub(crate) fn codes(&self, first_of_block: bool, heading: bool) -> Option<Codes> {
        let first = self.first()?;
        let mark = self.runs.get(first)?.mark;
        let codes = match mark {
            Mark::Plain => self.plain_codes(first)?,
            Mark::Marked | Mark::Strong => self.marked_codes(first)?,
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
    fn marked_codes(&self, first: usize) -> Option<Codes> {
        let mut run = first;
        let mut codes = all_codes(&self.runs.get(run)?.text)?;
        while let (Some(between), Some(next)) = (self.runs.get(run + 1), self.runs.get(run + 2))
            && between.mark == Mark::Plain
            && next.mark > Mark::Plain
            && is_divider(&between.text)
            && let Some(more) = all_codes(&next.text)
        {
            codes.extend(more);
            run += 2;
        }
        let rest = Rest {
            run: run + 1,
            byte: 0,
        };
        Some(Codes {
            texts: codes,
            end: self.runs.get(run)?.outer.end,
            alone: self.rest(rest).all(|text| text.trim().is_empty()),
            rest,
        })
    }

    /// Codes at the beginning of plain text.
    fn plain_codes(&self, first: usize) -> Option<Codes> {
        let run = self.runs.get(first)?;
        let text = &run.text;
        let mut codes = Vec::new();
        let mut end = 0;
        let mut next = text.trim_start();
        while let Some((0, word)) = words(next).next()
            && is_code(word)
            && let Some(rest) = next.get(word.len()..)
            && ends_word(rest)
        {
            codes.push(Arc::from(word));
            end = text.len() - rest.len();
            let Some(after) = after_divider(rest) else {
                break;
            };
            next = after;
        }
        let rest = Rest {
            run: first,
            byte: end,
        };
        (!codes.is_empty()).then(|| Codes {
            texts: codes,
            end: run.place(end.saturating_sub(1)) + 1,
            alone: self.rest(rest).all(|text| text.trim().is_empty()),
            rest,
        })
    }

    /// If the line is a single word in strong capitals: that word and its place.
    pub(crate) fn single_word(&self) -> Option<(&str, usize)> {
        let first = self.first()?;
        let run = self.runs.get(first)?;
        let rest = Rest {
            run: first + 1,
            byte: 0,
        };
        let stands_out =
            self.is_divided(rest) || self.rest(rest).all(|text| text.trim().is_empty());
        (run.mark == Mark::Strong && stands_out)
            .then(|| (run.text.trim().trim_end_matches(':'), run.outer.start))
    }

    fn rest(&self, rest: Rest) -> impl Iterator<Item = &str> {
        let runs = self.runs.iter().enumerate().skip(rest.run);
        runs.map(move |(number, run)| {
            let from = if number == rest.run { rest.byte } else { 0 };
            run.text.get(from..).unwrap_or_default()
        })
    }

    /// Whether the text after the codes begins with a divider, as `: text` and `- text` do.
    fn is_divided(&self, rest: Rest) -> bool {
        let Some(text) = self.rest(rest).find(|text| !text.trim().is_empty()) else {
            return false;
        };
        let text = text.trim_start();
        text.starts_with([':', '=', '(', '–', '—', '→']) || text.starts_with("- ") || text == "-"
    }

    /// The words after these codes, or all words, each with its place.
    pub(crate) fn words(&self, codes: Option<&Codes>) -> impl Iterator<Item = (usize, &str)> {
        let rest = codes.map_or(Rest { run: 0, byte: 0 }, |codes| codes.rest);
        let runs = self.runs.iter().enumerate().skip(rest.run);
        runs.flat_map(move |(number, run)| {
            let from = if number == rest.run { rest.byte } else { 0 };
            let text = run.text.get(from..).unwrap_or_default();
            words(text).map(move |(at, word)| (run.place(from + at), word))
        })
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
