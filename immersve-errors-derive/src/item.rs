//! Parses an item down to the fields of its variants.
//!
//! Types and discriminants stay tokens: `syn` parses all expressions in them only with its feature `full`, which other
//! crates of a build may or may not enable.

use std::collections::HashSet;

use proc_macro2::{Delimiter, Group, Ident, Span, TokenStream, TokenTree};
use quote::ToTokens as _;
use syn::ext::IdentExt as _;
use syn::parse::discouraged::Speculative as _;
use syn::parse::{Parse, ParseStream, Parser as _};
use syn::{Attribute, Expr, Generics, Meta, Result, Token, Visibility, braced, token};

use crate::attr::is_called;

/// An enum, or an item that should be one.
pub(crate) struct Item {
    pub(crate) attrs: Vec<Attribute>,
    /// `enum`, `struct` or `union`.
    pub(crate) keyword: Ident,
    pub(crate) ident: Ident,
    pub(crate) generics: Generics,
    pub(crate) variants: Vec<VariantSyntax>,
    /// The first token that is not part of a variant, repeats a variant's name, or is an unsized type. The compiler
    /// reports it.
    pub(crate) unreadable: Option<Span>,
}

pub(crate) struct VariantSyntax {
    pub(crate) attrs: Vec<Attribute>,
    pub(crate) ident: Ident,
    pub(crate) fields: Option<FieldGroup>,
}

/// The fields of a variant, with their parentheses or braces.
pub(crate) struct FieldGroup {
    pub(crate) group: Group,
    pub(crate) named: bool,
    pub(crate) fields: Vec<FieldSyntax>,
}

pub(crate) struct FieldSyntax {
    pub(crate) attrs: Vec<Attribute>,
    pub(crate) ty: TokenStream,
}

impl Parse for Item {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        let attrs = input.call(Attribute::parse_outer)?;
        input.parse::<Visibility>()?;
        let keyword = input.call(Ident::parse_any)?;
        let mut item = Self {
            attrs,
            ident: input.call(name)?,
            generics: input.parse()?,
            variants: Vec::new(),
            unreadable: None,
            keyword,
        };
        item.generics.where_clause = input.parse()?;
        if item.keyword == "enum" {
            let body;
            braced!(body in input);
            item.read_variants(&body)?;
        } else {
            input.parse::<TokenStream>()?;
        }
        Ok(item)
    }
}

impl Item {
    /// The name of this derive in a later `#[derive(...)]`. A derive does not see its own list.
    pub(crate) fn derived_again(&self) -> Option<TokenTree> {
        let lists = self.attrs.iter().filter_map(|attr| match &attr.meta {
            Meta::List(list) if is_called(attr, "derive") => Some(list.tokens.clone()),
            _ => None,
        });
        let mut tokens = lists.flatten();
        tokens.find(|token| matches!(token, TokenTree::Ident(name) if name == "ImmersveErrorCode"))
    }

    /// Reads all variants, and skips anything else up to the next comma.
    fn read_variants(&mut self, body: ParseStream<'_>) -> Result<()> {
        let mut names = HashSet::new();
        while !body.is_empty() {
            match body.call(VariantSyntax::parse) {
                Ok(variant) => {
                    let fields = variant.fields.iter().flat_map(|group| &group.fields);
                    let mut unsized_types = fields.filter_map(|field| unsized_type(&field.ty));
                    let is_new = names.insert(variant.ident.unraw().to_string());
                    let repeated = (!is_new).then(|| variant.ident.span());
                    self.unreadable = self.unreadable.or(repeated).or(unsized_types.next());
                    if is_new {
                        self.variants.push(variant);
                    }
                }
                Err(error) => {
                    self.unreadable.get_or_insert(error.span());
                    skip_to_comma(body)?;
                }
            }
            if body.parse::<Option<Token![,]>>()?.is_none() && !body.is_empty() {
                self.unreadable.get_or_insert(body.span());
            }
        }
        Ok(())
    }
}

impl Parse for VariantSyntax {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        let attrs = input.call(Attribute::parse_outer)?;
        input.parse::<Visibility>()?;
        let ident = input.call(name)?;
        let named = input.peek(token::Brace);
        let fields = if named || input.peek(token::Paren) {
            let group: Group = input.parse()?;
            let fields = |input: ParseStream<'_>| FieldSyntax::all(input, named);
            Some(FieldGroup {
                named,
                fields: fields.parse2(group.stream())?,
                group,
            })
        } else {
            None
        };
        if input.parse::<Option<Token![=]>>()?.is_some() {
            // It may contain commas, as in `first::<A, B>`.
            let ahead = input.fork();
            if ahead.parse::<Expr>().is_ok() {
                input.advance_to(&ahead);
            }
            skip_to_comma(input)?;
        }
        Ok(Self {
            attrs,
            ident,
            fields,
        })
    }
}

impl FieldSyntax {
    fn all(input: ParseStream<'_>, named: bool) -> Result<Vec<Self>> {
        let mut fields = Vec::new();
        while !input.is_empty() {
            let attrs = input.call(Attribute::parse_outer)?;
            input.parse::<Visibility>()?;
            if named {
                input.call(Ident::parse_any)?;
                input.parse::<Token![:]>()?;
            }
            fields.push(Self {
                attrs,
                ty: input.call(ty)?,
            });
            input.parse::<Option<Token![,]>>()?;
        }
        Ok(fields)
    }
}

/// A name, raw if it is a keyword in any edition, because an expansion has the edition of the derive.
fn name(input: ParseStream<'_>) -> Result<Ident> {
    let ident = input.fork().call(Ident::parse_any)?;
    if !["async", "await", "dyn", "gen", "try"].contains(&&*ident.to_string()) {
        return input.parse();
    }
    input.call(Ident::parse_any)?;
    Ok(Ident::new_raw(&ident.to_string(), ident.span()))
}

/// The tokens of a type, up to a comma outside angle brackets.
fn ty(input: ParseStream<'_>) -> Result<TokenStream> {
    let mut tokens = TokenStream::new();
    let mut depth = 0_usize;
    while !input.is_empty() && (depth > 0 || !input.peek(Token![,])) {
        if let Some(arrow) = input.parse::<Option<Token![->]>>()? {
            arrow.to_tokens(&mut tokens);
            continue;
        }
        let token: TokenTree = input.parse()?;
        if let TokenTree::Punct(punct) = &token {
            match punct.as_char() {
                '<' => depth += 1,
                '>' => depth = depth.saturating_sub(1),
                _ => {}
            }
        }
        tokens.extend([token]);
    }
    if tokens.is_empty() {
        return Err(input.error("expected a type"));
    }
    Ok(tokens)
}

/// The first token of a type that is certainly unsized.
fn unsized_type(ty: &TokenStream) -> Option<Span> {
    let tokens: Vec<_> = ty.clone().into_iter().collect();
    match &tokens[..] {
        [TokenTree::Ident(word), rest @ ..] => {
            (word == "dyn" || (word == "str" && rest.is_empty())).then(|| word.span())
        }
        [TokenTree::Group(group)] if group.delimiter() == Delimiter::Bracket => {
            let is_semicolon =
                |token| matches!(token, TokenTree::Punct(punct) if punct.as_char() == ';');
            let is_array = group.stream().into_iter().any(is_semicolon);
            (!is_array).then(|| group.span())
        }
        [TokenTree::Group(tuple)] => {
            let types = |input: ParseStream<'_>| FieldSyntax::all(input, false);
            let types = types.parse2(tuple.stream()).ok()?;
            types.iter().find_map(|field| unsized_type(&field.ty))
        }
        _ => None,
    }
}

fn skip_to_comma(input: ParseStream<'_>) -> Result<()> {
    while !input.is_empty() && !input.peek(Token![,]) {
        input.parse::<TokenTree>()?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use quote::ToTokens as _;
    use syn::parse_str;

    use super::Item;

    fn names(source: &str) -> Vec<String> {
        let item: Item = parse_str(source).unwrap();
        let names = item
            .variants
            .iter()
            .map(|variant| variant.ident.to_string());
        names.collect()
    }

    #[test]
    fn a_keyword_of_a_later_edition_becomes_raw() {
        let item: Item = parse_str("enum gen { async, r#await, dyn, Try }").unwrap();
        assert_eq!(item.ident.to_string(), "r#gen");
        assert_eq!(
            names("enum E { async, r#await, dyn, Try }"),
            ["r#async", "r#await", "r#dyn", "Try"]
        );
        assert!(item.unreadable.is_none());
    }

    #[test]
    fn expressions_of_all_kinds_are_skipped() {
        let item: Item = parse_str(
            "enum E { A = if X { 1 } else { 2 }, B = match X { _ => f::<u8, u8>() }, C = f::<u8, u8>(), \
             D(Kept<[u8; match X { _ => 4 }], fn(u8) -> u8>, u8), E { a: Map<u8, str>, b: [u8; 1] } }",
        )
        .unwrap();
        assert!(item.unreadable.is_none());
        let fields = item.variants.iter().map(|variant| {
            let fields = variant.fields.iter().flat_map(|group| &group.fields);
            fields
                .map(|field| field.ty.to_token_stream().to_string())
                .collect()
        });
        let fields: Vec<Vec<_>> = fields.collect();
        assert_eq!(fields[..3], [[]; 3] as [[&str; 0]; 3]);
        assert_eq!(
            fields[3],
            ["Kept < [u8 ; match X { _ => 4 }] , fn (u8) -> u8 >", "u8"]
        );
        assert_eq!(fields[4], ["Map < u8 , str >", "[u8 ; 1]"]);
    }

    #[test]
    fn what_the_compiler_reports_is_no_obstacle() {
        for (source, read) in [
            ("enum E { A B, C }", &["A", "B", "C"][..]),
            ("enum E { 3d, B }", &["B"]),
            ("enum E { A; B, C }", &["A", "C"]),
            ("enum E { A { x }, B }", &["B"]),
            ("enum E { A #[x], B }", &["A", "B"]),
            ("enum E { , A }", &["A"]),
            ("enum E { A, B, A }", &["A", "B"]),
            ("enum E { fn, A }", &["A"]),
            ("enum E { A([u8]) }", &["A"]),
            ("enum E { A((dyn Fn() -> u8)) }", &["A"]),
            ("enum E { A(u8, str) }", &["A"]),
            ("enum E { A((u8, (u8, str))) }", &["A"]),
        ] {
            let item: Item = parse_str(source).unwrap();
            assert!(item.unreadable.is_some(), "{source}");
            assert_eq!(names(source), read, "{source}");
        }
    }
}
