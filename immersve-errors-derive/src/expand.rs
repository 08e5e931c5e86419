//! Writes the impls of an enum without mistakes.
//!
//! The names around the enum are not known, so an expansion follows four rules:
//! - It calls no methods, as a trait in scope could have a method of the same name. The exceptions are inherent
//!   methods of the runtime that take `self` by value: Rust prefers such a method to that of a trait.
//! - Each path begins with `::core`, `__immersve`, `Self` or the enum's own name.
//! - Each binding begins with `__immersve`: a pattern means a constant, if there is one of that name.
//! - It names no type of the user. It gets the type of a field from the variant's constructor.

mod details;
mod docs;
mod place;
mod shared;
mod table;

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::Generics;

use self::table::{Table, Unknown};
use crate::model::Model;

pub(crate) use self::{
    docs::table_of_codes,
    shared::{Bodies, shared},
};

/// The impls of an enum without mistakes; `input` is the enum as it came.
pub(crate) fn expand(model: &Model, input: &TokenStream) -> TokenStream {
    let table = Table::new(model);
    let statics = table.statics();
    let proofs = table.proofs();
    let code_impl = code_impl(model, input, &table);
    let shared = shared(model, &Generics::default(), &Bodies::live(model.is_open()));
    wrap(model, &quote! { #statics #proofs #code_impl #shared })
}

/// Puts the items into a scope of their own, where they cannot collide with the user's names.
pub(crate) fn wrap(model: &Model, items: &TokenStream) -> TokenStream {
    let krate = &model.krate;
    // If the user's path is wrong, the compiler shows the error there.
    let shown_at = krate.segments.last().map(|last| last.ident.span());
    let import = quote_spanned! {Span::call_site().located_at(shown_at.unwrap_or_else(Span::call_site))=>
        __private as __immersve
    };
    quote! {
        const _: () = {
            use #krate::#import;
            #items
        };
    }
}

fn code_impl(model: &Model, input: &TokenStream, table: &Table<'_>) -> TokenStream {
    let ident = &table.ident;
    let docs = docs::of(input);
    let codes = table.all();
    let operation = option(model.operation.as_ref().map(ToTokens::to_token_stream));
    let open = model.is_open();
    let from_code = table.resolution(&quote!(__immersve_code));
    let as_str = as_str(table);
    let info = info(table);
    quote! {
        #docs
        #[automatically_derived]
        impl __immersve::ImmersveErrorCode for #ident {
            const CODES: &'static [__immersve::CodeInfo] = &#codes;
            const OPERATION: ::core::option::Option<&'static ::core::primitive::str> = #operation;
            const OPEN: ::core::primitive::bool = #open;
            // `FromStr` and `Deserialize` call it. Inlined, the lookup would be in the binary once for each of them.
            #[inline(never)]
            fn from_code(
                __immersve_code: &::core::primitive::str,
            ) -> ::core::option::Option<Self> {
                #from_code
            }
            fn as_str(&self) -> &::core::primitive::str {
                #as_str
            }
            fn info(&self) -> ::core::option::Option<&'static __immersve::CodeInfo> {
                #info
            }
        }
    }
}

fn as_str(table: &Table<'_>) -> TokenStream {
    of_self(
        table,
        |_, field| quote!(#field.as_str()),
        Unknown::text,
        &quote!(__immersve::CodeInfo::code(
            &__IMMERSVE_CODES[__immersve_place(self)]
        )),
    )
}

fn info(table: &Table<'_>) -> TokenStream {
    of_self(
        table,
        |open, field| {
            let inner = quote!(#field.info());
            if open {
                info_of(table, Some(inner))
            } else {
                inner
            }
        },
        |_, _| info_of(table, None),
        &quote!(::core::option::Option::Some(
            &__IMMERSVE_CODES[__immersve_place(self)]
        )),
    )
}

/// The body of a method of `self`: `of_embedded` for an embedded enum, `of_unknown` for an unknown code, and
/// `of_own` for the enum's own codes.
fn of_self(
    table: &Table<'_>,
    of_embedded: impl Fn(bool, &TokenStream) -> TokenStream,
    of_unknown: impl Fn(&Unknown, &TokenStream) -> TokenStream,
    of_own: &TokenStream,
) -> TokenStream {
    if table.is_plain() {
        return of_own.clone();
    }
    let field = quote!(__immersve_held);
    let embeds = table.embeds.iter().map(|embed| {
        let variant = &embed.variant;
        let found = of_embedded(embed.open, &quote!(__immersve::Held(#field)));
        quote!(Self::#variant(__immersve_held) => #found,)
    });
    let unknown = table.unknown.iter().map(|unknown| {
        let variant = &unknown.variant;
        let found = of_unknown(unknown, &field);
        quote!(Self::#variant(__immersve_held) => #found,)
    });
    let own = (!table.codes.is_empty()).then(|| quote!(_ => #of_own,));
    quote! {
        match self {
            #(#embeds)*
            #(#unknown)*
            #own
        }
    }
}

/// The information about the code that `self` has as text, even if the value was built by hand: that of the own
/// codes, then that of the closed enums, then `last`.
fn info_of(table: &Table<'_>, last: Option<TokenStream>) -> TokenStream {
    let text = quote!(__immersve::as_str(self));
    let own = (!table.codes.is_empty()).then(|| {
        let index = table.index();
        quote!(__immersve::Index::info(#index, #text))
    });
    let embeds = table.closed().map(|embed| {
        let variant = &embed.variant;
        quote!(__immersve::Make::new(Self::#variant).info_of(#text))
    });
    let found: Vec<_> = own.into_iter().chain(embeds).chain(last).collect();
    match &found[..] {
        [found] => found.clone(),
        found => quote!(__immersve::first([#(#found),*])),
    }
}

/// A name of the user as a name of the expansion: errors show it where the user wrote it, and lints do not check it.
pub(crate) fn at(ident: &Ident) -> Ident {
    let mut ident = ident.clone();
    ident.set_span(Span::call_site().located_at(ident.span()));
    ident
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
