//! Finds code enums among the tokens of a Rust file, anywhere in it.

use std::{borrow::Cow, collections::HashSet};

use proc_macro2::{Delimiter, TokenStream, TokenTree};

use super::{
    attribute::{Attribute, AttributeKind},
    imports::Imports,
    item::{EnumItem, operation},
    mention::{CatalogueMention, mentions},
    tokens::{DERIVE, Unread, each_stream, line, word},
};
use crate::document::warning::Warning;

/// The enums of a file.
#[derive(Debug, Default)]
pub(crate) struct Scanned {
    /// In the order of the text.
    pub(crate) items: Vec<EnumItem>,
    pub(crate) unread: Vec<Warning>,
    pub(crate) mentions: Vec<CatalogueMention>,
}

/// The code enums of a Rust file.
///
/// It only reads tokens. So it works with any edition, with later syntax, and with expressions nested at any depth.
pub(crate) fn scan(file: &str, text: &str) -> Scanned {
    let before = preamble(text);
    // Spaces in their place keep the offsets.
    let text = match before {
        0 => Cow::Borrowed(text),
        _ => Cow::Owned(" ".repeat(before) + &text[before..]),
    };
    let mut found = Scanned::default();
    let tokens = match text.parse::<TokenStream>() {
        Ok(tokens) => tokens,
        Err(error) => {
            let warning = Warning::new(file.into(), line(error.span()), "not Rust");
            found.unread.push(warning);
            return found;
        }
    };
    let names = derive_names(&tokens);
    let imports = Imports::of(&tokens);
    let mut streams = vec![tokens.clone()];
    while let Some(stream) = streams.pop() {
        let tokens: Vec<TokenTree> = stream.into_iter().collect();
        for (at, token) in tokens.iter().enumerate() {
            match token {
                TokenTree::Ident(ident) if ident == "enum" => {
                    look_at_enum(file, &tokens, at, &names, &mut found);
                }
                TokenTree::Group(group) => match macro_before(&tokens[..at]) {
                    Some(name) if !matches!(&*name, "cfg_if" | "cfg_select") => {
                        if writes_codes(group.stream(), &names) {
                            let message = format!(
                                "the macro `{name}` contains a code enum; enums in macros are not read"
                            );
                            let line = line(group.span());
                            found.unread.push(Warning::new(file.into(), line, message));
                        }
                    }
                    _ => streams.push(group.stream()),
                },
                _ => {}
            }
        }
    }
    let own = found.items.iter().map(|item| item.name.clone()).collect();
    for item in &mut found.items {
        item.resolve(&imports, &own);
    }
    found.mentions = mentions(file, &tokens, &imports, &own);
    found.items.sort_by_key(|item| item.range.start);
    found.unread.sort_by_key(Warning::line);
    found
}

/// The names of the derive in this file: its own, and those of `use ... as ...`.
fn derive_names(tokens: &TokenStream) -> HashSet<String> {
    let mut names = HashSet::from([DERIVE.to_owned()]);
    each_stream(tokens.clone(), |tokens| {
        for window in tokens.windows(3) {
            if let [
                TokenTree::Ident(from),
                TokenTree::Ident(keyword),
                TokenTree::Ident(to),
            ] = window
                && from == DERIVE
                && keyword == "as"
                && to != "_"
            {
                names.insert(word(&to.to_string()));
            }
        }
    });
    names
}

/// Whether tokens name both the derive and an operation.
fn writes_codes(tokens: TokenStream, names: &HashSet<String>) -> bool {
    let (mut derive, mut operation) = (false, false);
    each_stream(tokens, |tokens| {
        for token in tokens {
            if let TokenTree::Ident(ident) = token {
                let name = word(&ident.to_string());
                derive |= names.contains(&name);
                operation |= name == "operation";
            }
        }
    });
    derive && operation
}

/// The macro that is called or defined with the tokens after these.
fn macro_before(tokens: &[TokenTree]) -> Option<String> {
    let name = match tokens {
        [.., TokenTree::Ident(name), TokenTree::Punct(bang)] if bang.as_char() == '!' => name,
        [
            ..,
            TokenTree::Ident(rules),
            TokenTree::Punct(bang),
            TokenTree::Ident(name),
        ] if rules == "macro_rules" && bang.as_char() == '!' => name,
        [
            ..,
            TokenTree::Ident(word),
            TokenTree::Ident(name),
            TokenTree::Group(_),
        ]
        | [.., TokenTree::Ident(word), TokenTree::Ident(name)]
            if word == "macro" =>
        {
            name
        }
        _ => return None,
    };
    // `if !{ ... }` is not a macro call.
    let keyword = [
        "if", "while", "match", "return", "in", "break", "else", "yield", "do",
    ]
    .iter()
    .any(|keyword| name == keyword);
    (!keyword).then(|| word(&name.to_string()))
}

fn look_at_enum(
    file: &str,
    tokens: &[TokenTree],
    at: usize,
    names: &HashSet<String>,
    found: &mut Scanned,
) {
    let Some(TokenTree::Ident(name)) = tokens.get(at + 1) else {
        return;
    };
    let name = word(&name.to_string());
    let start = first_attribute(tokens, at);
    let mut attributes = Vec::new();
    let mut unread = None;
    for pair in tokens[start..].chunks_exact(2) {
        let [pound @ TokenTree::Punct(_), TokenTree::Group(brackets)] = pair else {
            break;
        };
        match Attribute::read(pound, brackets) {
            Ok(attribute) => attributes.push(attribute),
            Err(fault) => unread = unread.or(Some(fault)),
        }
    }
    let derived = attributes.iter().any(|attribute| match &attribute.kind {
        AttributeKind::Derive(derives) => derives.iter().any(|derive| names.contains(derive)),
        _ => false,
    });
    let byte = |at: usize| tokens[at].span().byte_range();
    let has_operation = operation(&attributes).is_some();
    let mut say = |fault: Unread| {
        let message = format!("cannot read `{name}`: {}", fault.message);
        found
            .unread
            .push(Warning::new(file.into(), fault.line, message));
    };
    if !derived {
        if has_operation {
            let message = format!("it names an operation but does not derive `{DERIVE}`");
            say(Unread::new(line(tokens[at].span()), message));
        }
        return;
    }
    if let Some(fault) = unread {
        return say(fault);
    }
    let Some(TokenTree::Group(braces)) = tokens.get(at + 2) else {
        return say(Unread::new(
            line(tokens[at].span()),
            "it has generic parameters",
        ));
    };
    if braces.delimiter() != Delimiter::Brace {
        return say(Unread::new(
            line(tokens[at].span()),
            "it has no variants in braces",
        ));
    }
    let range = byte(start).start..byte(at + 2).end;
    let line = line(tokens[start].span());
    match EnumItem::read(&name, &attributes, line, range, braces) {
        Ok(item) => found.items.push(item),
        Err(fault) => say(fault),
    }
}

/// The index of the first attribute before `enum`, or of the first token if there is no attribute.
fn first_attribute(tokens: &[TokenTree], at: usize) -> usize {
    let before = tokens.get(..at).unwrap_or_default();
    let mut before = match before {
        [before @ .., TokenTree::Ident(word)] if word == "pub" => before,
        [before @ .., TokenTree::Ident(word), TokenTree::Group(scope)]
            if word == "pub" && scope.delimiter() == Delimiter::Parenthesis =>
        {
            before
        }
        before => before,
    };
    while let [
        rest @ ..,
        TokenTree::Punct(pound),
        TokenTree::Group(brackets),
    ] = before
        && pound.as_char() == '#'
        && brackets.delimiter() == Delimiter::Bracket
    {
        before = rest;
    }
    before.len()
}

/// The length of the byte order mark and the `#!` line, which are not tokens.
fn preamble(text: &str) -> usize {
    let mark = if text.starts_with('\u{feff}') { 3 } else { 0 };
    let rest = &text[mark..];
    // `#![...]` is an attribute, also with white space between.
    let script = rest
        .strip_prefix("#!")
        .is_some_and(|rest| !rest.trim_start().starts_with('['));
    if script {
        mark + rest.find('\n').unwrap_or(rest.len())
    } else {
        mark
    }
}
