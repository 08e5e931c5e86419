//! From a sound model to the impls; nothing can go wrong here any more.

use proc_macro2::{Delimiter, Group, Ident, Literal, Span, TokenStream, TokenTree};
use quote::{ToTokens, quote, quote_spanned};
use syn::{Generics, Type};

use crate::model::{Code, Model, Role};

/// The impls of an enum without mistakes.
pub(crate) fn expand(model: &Model) -> TokenStream {
    let table = Table::new(model);
    let statics = table.statics();
    let proofs = table.proofs();
    let code_impl = table.code_impl(model);
    let shared_impls = table.shared_impls(model);
    wrap(model, &quote! { #statics #proofs #code_impl #shared_impls })
}

/// Puts everything where it cannot collide with the user's names.
pub(crate) fn wrap(model: &Model, items: &TokenStream) -> TokenStream {
    let krate = &model.krate;
    // Shown at the user's path if that leads elsewhere.
    let at = krate.segments.last().map(|last| last.ident.span());
    let import = quote_spanned! {Span::call_site().located_at(at.unwrap_or_else(Span::call_site))=>
        __private as __rt
    };
    let allow = allow(model);
    quote! {
        #allow
        const _: () = {
            use #krate::#import;
            #items
        };
    }
}

/// The only place that silences a lint: the mark of deprecation is for those who use the enum.
fn allow(model: &Model) -> TokenStream {
    let embeds = |role: &Role| matches!(role, Role::Embed(_));
    if model.deprecated || model.variants.iter().any(|variant| embeds(&variant.role)) {
        quote!(#[allow(deprecated)])
    } else {
        TokenStream::new()
    }
}

/// The shared impls that an enum gets, `FromStr` and `Error` aside.
pub(crate) fn shared_traits(model: &Model) -> TokenStream {
    if model.display {
        quote!(AsRef, Serialize, Deserialize, Display)
    } else {
        quote!(AsRef, Serialize, Deserialize)
    }
}

/// The enum as its table sees it.
struct Table<'a> {
    ident: &'a Ident,
    /// The enum's own codes; their order is their index.
    codes: Vec<(&'a Ident, &'a Code)>,
    embeds: Vec<Embed<'a>>,
    unknown: Option<(&'a Ident, &'a Type)>,
}

struct Embed<'a> {
    variant: &'a Ident,
    ty: &'a Type,
    /// How many of the enum's own codes stand before it.
    after: usize,
}

impl<'a> Table<'a> {
    fn new(model: &'a Model) -> Self {
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

    /// The table, its index, and the way from a variant to its place.
    fn statics(&self) -> TokenStream {
        let own = if self.codes.is_empty() {
            TokenStream::new()
        } else {
            let ident = self.ident;
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
                static __CODES: [__rt::CodeInfo; #length] = [#(#entries),*];
                static __INDEX: __rt::Index<{ __rt::cells(#texts) }> = __rt::Index::new(&__CODES);
                fn __index(code: &#ident) -> ::core::primitive::usize {
                    match code {
                        #(#ident::#variants => #places,)*
                        #others
                    }
                }
            }
        };
        if self.embeds.is_empty() {
            return own;
        }

        let tables = self.embeds.iter().map(Embed::codes);
        let own_length = (!self.codes.is_empty()).then(|| number(self.codes.len()));
        let lengths = own_length
            .map(ToTokens::into_token_stream)
            .into_iter()
            .chain(tables.map(|table| quote!(#table.len())));
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
            static __ALL: [__rt::CodeInfo; #(#lengths)+*] = __rt::flatten(&[#(#parts),*]);
        }
    }

    /// What must hold of the embedded enums, shown at their types.
    fn proofs(&self) -> TokenStream {
        let own = (!self.codes.is_empty()).then(|| quote!(&__CODES));
        let proofs = self.embeds.iter().enumerate().map(|(place, embed)| {
            let ty = embed.ty;
            let codes = embed.codes();
            let closed = call_at(
                ty,
                &quote!(__rt::assert_closed),
                quote!(<#ty as __rt::ImmersveErrorCode>::OPEN),
            );
            let earlier = self.embeds[..place].iter().map(Embed::codes);
            let disjoint = own.iter().cloned().chain(earlier).map(|earlier| {
                call_at(ty, &quote!(__rt::assert_disjoint), quote!(#earlier, #codes))
            });
            quote! {
                const _: () = #closed;
                #(const _: () = #disjoint;)*
            }
        });
        quote!(#(#proofs)*)
    }

    fn code_impl(&self, model: &Model) -> TokenStream {
        let ident = self.ident;
        let codes = if self.embeds.is_empty() {
            quote!(__CODES)
        } else {
            quote!(__ALL)
        };
        let operation = option(model.operation.as_ref().map(ToTokens::to_token_stream));
        let open = self.unknown.is_some();
        let from_code = self.resolution();
        let as_str = self.as_str();
        let info = self.info();
        quote! {
            #[automatically_derived]
            impl __rt::ImmersveErrorCode for #ident {
                const CODES: &'static [__rt::CodeInfo] = &#codes;
                const OPERATION: ::core::option::Option<&'static ::core::primitive::str> = #operation;
                const OPEN: ::core::primitive::bool = #open;
                fn from_code(code: &::core::primitive::str) -> ::core::option::Option<Self> {
                    #from_code
                }
                fn as_str(&self) -> &::core::primitive::str {
                    #as_str
                }
                fn info(&self) -> ::core::option::Option<&'static __rt::CodeInfo> {
                    #info
                }
            }
        }
    }

    /// Own codes, then embedded enums in order, then unknown.
    fn resolution(&self) -> TokenStream {
        let miss = self
            .keep()
            .unwrap_or_else(|| quote!(return ::core::option::Option::None));
        let embeds = self.embeds.iter().map(|embed| {
            let Embed { variant, ty, .. } = embed;
            quote! {
                if let ::core::option::Option::Some(code) = <#ty as __rt::ImmersveErrorCode>::from_code(code) {
                    Self::#variant(code)
                } else
            }
        });
        let miss = if self.embeds.is_empty() {
            miss
        } else {
            quote!(#(#embeds)* { #miss })
        };
        let found = if self.codes.is_empty() {
            miss
        } else {
            let places = (0..).map(number);
            let variants = self.codes.iter().map(|(variant, _)| variant);
            quote! {
                match __INDEX.find(&__CODES, code) {
                    #(#places => Self::#variants,)*
                    _ => #miss,
                }
            }
        };
        quote!(::core::option::Option::Some(#found))
    }

    fn as_str(&self) -> TokenStream {
        self.of_self(
            &quote!(as_str),
            |text| text,
            &quote!(__CODES[__index(self)].code()),
        )
    }

    fn info(&self) -> TokenStream {
        self.of_self(
            &quote!(info),
            |text| self.info_of(&text),
            &quote!(::core::option::Option::Some(&__CODES[__index(self)])),
        )
    }

    /// What `method` gives: what the embedded enum gives, what becomes of the text of an unknown code,
    /// and what the table gives for the rest.
    fn of_self(
        &self,
        method: &TokenStream,
        of_unknown: impl FnOnce(TokenStream) -> TokenStream,
        of_own: &TokenStream,
    ) -> TokenStream {
        if self.is_plain() {
            return of_own.clone();
        }
        let embeds = self.embeds.iter().map(|Embed { variant, ty, .. }| {
            quote!(Self::#variant(code) => <#ty as __rt::ImmersveErrorCode>::#method(code),)
        });
        let unknown = self.unknown.map(|(variant, payload)| {
            let found = of_unknown(quote!(<#payload as __rt::UnknownPayload>::text(code)));
            quote!(Self::#variant(code) => #found,)
        });
        let own = (!self.codes.is_empty()).then(|| quote!(_ => #of_own,));
        quote! {
            match self {
                #(#embeds)*
                #unknown
                #own
            }
        }
    }

    /// Information goes by the wire code, also where an `unknown` variant was built by hand.
    fn info_of(&self, text: &TokenStream) -> TokenStream {
        let own = (!self.codes.is_empty()).then(|| {
            quote!(<[__rt::CodeInfo]>::get(
                &__CODES,
                __INDEX.find(&__CODES, code)
            ))
        });
        let embeds = self.embeds.iter().map(|Embed { ty, .. }| {
            quote! {
                <#ty as __rt::ImmersveErrorCode>::from_code(code)
                    .and_then(|code| <#ty as __rt::ImmersveErrorCode>::info(&code))
            }
        });
        let mut tables = own.into_iter().chain(embeds);
        let first = tables.next();
        quote! {{
            let code = #text;
            #first #(.or_else(|| #tables))*
        }}
    }

    fn shared_impls(&self, model: &Model) -> TokenStream {
        let ident = self.ident;
        let traits = shared_traits(model);
        let error = model.display.then(|| quote!(, Error));
        let Some(keep) = self.keep() else {
            return quote!(__rt::impls!(#ident: FromStr, #traits #error););
        };
        let from_str = from_str_impl(
            model,
            &Generics::default(),
            &quote! {
                ::core::result::Result::Ok(
                    <Self as __rt::ImmersveErrorCode>::from_code(code).unwrap_or_else(|| #keep)
                )
            },
        );
        quote! {
            #from_str
            __rt::impls!(#ident: #traits #error);
        }
    }

    /// The unknown variant around `code`.
    fn keep(&self) -> Option<TokenStream> {
        let (variant, payload) = self.unknown?;
        Some(quote!(Self::#variant(<#payload as __rt::UnknownPayload>::keep(code))))
    }

    /// Whether every variant stands for one code.
    fn is_plain(&self) -> bool {
        self.embeds.is_empty() && self.unknown.is_none()
    }
}

/// `FromStr` of an open enum.
pub(crate) fn from_str_impl(model: &Model, generics: &Generics, body: &TokenStream) -> TokenStream {
    let ident = &model.ident;
    let (impl_generics, ty_generics, where_clause) = generics.split_for_impl();
    quote! {
        #[automatically_derived]
        impl #impl_generics ::core::str::FromStr for #ident #ty_generics #where_clause {
            type Err = ::core::convert::Infallible;
            fn from_str(
                code: &::core::primitive::str,
            ) -> ::core::result::Result<Self, ::core::convert::Infallible> {
                #body
            }
        }
    }
}

impl Embed<'_> {
    fn codes(&self) -> TokenStream {
        let ty = self.ty;
        quote!(<#ty as __rt::ImmersveErrorCode>::CODES)
    }
}

/// The part of the table between two places, if there is anything.
fn run(from: usize, to: usize) -> Option<TokenStream> {
    let (from, to) = (from < to).then(|| (number(from), number(to)))?;
    Some(quote!(__rt::run(&__CODES, #from, #to)))
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

fn option(value: Option<TokenStream>) -> TokenStream {
    value.map_or_else(
        || quote!(::core::option::Option::None),
        |value| quote!(::core::option::Option::Some(#value)),
    )
}

fn number(number: usize) -> Literal {
    Literal::usize_unsuffixed(number)
}
