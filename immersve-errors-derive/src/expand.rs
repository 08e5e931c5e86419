//! From a sound model to the impls; nothing can go wrong here any more.

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::Generics;

use crate::model::{Model, Role};
use crate::table::{Embed, Table, number};

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

impl Table<'_> {
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
            let index = self.index();
            let places = (0..).map(number);
            let variants = self.codes.iter().map(|(variant, _)| variant);
            quote! {
                match __rt::Index::find(#index, code) {
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
            let index = self.index();
            quote!(__rt::Index::info(#index, code))
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

fn option(value: Option<TokenStream>) -> TokenStream {
    value.map_or_else(
        || quote!(::core::option::Option::None),
        |value| quote!(::core::option::Option::Some(#value)),
    )
}
