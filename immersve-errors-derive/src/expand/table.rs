//! The table of an enum: its codes, their index and the tables of its embedded enums; the checks of these
//! tables; and the lookup of a text.

use proc_macro2::{Group, Ident, Literal, Span, TokenStream, TokenTree};
use quote::{ToTokens, quote};

use super::{at, details, number, option, place};
use crate::model::{Code, Model, Role};
use crate::{hash, index};

/// The parts of an enum that its table is made of.
pub(super) struct Table<'a> {
    pub(super) ident: Ident,
    /// The enum's own codes; their order is their index.
    pub(super) codes: Vec<(Ident, &'a Code)>,
    pub(super) embeds: Vec<Embed>,
    pub(super) unknown: Option<Unknown>,
}

/// An `embed` variant.
pub(super) struct Embed {
    pub(super) variant: Ident,
    /// Where the compiler shows mistakes in its type.
    shown_at: (Span, Span),
    /// How many of the enum's own codes are declared before it.
    after: usize,
    /// Whether it gets all texts that no other variant has.
    pub(super) open: bool,
}

/// The variant that keeps the text of an unknown code.
pub(super) struct Unknown {
    pub(super) variant: Ident,
    shown_at: (Span, Span),
}

impl<'a> Table<'a> {
    pub(super) fn new(model: &'a Model) -> Self {
        let mut table = Self {
            ident: at(&model.ident),
            codes: Vec::new(),
            embeds: Vec::new(),
            unknown: None,
        };
        for variant in &model.variants {
            let ident = at(&variant.ident);
            match &variant.role {
                Role::Code(code) => table.codes.push((ident, code)),
                Role::Embed { payload, unknown } => table.embeds.push(Embed {
                    variant: ident,
                    shown_at: ends(payload),
                    after: table.codes.len(),
                    open: unknown.is_some(),
                }),
                Role::Unknown { payload, .. } => {
                    table.unknown = Some(Unknown {
                        variant: ident,
                        shown_at: ends(payload),
                    });
                }
            }
        }
        table
    }

    /// The table, its index, and the functions from a variant to its place.
    pub(super) fn statics(&self) -> TokenStream {
        let own = (!self.codes.is_empty()).then(|| self.own());
        if self.embeds.is_empty() {
            return quote!(#own);
        }
        let own_part =
            (!self.codes.is_empty()).then(|| quote!(__immersve::Part::own(&__IMMERSVE_CODES)));
        let parts = own_part
            .into_iter()
            .chain(self.closed().map(|embed| embed.read(&self.ident)));
        let count = number(self.own_parts() + self.closed().count());
        let open = self.open().map(|embed| {
            let inner = embed.read(&self.ident);
            quote! {
                const __IMMERSVE_INNER: __immersve::Part = #inner;
                static __IMMERSVE_LEFT: [
                    __immersve::CodeInfo;
                    __immersve::count_left(&__IMMERSVE_TEXTS, __IMMERSVE_INNER)
                ] = __immersve::left(&__IMMERSVE_TEXTS, __IMMERSVE_INNER);
            }
        });
        let mut runs = Vec::new();
        let mut from = 0;
        let mut place = self.own_parts()..;
        for embed in &self.embeds {
            runs.extend(self.run(from, embed.after));
            from = embed.after;
            runs.push(if embed.open {
                quote!(__immersve::Part::own(&__IMMERSVE_LEFT))
            } else {
                let place = place.next().map(number);
                quote!(__IMMERSVE_PARTS[#place])
            });
        }
        runs.extend(self.run(from, self.codes.len()));
        let run_count = number(runs.len());
        quote! {
            #own
            const __IMMERSVE_PARTS: [__immersve::Part; #count] = [#(#parts),*];
            const __IMMERSVE_TEXTS: __immersve::Texts<
                { __immersve::slots(&__IMMERSVE_PARTS) },
                #count,
            > = __immersve::Texts::new(&__IMMERSVE_PARTS);
            #open
            const __IMMERSVE_RUNS: [__immersve::Part; #run_count] = [#(#runs),*];
            static __IMMERSVE_ALL: [__immersve::CodeInfo; __immersve::total(&__IMMERSVE_RUNS)] =
                __immersve::flatten(&__IMMERSVE_RUNS);
        }
    }

    /// The same for the enum's own codes.
    fn own(&self) -> TokenStream {
        let length = number(self.codes.len());
        let rows = self.rows();
        let (details, with_details) = details::statics(self.codes.iter().map(|(_, code)| *code));
        let places = place::matches(&self.ident, &self.codes, self.is_plain());

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
                static __IMMERSVE_ALIASES: [__immersve::Alias; #count] =
                    [#(__immersve::Alias::new(#aliases, #owners)),*];
            }
        });
        quote! {
            #aliases
            #details
            static __IMMERSVE_CODES: [__immersve::CodeInfo; #length] =
                __immersve::table(#rows, #with_details);
            static __IMMERSVE_INDEX: __immersve::Index<#bytes> =
                __immersve::Index::new(#cells, #fingerprint);
            #places
        }
    }

    /// The rows from which the runtime makes a table: code and description of each entry. They are literals, as
    /// calls would cost memory in the compiler that grows with the square of their number.
    fn rows(&self) -> TokenStream {
        let codes = self.codes.iter().map(|(_, code)| {
            let text = &code.canonical.value;
            let description = code
                .description
                .as_ref()
                .map_or_else(|| quote!(""), ToTokens::to_token_stream);
            quote!((#text, #description))
        });
        quote!(&[#(#codes),*])
    }

    /// The compile-time checks of the embedded enums. The compiler shows a failed one at the type.
    pub(super) fn proofs(&self) -> TokenStream {
        let open = self.open().map(|embed| {
            let open = embed.call(&quote!(__immersve::assert_open), &quote!(__IMMERSVE_INNER));
            quote!(const _: () = #open;)
        });
        if self.closed().next().is_none() {
            return quote!(#open);
        }
        let count = number(self.own_parts() + self.closed().count());
        let closed = (self.own_parts()..)
            .zip(self.closed())
            .map(|(place, embed)| {
                let place = number(place);
                let closed = embed.call(
                    &quote!(__immersve::assert_closed),
                    &quote!(__IMMERSVE_PARTS[#place]),
                );
                let unclaimed = embed.call(
                    &quote!(__immersve::assert_unclaimed),
                    &quote!(__IMMERSVE_REPEATED[#place]),
                );
                quote! {
                    const _: () = #closed;
                    const _: () = #unclaimed;
                }
            });
        quote! {
            const __IMMERSVE_REPEATED: [
                ::core::option::Option<&::core::primitive::str>;
                #count
            ] = __immersve::Texts::repeated(&__IMMERSVE_TEXTS);
            #(#closed)*
            #open
        }
    }

    /// The table of all codes.
    pub(super) fn all(&self) -> TokenStream {
        if self.embeds.is_empty() {
            quote!(__IMMERSVE_CODES)
        } else {
            quote!(__IMMERSVE_ALL)
        }
    }

    /// The index and its tables, as arguments of a function that finds a text.
    pub(super) fn index(&self) -> TokenStream {
        if self.codes.iter().all(|(_, code)| code.aliases.is_empty()) {
            quote!(&__IMMERSVE_INDEX, &__IMMERSVE_CODES, &[])
        } else {
            quote!(&__IMMERSVE_INDEX, &__IMMERSVE_CODES, &__IMMERSVE_ALIASES)
        }
    }

    /// The part of the own table between two places, if there is anything.
    fn run(&self, from: usize, to: usize) -> Option<TokenStream> {
        if from == to {
            return None;
        }
        if to - from == self.codes.len() {
            return Some(quote!(__IMMERSVE_PARTS[0]));
        }
        let (from, to) = (number(from), number(to));
        Some(quote!(__immersve::Part::run(__IMMERSVE_PARTS[0], #from, #to)))
    }

    /// How many parts of the whole table are the enum's own.
    fn own_parts(&self) -> usize {
        usize::from(!self.codes.is_empty())
    }

    /// The embedded enums that get only their own codes.
    pub(super) fn closed(&self) -> impl DoubleEndedIterator<Item = &Embed> {
        self.embeds.iter().filter(|embed| !embed.open)
    }

    /// The embedded enum that gets all texts that no other variant has.
    fn open(&self) -> Option<&Embed> {
        self.embeds.iter().find(|embed| embed.open)
    }

    /// From a text to `Option<Self>`: own codes, then embedded enums in order, then unknown.
    pub(super) fn resolution(&self, text: &TokenStream) -> TokenStream {
        let kept = self.unknown.as_ref().map(|unknown| unknown.keep(text));
        let mut miss = option(kept.clone());
        // The open enum is asked last, wherever it is declared.
        if let Some(Embed { variant, .. }) = self.open() {
            miss = quote!(__immersve::Make::new(Self::#variant).from_code(#text));
        }
        for Embed { variant, .. } in self.closed().rev() {
            miss = quote! {
                match __immersve::Make::new(Self::#variant).from_code(#text) {
                    ::core::option::Option::None => #miss,
                    __immersve_found => __immersve_found,
                }
            };
        }
        if self.codes.is_empty() {
            return miss;
        }
        let places = (0..).map(number);
        let variants = self.codes.iter().map(|(variant, _)| variant);
        let index = self.index();
        if place::is_large(&self.codes) {
            return quote! {
                match __immersve_variant(__immersve::Index::find(#index, #text)) {
                    ::core::option::Option::None => #miss,
                    __immersve_found => __immersve_found,
                }
            };
        }
        let others = match kept {
            Some(kept) if self.embeds.is_empty() => kept,
            _ => quote!(return #miss),
        };
        quote! {
            ::core::option::Option::Some(match __immersve::Index::find(#index, #text) {
                #(#places => Self::#variants,)*
                _ => #others,
            })
        }
    }

    /// Whether every variant is one code.
    pub(super) fn is_plain(&self) -> bool {
        self.embeds.is_empty() && self.unknown.is_none()
    }
}

impl Unknown {
    /// The variant with `text`. If the type cannot be made of a text, the compiler shows the error at the type, and
    /// only for this call.
    fn keep(&self, text: &TokenStream) -> TokenStream {
        let Self { variant, shown_at } = self;
        at_ends(
            *shown_at,
            quote!(__immersve::Make::new(Self::#variant).keep(#text)),
        )
    }

    /// The text of a field. If its type has none, the compiler shows the error at the type, and only for this call.
    pub(super) fn text(&self, field: &TokenStream) -> TokenStream {
        at_ends(self.shown_at, quote!(__immersve::Held(#field).text()))
    }
}

impl Embed {
    /// Its table. If the type is not a code enum, the compiler shows the error at the type, and only for this call.
    pub(super) fn read(&self, ident: &Ident) -> TokenStream {
        let variant = &self.variant;
        self.call(&quote!(__immersve::Part::of), &quote!(#ident::#variant))
    }

    fn call(&self, function: &TokenStream, arguments: &TokenStream) -> TokenStream {
        at_ends(self.shown_at, quote!(#function(#arguments)))
    }
}

/// The spans of the first and the last token of a type.
fn ends(ty: &TokenStream) -> (Span, Span) {
    let mut spans = ty.clone().into_iter().map(|token| token.span());
    let start = spans.next().unwrap_or_else(Span::call_site);
    (start, spans.last().unwrap_or(start))
}

/// The tokens with these spans, so that the compiler shows errors in them there.
fn at_ends((start, end): (Span, Span), tokens: TokenStream) -> TokenStream {
    let (start, end) = (
        Span::call_site().located_at(start),
        Span::call_site().located_at(end),
    );
    tokens
        .into_iter()
        .map(|token| match token {
            TokenTree::Group(group) => {
                let inner = at_ends((start, end), group.stream());
                let mut group = Group::new(group.delimiter(), inner);
                group.set_span(end);
                group.into()
            }
            mut token => {
                token.set_span(start);
                token
            }
        })
        .collect()
}
