//! The table of an enum: its codes, their index, the tables of the embedded enums, and what must hold of
//! them; and the way from a text to a place.

use proc_macro2::{Group, Ident, Literal, Span, TokenStream, TokenTree};
use quote::{ToTokens, format_ident, quote};
use syn::Type;

use super::{at, number, option};
use crate::model::{Code, Model, Role, Text};

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
    /// Which of the embedded enums it is.
    number: usize,
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
                    number: table.embeds.len(),
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
        let own = if self.codes.is_empty() {
            TokenStream::new()
        } else {
            let ident = &self.ident;
            let length = number(self.codes.len());
            let texts = self
                .codes
                .iter()
                .map(|(_, code)| 1 + code.aliases.len())
                .sum();
            let texts = number(texts);
            let entries = self.codes.iter().map(|(_, code)| entry(code));
            let variants = self.codes.iter().map(|(variant, _)| variant);
            let places = (0..).map(number);
            let others = (!self.is_plain()).then(|| quote!(_ => #length,));
            quote! {
                static __IMMERSVE_CODES: [__immersve::CodeInfo; #length] = [#(#entries),*];
                static __IMMERSVE_INDEX: __immersve::Index<{ __immersve::cells(#texts) }> =
                    __immersve::Index::new(&__IMMERSVE_CODES);
                fn __immersve_place(__immersve_code: &#ident) -> ::core::primitive::usize {
                    match __immersve_code {
                        #(#ident::#variants => #places,)*
                        #others
                    }
                }
            }
        };
        if self.embeds.is_empty() {
            return own;
        }

        let own_parts = self.embeds.iter().map(|embed| self.part(embed));
        let own_length = (!self.codes.is_empty()).then(|| number(self.codes.len()));
        let lengths = own_length
            .map(ToTokens::into_token_stream)
            .into_iter()
            .chain(self.embeds.iter().map(|embed| {
                let codes = embed.codes();
                quote!(__immersve::length(#codes))
            }));
        let mut parts = Vec::new();
        let mut from = 0;
        for embed in &self.embeds {
            parts.extend(run(from, embed.after));
            parts.push(embed.codes());
            from = embed.after;
        }
        parts.extend(run(from, self.codes.len()));
        quote! {
            #own
            #(#own_parts)*
            static __IMMERSVE_ALL: [__immersve::CodeInfo; #(#lengths)+*] =
                __immersve::flatten(&[#(#parts),*]);
        }
    }

    /// What is known of an embedded enum; that it is one at all is shown at its type.
    fn part(&self, embed: &Embed) -> TokenStream {
        let ident = &self.ident;
        let name = embed.name();
        let variant = &embed.variant;
        let part = embed.call(&quote!(__immersve::part), &quote!(#ident::#variant));
        let part = quote! {
            const #name: __immersve::Part = #part;
        };
        if !embed.open {
            return part;
        }
        // Codes that an earlier table has stand there, and are left out here.
        let left = embed.left();
        let earlier = self.earlier(embed.number, true);
        quote! {
            #part
            static #left: [__immersve::CodeInfo; __immersve::count_left(&[#(#earlier),*], #name.codes)] =
                __immersve::left(&[#(#earlier),*], #name.codes);
        }
    }

    /// The tables that are asked before the embedded enum with this number; the open one is asked last.
    fn earlier(&self, number: usize, open: bool) -> Vec<TokenStream> {
        let own = (!self.codes.is_empty()).then(|| quote!(&__IMMERSVE_CODES));
        let embeds = self
            .embeds
            .iter()
            .filter(|embed| !embed.open && (open || embed.number < number));
        own.into_iter().chain(embeds.map(Embed::codes)).collect()
    }

    /// What must hold of what the variants hold, shown at the types.
    pub(super) fn proofs(&self) -> TokenStream {
        let proofs = self.embeds.iter().map(|embed| {
            let name = embed.name();
            if embed.open {
                let open = embed.call(&quote!(__immersve::assert_open), &quote!(#name.open));
                return quote!(const _: () = #open;);
            }
            let closed = embed.call(&quote!(__immersve::assert_closed), &quote!(#name.open));
            let codes = embed.codes();
            let disjoint = self
                .earlier(embed.number, false)
                .into_iter()
                .map(|earlier| {
                    embed.call(
                        &quote!(__immersve::assert_disjoint),
                        &quote!(#earlier, #codes),
                    )
                });
            quote! {
                const _: () = #closed;
                #(const _: () = #disjoint;)*
            }
        });
        quote!(#(#proofs)*)
    }

    /// The table of all codes.
    pub(super) fn all(&self) -> TokenStream {
        if self.embeds.is_empty() {
            quote!(__IMMERSVE_CODES)
        } else {
            quote!(__IMMERSVE_ALL)
        }
    }

    /// The place of `text` among the own codes, as an expression; their number if it is none of them.
    pub(super) fn find(text: &TokenStream) -> TokenStream {
        quote!(__immersve::Index::find(&__IMMERSVE_INDEX, &__IMMERSVE_CODES, #text))
    }

    /// From a text to `Option<Self>`: own codes, then embedded enums in order, then unknown.
    pub(super) fn resolution(&self, text: &TokenStream) -> TokenStream {
        let mut miss = option(self.unknown.as_ref().map(|unknown| unknown.keep(text)));
        // The open one comes last wherever it is declared.
        let (open, closed): (Vec<_>, Vec<_>) = self.embeds.iter().partition(|embed| embed.open);
        if let Some(Embed { variant, .. }) = open.first() {
            miss = quote!(__immersve::Make::new(Self::#variant).from_code(#text));
        }
        for Embed { variant, .. } in closed.into_iter().rev() {
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
        let find = Self::find(text);
        quote! {
            ::core::option::Option::Some(match #find {
                #(#places => Self::#variants,)*
                _ => return #miss,
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
    fn name(&self) -> Ident {
        format_ident!("__IMMERSVE_PART_{}", self.number)
    }

    fn left(&self) -> Ident {
        format_ident!("__IMMERSVE_LEFT_{}", self.number)
    }

    /// The codes that it adds to the table.
    fn codes(&self) -> TokenStream {
        if self.open {
            let left = self.left();
            return quote!(&#left);
        }
        let name = self.name();
        quote!(#name.codes)
    }

    fn call(&self, function: &TokenStream, arguments: &TokenStream) -> TokenStream {
        at_ends(self.shown_at, quote!(#function(#arguments)))
    }
}

/// The part of the table between two places, if there is anything.
fn run(from: usize, to: usize) -> Option<TokenStream> {
    let (from, to) = (from < to).then(|| (number(from), number(to)))?;
    Some(quote!(__immersve::run(&__IMMERSVE_CODES, #from, #to)))
}

/// One entry of the table, with what is known and nothing else.
fn entry(code: &Code) -> TokenStream {
    entry_with(code, "")
}

/// The same, where `nobodys` stands for a text that was wrong.
fn entry_with(code: &Code, nobodys: &str) -> TokenStream {
    let value = |text: &'_ Text| {
        if text.reported {
            nobodys.to_owned()
        } else {
            text.value.clone()
        }
    };
    let text = value(&code.canonical);
    let mut entry = quote!(__immersve::CodeInfo::new(#text));
    let mut with = |setter: &str, value: TokenStream| {
        let setter = format_ident!("with_{setter}");
        entry = quote!(__immersve::CodeInfo::#setter(#entry, #value));
    };
    if !code.aliases.is_empty() {
        let aliases = code.aliases.iter().map(value);
        with("aliases", quote!(&[#(#aliases),*]));
    }
    if !code.statuses.is_empty() {
        let statuses = code.statuses.iter().copied().map(Literal::u16_unsuffixed);
        with("statuses", quote!(&[#(#statuses),*]));
    }
    if let Some(retry) = code.retry {
        let retry = Ident::new(retry, Span::call_site());
        with("retry", quote!(__immersve::Retry::#retry));
    }
    if let Some(description) = &code.description {
        with("description", description.to_token_stream());
    }
    if let Some(note) = &code.deprecated {
        with("deprecated", note.to_token_stream());
    }
    entry
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

/// The table of an enum with mistakes, as an expression: as long as it is meant to be, as far as that can be
/// read. So a constant that reads it is no error of its own.
pub(crate) fn inert(model: &Model, generic: bool) -> TokenStream {
    let mut table = Table::new(model);
    let own = model.variants.iter().filter_map(|variant| {
        let Role::Code(code) = &variant.role else {
            return None;
        };
        // Such a text is nobody's, also not that of an enum that embeds this one.
        let nobodys = format!(" {}::{}", model.ident, variant.ident);
        Some(entry_with(code, &nobodys))
    });
    let own: Vec<_> = own.collect();
    if generic || !model.embeds_are_sound() {
        let of_embeds = table
            .embeds
            .iter()
            .map(|_| quote!(__immersve::CodeInfo::new("")));
        return quote!(&[#(#own,)* #(#of_embeds),*]);
    }
    if table.embeds.is_empty() {
        return quote!(&[#(#own),*]);
    }
    let length = number(own.len());
    // What an open one leaves out here does not matter.
    for embed in &mut table.embeds {
        embed.open = false;
    }
    let parts = table.embeds.iter().map(|embed| table.part(embed));
    let codes: Vec<_> = table.embeds.iter().map(Embed::codes).collect();
    quote! {{
        #(#parts)*
        static __IMMERSVE_CODES: [__immersve::CodeInfo; #length] = [#(#own),*];
        static __IMMERSVE_ALL: [__immersve::CodeInfo; #length #(+ __immersve::length(#codes))*] =
            __immersve::flatten(&[&__IMMERSVE_CODES, #(#codes),*]);
        &__IMMERSVE_ALL
    }}
}
