//! Writes the arguments of an attribute anew, each with the white space and the comments that belong to it.

use crate::{
    scaffold::variant::Layout,
    source::attribute::{Argument, Attribute},
    update::insert::{block_comment, end_of_line, next_on_line},
};

/// An argument of an attribute after an edit.
pub(crate) struct Piece<'a> {
    pub(crate) old: Option<&'a Argument>,
    /// Its key, if that changes.
    pub(crate) key: Option<&'static str>,
    /// The source of a new argument.
    new: String,
}

impl<'a> Piece<'a> {
    pub(crate) const fn kept(old: &'a Argument) -> Self {
        Self {
            old: Some(old),
            key: None,
            new: String::new(),
        }
    }

    pub(crate) const fn new(source: String) -> Self {
        Self {
            old: None,
            key: None,
            new: source,
        }
    }

    pub(crate) const fn is_unchanged(&self) -> bool {
        self.old.is_some() && self.key.is_none()
    }

    pub(crate) fn source(&self, text: &str) -> String {
        match (self.old, self.key) {
            (None, _) => self.new.clone(),
            (Some(old), None) => text[old.range.clone()].to_owned(),
            (Some(old), Some(key)) => {
                format!("{key}{}", &text[old.key_range.end..old.range.end])
            }
        }
    }
}

/// What stands around an argument. A comment after it on its line belongs to it, and so do those before it since the
/// argument before.
struct Surroundings<'t> {
    /// The white space before all of it.
    space: &'t str,
    /// The comments before it.
    before: &'t str,
    /// Up to the comma.
    between: &'t str,
    has_comma: bool,
    /// The comments after the comma.
    after: &'t str,
}

/// What stands between the parentheses of an attribute, with these arguments instead of its own.
pub(crate) fn rebuilt(
    text: &str,
    attribute: &Attribute,
    pieces: &[Piece<'_>],
    layout: &Layout,
) -> String {
    let (old, tail) = surroundings(text, attribute);
    let first = old.first().map_or("", |first| first.space);
    let newline = format!("{}{}{}", layout.newline, layout.indent, layout.step);
    let separator = match old.get(1) {
        _ if first.contains('\n') => first,
        Some(second) => second.space,
        None => " ",
    };
    let ends_with_comma = old.last().is_some_and(|last| last.has_comma);

    let mut now = String::new();
    let mut line_is_comment = false;
    for (at, piece) in pieces.iter().enumerate() {
        let index = piece
            .old
            .and_then(|old| attribute.arguments().iter().position(|it| it == old));
        let around = index.and_then(|index| old.get(index));
        let space = match (at, index, around) {
            (0, ..) => first,
            (_, Some(1..), Some(around)) => around.space,
            _ => separator,
        };
        let ends_line = space
            .trim_start_matches([' ', '\t', '\r'])
            .starts_with('\n');
        now.push_str(if line_is_comment && !ends_line {
            &newline
        } else {
            space
        });
        now.push_str(around.map_or("", |around| around.before));
        now.push_str(&piece.source(text));
        let needs_comma = ends_with_comma || at + 1 < pieces.len();
        let (between, after, has_comma) =
            around.map_or(("", "", false), |it| (it.between, it.after, it.has_comma));
        if needs_comma && is_open(between) {
            now.push(',');
            now.push_str(between);
        } else {
            now.push_str(between);
            now.push_str(if needs_comma { "," } else { "" });
        }
        now.push_str(after);
        line_is_comment = is_open(if has_comma { after } else { between });
    }
    if line_is_comment && !tail.contains('\n') {
        now.push_str(layout.newline);
        now.push_str(&layout.indent);
    }
    now + tail
}

/// What stands around each argument, and what stands after all of them.
fn surroundings<'t>(text: &'t str, attribute: &Attribute) -> (Vec<Surroundings<'t>>, &'t str) {
    let arguments = attribute.arguments();
    let mut at = attribute.inner.start;
    let mut all = Vec::new();
    for (index, argument) in arguments.iter().enumerate() {
        let before = &text[at..argument.range.start];
        let blank = before.len() - before.trim_start().len();
        let next = arguments.get(index + 1);
        let end = next.map_or(attribute.inner.end, |next| next.range.start);
        let gap = &text[argument.range.end..end];
        let comma = comma(gap);
        let rest = argument.range.end + comma.map_or(0, |comma| comma + 1);
        let own = own_comments(&text[rest..end], next.is_none());
        all.push(Surroundings {
            space: &before[..blank],
            before: &before[blank..],
            between: match comma {
                Some(comma) => &gap[..comma],
                None => &text[rest..rest + own],
            },
            has_comma: comma.is_some(),
            after: match comma {
                Some(_) => &text[rest..rest + own],
                None => "",
            },
        });
        at = rest + own;
    }
    (all, &text[at..attribute.inner.end])
}

/// The index of the comma that is not in a comment.
fn comma(gap: &str) -> Option<usize> {
    let mut at = 0;
    loop {
        let rest = gap.get(at..)?;
        let next = rest.chars().next()?;
        at += match next {
            ',' => return Some(at),
            '/' => comment(rest)?,
            other => other.len_utf8(),
        };
    }
}

/// The length of the comment that a string begins with, without its newline; `None` if it has no end here.
fn comment(text: &str) -> Option<usize> {
    if text.starts_with("//") {
        text.find('\n')
    } else {
        block_comment(text)
    }
}

/// The length of the comments on the rest of the line, if nothing else is on it. At the end of the arguments, no
/// newline has to follow.
fn own_comments(gap: &str, is_last: bool) -> usize {
    match end_of_line(gap, 0) {
        Some(end) => end,
        None if is_last && next_on_line(gap, 0) < gap.trim_end().len() => gap.trim_end().len(),
        None => 0,
    }
}

/// Whether comments and white space end with a comment that the line ends.
fn is_open(gap: &str) -> bool {
    let mut rest = gap;
    while let Some(at) = rest.find('/') {
        rest = &rest[at..];
        match comment(rest) {
            Some(length) => rest = &rest[length..],
            None => return true,
        }
    }
    false
}
