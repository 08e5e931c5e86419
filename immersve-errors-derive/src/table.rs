//! What an enum is to its table, and what of the table can be known while it expands: the entries,
//! the index, the way from a variant to its place, and what the compiler is asked to prove.

use proc_macro2::{Delimiter, Group, Ident, Literal, Span, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::Type;

use crate::model::{Code, Model, Role};
use crate::{hash, index};

/// The enum as its table sees it.
pub(crate) struct Table<'a> {
    pub(crate) ident: &'a Ident,
    /// The enum's own codes; their order is their index.
    pub(crate) codes: Vec<(&'a Ident, &'a Code)>,
    pub(crate) embeds: Vec<Embed<'a>>,
    pub(crate) unknown: Option<(&'a Ident, &'a Type)>,
}

pub(crate) struct Embed<'a> {
    pub(crate) variant: &'a Ident,
    pub(crate) ty: &'a Type,
    /// How many of the enum's own codes stand before it.
    pub(crate) after: usize,
}

impl<'a> Table<'a> {
    pub(crate) fn new(model: &'a Model) -> Self {
        let mut table = Self {
            ident: &model.ident,
            codes: Vec::new(),
            embeds: Vec::new(),
            unknown: None,
        };
        for variant in &model.variants {
            let ident = &variant.ident;
            match &variant.role {
                Role::Code(code) => table.codes.push((ident, code)),
                Role::Embed(ty) => table.embeds.push(Embed {
                    variant: ident,
                    ty,
                    after: table.codes.len(),
                }),
                Role::Unknown { payload, .. } => table.unknown = Some((ident, payload)),
            }
        }
        table
    }

    /// The table, its index, and the ways between a text, a variant and a place.
    pub(crate) fn statics(&self) -> TokenStream {
        let own = if self.codes.is_empty() {
            TokenStream::new()
        } else {
            self.own()
        };
        if self.embeds.is_empty() {
            return own;
        }

        let own_part = (!self.codes.is_empty()).then(|| quote!(__rt::Part::own(&__CODES)));
        let count = number(self.embeds.len() + self.own_parts());
        let embedded = self.embeds.iter().map(|embed| {
            let ty = embed.ty;
            quote!(__rt::Part::embedded::<#ty>())
        });
        let parts = own_part.into_iter().chain(embedded);
        let mut runs = Vec::new();
        let mut from = 0;
        for (place, embed) in (self.own_parts()..).zip(&self.embeds) {
            runs.extend(run(from, embed.after));
            let place = number(place);
            runs.push(quote!(__PARTS[#place]));
            from = embed.after;
        }
        runs.extend(run(from, self.codes.len()));
        quote! {
            #own
            const __PARTS: [__rt::Part; #count] = [#(#parts),*];
            static __ALL: [__rt::CodeInfo; __rt::total(&__PARTS)] = __rt::flatten(&[#(#runs),*]);
        }
    }

    /// The same for the enum's own codes.
    fn own(&self) -> TokenStream {
        let ident = self.ident;
        let length = number(self.codes.len());
        let entries = self.codes.iter().map(|(_, code)| entry(code));
        let variants = self.codes.iter().map(|(variant, _)| variant);
        let places = (0..).map(number);
        let others = (!self.is_plain()).then(|| quote!(_ => #length,));

        let codes = self.codes.iter().map(|(_, code)| &code.canonical.value);
        let owned = (0..)
            .zip(&self.codes)
            .flat_map(|(place, (_, code))| code.aliases.iter().map(move |alias| (place, alias)));
        let (owners, aliases): (Vec<usize>, Vec<&String>) =
            owned.map(|(place, alias)| (place, &alias.value)).unzip();
        let texts: Vec<&str> = codes
            .chain(aliases.iter().copied())
            .map(String::as_str)
            .collect();
        let cells = index::cells(&texts);
        let bytes = number(cells.len());
        let cells = Literal::byte_string(&cells);
        let fingerprint = Literal::u64_unsuffixed(hash::FINGERPRINT);
        let owners = owners.into_iter().map(number);
        let aliases = (!aliases.is_empty()).then(|| {
            let count = number(aliases.len());
            quote! {
                static __ALIASES: [__rt::Alias; #count] =
                    [#(__rt::Alias::new(#aliases, #owners)),*];
            }
        });
        quote! {
            #aliases
            static __CODES: [__rt::CodeInfo; #length] = [#(#entries),*];
            static __INDEX: __rt::Index<#bytes> = __rt::Index::new(#cells, #fingerprint);
            fn __index(code: &#ident) -> ::core::primitive::usize {
                match code {
                    #(#ident::#variants => #places,)*
                    #others
                }
            }
        }
    }

    /// The index with the tables that it leads to, as arguments of a function that finds a text.
    pub(crate) fn index(&self) -> TokenStream {
        if self.codes.iter().all(|(_, code)| code.aliases.is_empty()) {
            quote!(&__INDEX, &__CODES, &[])
        } else {
            quote!(&__INDEX, &__CODES, &__ALIASES)
        }
    }

    /// What must be so of the embedded enums, shown at their types.
    pub(crate) fn proofs(&self) -> TokenStream {
        if self.embeds.is_empty() {
            return TokenStream::new();
        }
        let count = number(self.embeds.len() + self.own_parts());
        let proofs = (self.own_parts()..)
            .zip(&self.embeds)
            .map(|(place, embed)| {
                let place = number(place);
                let closed = call_at(
                    embed.ty,
                    &quote!(__rt::assert_closed),
                    quote!(__PARTS[#place]),
                );
                let unclaimed = call_at(
                    embed.ty,
                    &quote!(__rt::assert_unclaimed),
                    quote!(__CLAIMED[#place]),
                );
                quote! {
                    const _: () = #closed;
                    const _: () = #unclaimed;
                }
            });
        quote! {
            const __CLAIMED: [::core::option::Option<&::core::primitive::str>; #count] =
                __rt::claimed::<{ __rt::slots(&__PARTS) }, #count>(&__PARTS);
            #(#proofs)*
        }
    }

    /// How many parts of the whole table are the enum's own.
    fn own_parts(&self) -> usize {
        usize::from(!self.codes.is_empty())
    }

    /// Whether every variant stands for one code.
    pub(crate) fn is_plain(&self) -> bool {
        self.embeds.is_empty() && self.unknown.is_none()
    }
}

/// The part of the table between two places, if there is anything.
fn run(from: usize, to: usize) -> Option<TokenStream> {
    let (from, to) = (from < to).then(|| (number(from), number(to)))?;
    Some(quote!(__rt::Part::run(__PARTS[0], #from, #to)))
}

/// One entry of the table, with what is known and nothing else.
fn entry(code: &Code) -> TokenStream {
    let text = &code.canonical.value;
    let mut entry = quote!(__rt::CodeInfo::new(#text));
    if !code.aliases.is_empty() {
        let aliases = code.aliases.iter().map(|alias| &alias.value);
        entry.extend(quote!(.with_aliases(&[#(#aliases),*])));
    }
    if !code.statuses.is_empty() {
        let statuses = code.statuses.iter().copied().map(Literal::u16_unsuffixed);
        entry.extend(quote!(.with_statuses(&[#(#statuses),*])));
    }
    if let Some(retry) = code.retry {
        let retry = Ident::new(retry, Span::call_site());
        entry.extend(quote!(.with_retry(__rt::Retry::#retry)));
    }
    if let Some(description) = &code.description {
        entry.extend(quote!(.with_description(#description)));
    }
    if let Some(note) = &code.deprecated {
        entry.extend(quote!(.with_deprecated(#note)));
    }
    entry
}

/// A call that the compiler, if it objects, shows at `ty`.
fn call_at(ty: &Type, function: &TokenStream, arguments: TokenStream) -> TokenStream {
    let mut spans = ty.to_token_stream().into_iter().map(|token| token.span());
    let start = spans.next().unwrap_or_else(Span::call_site);
    let end = spans.last().unwrap_or(start);
    let mut arguments = Group::new(Delimiter::Parenthesis, arguments);
    arguments.set_span(Span::call_site().located_at(end));
    let start = Span::call_site().located_at(start);
    function
        .clone()
        .into_iter()
        .map(|mut token| {
            token.set_span(start);
            token
        })
        .chain([TokenTree::Group(arguments)])
        .collect()
}

pub(crate) fn number(number: usize) -> Literal {
    Literal::usize_unsuffixed(number)
}
