//! Reads an attribute in Rust source: its arguments, and where each stands.

use std::ops::Range;

use proc_macro2::{Delimiter, Group, Literal, TokenTree};
use syn::Lit;

use super::tokens::{Unread, line, pieces, word};

/// One attribute, from `#` to `]`, or a doc comment.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Attribute {
    pub(crate) range: Range<usize>,
    /// Between the parentheses of `#[immersve(...)]`.
    pub(crate) inner: Range<usize>,
    pub(crate) kind: AttributeKind,
}

#[derive(Debug, Clone, PartialEq)]
pub(crate) enum AttributeKind {
    /// `#[doc = "..."]` with its text.
    Doc(String),
    /// `#[immersve(...)]`.
    Immersve(Vec<Argument>),
    /// `#[deprecated]` with its note.
    Deprecated(Option<String>),
    /// `#[repr(...)]`.
    Repr(Vec<String>),
    /// `#[derive(...)]`, each with the last word of its path, also in `#[cfg_attr(...)]`.
    Derive(Vec<String>),
    Other,
}

/// `key` or `key = value`.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Argument {
    pub(crate) line: u64,
    pub(crate) range: Range<usize>,
    pub(crate) key_range: Range<usize>,
    pub(crate) key: String,
    pub(crate) value: Option<ArgumentValue>,
}

#[derive(Debug, Clone, PartialEq)]
pub(crate) enum ArgumentValue {
    Text(String),
    Number(u16),
    /// Anything else, such as a path.
    Other,
}

impl Attribute {
    /// Reads the attribute with this `#` and these `[...]`.
    pub(crate) fn read(pound: &TokenTree, brackets: &Group) -> Result<Self, Unread> {
        let start = pound.span().byte_range().start;
        let range = start..brackets.span().byte_range().end.max(start);
        let line = line(pound.span());
        let tokens: Vec<TokenTree> = brackets.stream().into_iter().collect();
        let kind = match &*tokens {
            [TokenTree::Ident(name), rest @ ..] => match &*name.to_string() {
                "doc" => match rest {
                    [TokenTree::Punct(_), TokenTree::Literal(literal)] => {
                        string(literal).map_or(AttributeKind::Other, AttributeKind::Doc)
                    }
                    _ => AttributeKind::Other,
                },
                "immersve" => AttributeKind::Immersve(arguments(rest, line)?),
                "deprecated" => AttributeKind::Deprecated(note(rest)),
                "derive" => AttributeKind::Derive(derives(rest)),
                "repr" => AttributeKind::Repr(derives(rest)),
                "cfg_attr" => conditional(rest, line)?,
                _ => AttributeKind::Other,
            },
            _ => AttributeKind::Other,
        };
        let inner = match &*tokens {
            [_, TokenTree::Group(group)] => {
                group.span_open().byte_range().end..group.span_close().byte_range().start
            }
            _ => 0..0,
        };
        Ok(Self { range, inner, kind })
    }

    pub(crate) fn arguments(&self) -> &[Argument] {
        match &self.kind {
            AttributeKind::Immersve(arguments) => arguments,
            _ => &[],
        }
    }
}

impl Argument {
    pub(crate) fn text(&self) -> Option<&str> {
        match self.value.as_ref()? {
            ArgumentValue::Text(text) => Some(text),
            _ => None,
        }
    }

    pub(crate) fn number(&self) -> Option<u16> {
        match self.value.as_ref()? {
            ArgumentValue::Number(number) => Some(*number),
            _ => None,
        }
    }
}

fn arguments(rest: &[TokenTree], at: u64) -> Result<Vec<Argument>, Unread> {
    let [TokenTree::Group(group)] = rest else {
        return Err(Unread::new(at, "`#[immersve]` has no arguments"));
    };
    if group.delimiter() != Delimiter::Parenthesis {
        let message = "expected the arguments of `#[immersve(...)]` in parentheses";
        return Err(Unread::new(at, message));
    }
    let pieces = pieces(group.stream());
    pieces.iter().map(|piece| argument(piece, at)).collect()
}

fn argument(piece: &[TokenTree], at: u64) -> Result<Argument, Unread> {
    let fault = || Unread::new(at, "an argument of `#[immersve(...)]` is not `key = value`");
    let (Some(TokenTree::Ident(key)), Some(last)) = (piece.first(), piece.last()) else {
        return Err(fault());
    };
    let key_range = key.span().byte_range();
    let range = key_range.start..last.span().byte_range().end;
    let value = match &piece[1..] {
        [] => None,
        [TokenTree::Punct(equals), value @ ..] if equals.as_char() == '=' => Some(match value {
            [] => return Err(fault()),
            [TokenTree::Literal(literal)] => match Lit::new(literal.clone()) {
                Lit::Str(text) => ArgumentValue::Text(text.value()),
                Lit::Int(number) => number
                    .base10_parse()
                    .map_or(ArgumentValue::Other, ArgumentValue::Number),
                _ => ArgumentValue::Other,
            },
            _ => ArgumentValue::Other,
        }),
        _ => return Err(fault()),
    };
    let line = line(key.span());
    let key = word(&key.to_string());
    Ok(Argument {
        line,
        range,
        key_range,
        key,
        value,
    })
}

/// Reads a conditional attribute. For a derive the condition does not matter; an attribute of a code cannot be read, as
/// the condition is not known.
fn conditional(rest: &[TokenTree], at: u64) -> Result<AttributeKind, Unread> {
    let [TokenTree::Group(group)] = rest else {
        return Ok(AttributeKind::Other);
    };
    let mut found = Vec::new();
    for piece in pieces(group.stream()).iter().skip(1) {
        if let [TokenTree::Ident(name), rest @ ..] = &**piece {
            match &*name.to_string() {
                "derive" => found.extend(derives(rest)),
                name @ ("immersve" | "deprecated") => {
                    let message =
                        format!("`{name}` is in `#[cfg_attr(...)]`, so it depends on the build");
                    return Err(Unread::new(at, message));
                }
                _ => {}
            }
        }
    }
    Ok(if found.is_empty() {
        AttributeKind::Other
    } else {
        AttributeKind::Derive(found)
    })
}

fn derives(rest: &[TokenTree]) -> Vec<String> {
    let [TokenTree::Group(group)] = rest else {
        return Vec::new();
    };
    let pieces = pieces(group.stream());
    let last = pieces.iter().filter_map(|piece| match piece.last() {
        Some(TokenTree::Ident(name)) => Some(word(&name.to_string())),
        _ => None,
    });
    last.collect()
}

fn note(rest: &[TokenTree]) -> Option<String> {
    let text = |tokens: &[TokenTree]| match tokens {
        [TokenTree::Punct(_), TokenTree::Literal(literal)] => string(literal),
        _ => None,
    };
    match rest {
        [TokenTree::Group(group)] => {
            pieces(group.stream())
                .iter()
                .find_map(|piece| match &**piece {
                    [TokenTree::Ident(key), value @ ..] if *key == "note" => text(value),
                    _ => None,
                })
        }
        value => text(value),
    }
}

fn string(literal: &Literal) -> Option<String> {
    match Lit::new(literal.clone()) {
        Lit::Str(text) => Some(text.value()),
        _ => None,
    }
}
