//! The table of an enum: its codes, their index, the tables of the embedded enums, and what must hold of
//! them; and the way from a text to a place.

use proc_macro2::{Group, Ident, Literal, Span, TokenStream, TokenTree};
use quote::{ToTokens, format_ident, quote};
use syn::Type;

use super::{at, number, option};
use crate::model::{Code, Model, Role};
use crate::{hash, index};

/// How many arms one `match` has at most. With twice as many the compiler takes four times the memory.
const ARMS: usize = 1024;

/// The enum as its table sees it.
pub(super) struct Table<'a> {
    pub(super) ident: Ident,
    /// The enum's own codes; their order is their index.
    pub(super) codes: Vec<(Ident, &'a Code)>,
    pub(super) embeds: Vec<Embed>,
    pub(super) unknown: Option<Unknown>,
}

/// A variant that holds another code enum.
pub(super) struct Embed {
    pub(super) variant: Ident,
    /// Its type, as a place to show mistakes at.
    shown_at: (Span, Span),
    /// How many of the enum's own codes stand before it.
    after: usize,
    /// Whether it takes all that is left.
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

    /// The table, its index, and the way from a variant to its place.
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
        let ways = self.ways();

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
            static __IMMERSVE_CODES: [__immersve::CodeInfo; #length] = __immersve::table(#rows);
            static __IMMERSVE_INDEX: __immersve::Index<#bytes> =
                __immersve::Index::new(#cells, #fingerprint);
            #ways
        }
    }

    /// The ways from a variant to its place and, in a large enum, back.
    ///
    /// The compiler takes memory that grows with the square of the arms of one `match`, so a large enum
    /// gets several.
    fn ways(&self) -> TokenStream {
        let ident = &self.ident;
        let length = number(self.codes.len());
        if !self.is_large() {
            let variants = self.codes.iter().map(|(variant, _)| variant);
            let places = (0..).map(number);
            let others = (!self.is_plain()).then(|| quote!(_ => #length,));
            return quote! {
                fn __immersve_place(__immersve_code: &#ident) -> ::core::primitive::usize {
                    match __immersve_code {
                        #(#ident::#variants => #places,)*
                        #others
                    }
                }
            };
        }

        let chunks = self.codes.chunks(ARMS).enumerate().map(|(chunk, codes)| {
            let function = format_ident!("__immersve_place_{chunk}");
            let back = format_ident!("__immersve_variant_{chunk}");
            let variants: Vec<_> = codes.iter().map(|(variant, _)| variant).collect();
            let places: Vec<_> = (chunk * ARMS..).map(number).take(codes.len()).collect();
            let others = if (chunk + 1) * ARMS < self.codes.len() {
                let next = format_ident!("__immersve_place_{}", chunk + 1);
                quote!(#next(__immersve_code))
            } else {
                quote!(#length)
            };
            quote! {
                fn #function(__immersve_code: &#ident) -> ::core::primitive::usize {
                    match __immersve_code {
                        #(#ident::#variants => #places,)*
                        _ => #others,
                    }
                }
                fn #back(__immersve_place: ::core::primitive::usize) -> ::core::option::Option<#ident> {
                    ::core::option::Option::Some(match __immersve_place {
                        #(#places => #ident::#variants,)*
                        _ => return ::core::option::Option::None,
                    })
                }
            }
        });
        let numbers = (0..self.codes.len().div_ceil(ARMS)).map(number);
        let backs = (0..).map(|chunk: usize| format_ident!("__immersve_variant_{chunk}"));
        let arms = number(ARMS);
        quote! {
            #(#chunks)*
            fn __immersve_place(__immersve_code: &#ident) -> ::core::primitive::usize {
                __immersve_place_0(__immersve_code)
            }
            fn __immersve_variant(
                __immersve_place: ::core::primitive::usize,
            ) -> ::core::option::Option<#ident> {
                match __immersve_place / #arms {
                    #(#numbers => #backs(__immersve_place),)*
                    _ => ::core::option::Option::None,
                }
            }
        }
    }

    /// Whether one `match` would have too many arms.
    fn is_large(&self) -> bool {
        self.codes.len() > ARMS
    }

    /// What the runtime makes a table of: code and description of each, and what few codes have beyond
    /// these. Literals only: a call for each entry takes the compiler memory that grows with the square.
    fn rows(&self) -> TokenStream {
        let codes = self.codes.iter().map(|(_, code)| {
            let text = &code.canonical.value;
            let description = code
                .description
                .as_ref()
                .map_or_else(|| quote!(""), ToTokens::to_token_stream);
            quote!((#text, #description))
        });
        let aliases = self.column(|code| {
            let aliases: Vec<_> = code.aliases.iter().map(|alias| &alias.value).collect();
            (!aliases.is_empty()).then(|| quote!(&[#(#aliases),*]))
        });
        let statuses = self.column(|code| {
            let statuses = code.statuses.iter().copied().map(Literal::u16_unsuffixed);
            (!code.statuses.is_empty()).then(|| quote!(&[#(#statuses),*]))
        });
        let retry = self.column(|code| {
            let retry = Ident::new(code.retry?, Span::call_site());
            Some(quote!(__immersve::Retry::#retry))
        });
        let deprecated = self.column(|code| Some(code.deprecated.as_ref()?.to_token_stream()));
        quote!(&[#(#codes),*], #aliases, #statuses, #retry, #deprecated)
    }

    /// What some codes have, each with its place.
    fn column(&self, value: impl Fn(&Code) -> Option<TokenStream>) -> TokenStream {
        let cells = self
            .codes
            .iter()
            .enumerate()
            .filter_map(|(place, (_, code))| {
                let (place, value) = (number(place), value(code)?);
                Some(quote!((#place, #value)))
            });
        quote!(&[#(#cells),*])
    }

    /// What must be so of the embedded enums, shown at their types.
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

    /// The index with the tables that it leads to, as arguments of a function that finds a text.
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

    /// The embedded enums that take their own codes only.
    pub(super) fn closed(&self) -> impl DoubleEndedIterator<Item = &Embed> {
        self.embeds.iter().filter(|embed| !embed.open)
    }

    /// The embedded enum that takes all that is left.
    fn open(&self) -> Option<&Embed> {
        self.embeds.iter().find(|embed| embed.open)
    }

    /// From a text to `Option<Self>`: own codes, then embedded enums in order, then unknown.
    pub(super) fn resolution(&self, text: &TokenStream) -> TokenStream {
        let kept = self.unknown.as_ref().map(|unknown| unknown.keep(text));
        let mut miss = option(kept.clone());
        // The open one comes last wherever it is declared.
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
        if self.is_large() {
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

    /// Whether every variant stands for one code.
    pub(super) fn is_plain(&self) -> bool {
        self.embeds.is_empty() && self.unknown.is_none()
    }
}

impl Unknown {
    /// The variant around `text`. That the type can be made of a text is shown at it, here and nowhere else.
    fn keep(&self, text: &TokenStream) -> TokenStream {
        let Self { variant, shown_at } = self;
        at_ends(
            *shown_at,
            quote!(__immersve::Make::new(Self::#variant).keep(#text)),
        )
    }

    /// The text of `held`. That the type gives one is shown at it, here and nowhere else.
    pub(super) fn text(&self, held: &TokenStream) -> TokenStream {
        at_ends(self.shown_at, quote!(__immersve::Held(#held).text()))
    }
}

impl Embed {
    /// Its table. That the type is a code enum is shown at it, here and nowhere else.
    fn read(&self, ident: &Ident) -> TokenStream {
        let variant = &self.variant;
        self.call(&quote!(__immersve::Part::of), &quote!(#ident::#variant))
    }

    fn call(&self, function: &TokenStream, arguments: &TokenStream) -> TokenStream {
        at_ends(self.shown_at, quote!(#function(#arguments)))
    }
}

/// Where a type begins and ends.
fn ends(ty: &Type) -> (Span, Span) {
    let mut spans = ty.to_token_stream().into_iter().map(|token| token.span());
    let start = spans.next().unwrap_or_else(Span::call_site);
    (start, spans.last().unwrap_or(start))
}

/// Tokens that the compiler, if it objects to anything in them, shows at these spans.
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
