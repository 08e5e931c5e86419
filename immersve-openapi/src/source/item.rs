//! Reads a code enum in Rust source: its variants, as the derive reads them, and where they stand.

use std::{collections::HashSet, ops::Range};

use proc_macro2::{Delimiter, Group, TokenTree};
use syn::Lit;

use super::{
    attribute::{Argument, Attribute, AttributeKind},
    imports::{Imports, Leads},
    tokens::{Unread, is_comma, line, word},
};
use crate::naming::wire_name;

/// An enum that derives the trait.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct EnumItem {
    pub(crate) name: String,
    pub(crate) operation: Option<String>,
    /// The line where it begins, counted from 1.
    pub(crate) line: u64,
    /// From the first attribute to the closing brace.
    pub(crate) range: Range<usize>,
    /// Between the braces.
    pub(crate) body: Range<usize>,
    pub(crate) variants: Vec<EnumVariant>,
    /// The type of the discriminants, if `#[repr(...)]` has one.
    pub(crate) repr: Option<String>,
}

#[derive(Debug, Clone, PartialEq)]
pub(crate) struct EnumVariant {
    pub(crate) name: String,
    pub(crate) attributes: Vec<Attribute>,
    /// From the first attribute to the last token before the comma.
    pub(crate) range: Range<usize>,
    /// Where the name begins.
    pub(crate) head: usize,
    /// The line of the name, counted from 1.
    pub(crate) line: u64,
    /// The end of the comma after it, if it has one.
    pub(crate) comma: Option<usize>,
    pub(crate) role: VariantRole,
    pub(crate) discriminant: Discriminant,
}

/// The discriminant of a variant.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Discriminant {
    Implicit,
    Number(i128),
    /// Another expression.
    Unknown,
}

#[derive(Debug, Clone, PartialEq)]
pub(crate) enum VariantRole {
    Code(VariantCode),
    /// Embeds the enum with this path; `None` for a type that is not a path.
    Embed {
        path: Option<Vec<String>>,
        leads: Leads,
        /// The name of the enum where its path leads.
        name: Option<String>,
        open: bool,
    },
    Unknown,
}

#[derive(Debug, Clone, PartialEq)]
pub(crate) struct VariantCode {
    pub(crate) text: String,
    pub(crate) aliases: Vec<String>,
    /// The statuses that are written. Without any, the status is 403.
    pub(crate) statuses: Vec<u16>,
    /// The note of `#[deprecated]`, empty if it has none.
    pub(crate) deprecated: Option<String>,
    /// The doc comment, with its indentation and stars.
    pub(crate) description: String,
}

impl VariantCode {
    /// The code and its aliases.
    pub(crate) fn texts(&self) -> impl Iterator<Item = &str> {
        std::iter::once(&self.text)
            .chain(&self.aliases)
            .map(String::as_str)
    }

    /// The statuses that are written, or 403.
    pub(crate) fn effective_statuses(&self) -> &[u16] {
        match &*self.statuses {
            [] => &[403],
            statuses => statuses,
        }
    }
}

impl EnumItem {
    pub(crate) fn read(
        name: &str,
        attributes: &[Attribute],
        line: u64,
        range: Range<usize>,
        braces: &Group,
    ) -> Result<Self, Unread> {
        let whole = braces.span().byte_range();
        let tokens: Vec<TokenTree> = braces.stream().into_iter().collect();
        let variants: Vec<EnumVariant> = tokens
            .split_inclusive(is_comma)
            .map(|piece| EnumVariant::read(piece, braces))
            .collect::<Result<_, _>>()?;
        Ok(Self {
            name: name.to_owned(),
            operation: operation(attributes).map(ToOwned::to_owned),
            line,
            range,
            body: whole.start + 1..whole.end.saturating_sub(1),
            variants,
            repr: repr(attributes),
        })
    }

    /// The variants with a code, and their indices.
    pub(crate) fn codes(&self) -> impl Iterator<Item = (usize, &VariantCode)> {
        let codes = self.variants.iter().enumerate();
        codes.filter_map(|(at, variant)| match &variant.role {
            VariantRole::Code(code) => Some((at, code)),
            _ => None,
        })
    }

    /// Finds out where the paths of embedded enums lead. The file has enums with the names `own`.
    pub(crate) fn resolve(&mut self, imports: &Imports, own: &HashSet<String>) {
        for variant in &mut self.variants {
            if let VariantRole::Embed {
                path: Some(path),
                leads,
                name,
                ..
            } = &mut variant.role
            {
                (*leads, *name) = match &**path {
                    [own_name] if own.contains(own_name) => {
                        (Leads::Elsewhere, Some(own_name.clone()))
                    }
                    path => imports.lead(path),
                };
            }
        }
    }

    /// The names of the embedded enums that are perhaps in the given files.
    pub(crate) fn embedded_names(&self) -> impl Iterator<Item = &str> {
        self.variants
            .iter()
            .filter_map(|variant| match &variant.role {
                VariantRole::Embed {
                    name,
                    leads: Leads::Elsewhere | Leads::PerhapsToCatalogue,
                    ..
                } => name.as_deref(),
                _ => None,
            })
    }

    /// Whether the numbers of its variants matter: they are written, or have a type.
    pub(crate) fn has_numbers(&self) -> bool {
        let mut variants = self.variants.iter();
        self.repr.is_some() || variants.any(|it| it.discriminant != Discriminant::Implicit)
    }

    /// The index of the variant that gets all other codes.
    pub(crate) fn open(&self) -> Option<usize> {
        self.variants.iter().position(|variant| {
            matches!(
                variant.role,
                VariantRole::Unknown | VariantRole::Embed { open: true, .. }
            )
        })
    }
}

/// The integer type in `#[repr(...)]`.
fn repr(attributes: &[Attribute]) -> Option<String> {
    let words = attributes
        .iter()
        .flat_map(|attribute| match &attribute.kind {
            AttributeKind::Repr(words) => &**words,
            _ => &[],
        });
    let mut integers = words.filter(|word| word.starts_with(['u', 'i']));
    integers.next().cloned()
}

/// The number that a discriminant is, if it is a literal.
fn number(value: &[TokenTree]) -> Option<i128> {
    let (sign, literal) = match value {
        [TokenTree::Literal(literal)] => (1, literal),
        [TokenTree::Punct(minus), TokenTree::Literal(literal)] if minus.as_char() == '-' => {
            (-1, literal)
        }
        _ => return None,
    };
    match Lit::new(literal.clone()) {
        Lit::Int(number) => number.base10_parse().ok().map(|number: i128| sign * number),
        Lit::Byte(byte) => Some(byte.value().into()),
        _ => None,
    }
}

/// The operation in the attributes of an enum.
pub(crate) fn operation(attributes: &[Attribute]) -> Option<&str> {
    arguments(attributes)
        .find(|argument| argument.key == "operation")
        .and_then(Argument::text)
}

fn arguments(attributes: &[Attribute]) -> impl Iterator<Item = &Argument> {
    attributes.iter().flat_map(Attribute::arguments)
}

impl EnumVariant {
    fn read(piece: &[TokenTree], braces: &Group) -> Result<Self, Unread> {
        let (comma, piece) = match piece {
            [piece @ .., last] if is_comma(last) => (Some(last.span().byte_range().end), piece),
            piece => (None, piece),
        };
        let start = piece.first().map_or(braces.span(), TokenTree::span);
        let at = line(start);
        let start = start.byte_range().start;
        let fault = || Unread::new(at, "this is not a valid variant");
        let mut attributes = Vec::new();
        let mut rest = piece;
        while let [
            pound @ TokenTree::Punct(punct),
            TokenTree::Group(brackets),
            more @ ..,
        ] = rest
        {
            if punct.as_char() != '#' || brackets.delimiter() != Delimiter::Bracket {
                return Err(fault());
            }
            attributes.push(Attribute::read(pound, brackets)?);
            rest = more;
        }
        let [TokenTree::Ident(ident), rest @ ..] = rest else {
            return Err(fault());
        };
        let (fields, rest) = match rest {
            [TokenTree::Group(fields), rest @ ..] => (Some(fields), rest),
            rest => (None, rest),
        };
        let discriminant = match rest {
            [] => Discriminant::Implicit,
            [TokenTree::Punct(equals), value @ ..] if equals.as_char() == '=' => {
                number(value).map_or(Discriminant::Unknown, Discriminant::Number)
            }
            _ => return Err(fault()),
        };
        let name = word(&ident.to_string());
        let end = piece
            .last()
            .map_or(start, |token| token.span().byte_range().end);
        Ok(Self {
            role: role(&name, &attributes, fields, at)?,
            name,
            range: start..end,
            head: ident.span().byte_range().start,
            line: line(ident.span()),
            comma,
            attributes,
            discriminant,
        })
    }
}

fn role(
    name: &str,
    attributes: &[Attribute],
    fields: Option<&Group>,
    at: u64,
) -> Result<VariantRole, Unread> {
    let has = |key| arguments(attributes).any(|argument| argument.key == key);
    if has("embed") {
        return Ok(VariantRole::Embed {
            path: fields.and_then(path),
            leads: Leads::Elsewhere,
            name: None,
            open: has("unknown"),
        });
    }
    if has("unknown") {
        return Ok(VariantRole::Unknown);
    }
    if fields.is_some() {
        let message = format!("`{name}` has fields but neither `embed` nor `unknown`");
        return Err(Unread::new(at, message));
    }
    let mut code = VariantCode {
        text: wire_name(name),
        aliases: Vec::new(),
        statuses: Vec::new(),
        deprecated: attributes
            .iter()
            .find_map(|attribute| match &attribute.kind {
                AttributeKind::Deprecated(note) => Some(note.clone().unwrap_or_default()),
                _ => None,
            }),
        description: description(attributes),
    };
    for argument in arguments(attributes) {
        let understood = match &*argument.key {
            "code" => argument.text().map(|text| text.clone_into(&mut code.text)),
            "alias" => argument
                .text()
                .map(|text| code.aliases.push(text.to_owned())),
            "status" => argument.number().map(|status| code.statuses.push(status)),
            "retry" => argument.text().map(|_| ()),
            _ => None,
        };
        if understood.is_none() {
            let key = &argument.key;
            let message = format!("the derive does not accept this `{key}` on `{name}`");
            return Err(Unread::new(argument.line, message));
        }
    }
    Ok(VariantRole::Code(code))
}

/// The doc comment, in which only the words matter.
fn description(attributes: &[Attribute]) -> String {
    let docs = attributes.iter().filter_map(|it| match &it.kind {
        AttributeKind::Doc(text) => Some(&**text),
        _ => None,
    });
    docs.collect::<Vec<_>>().join("\n")
}

/// The path of the one field's type.
fn path(fields: &Group) -> Option<Vec<String>> {
    let mut path = Vec::new();
    for token in fields.stream() {
        match token {
            TokenTree::Ident(ident) if ident != "pub" => path.push(word(&ident.to_string())),
            TokenTree::Punct(punct) if matches!(punct.as_char(), ':' | ',') => {}
            TokenTree::Ident(_) => {}
            _ => return None,
        }
    }
    (!path.is_empty()).then_some(path)
}
