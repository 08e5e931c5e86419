//! Impls that do nothing, for an enum with mistakes: without them, every use of the enum would be an error too.

use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, quote};
use syn::{Generics, WherePredicate, parse_quote};

use crate::expand::{self, Bodies};
use crate::model::Model;

/// The impls of an item with mistakes, whatever kind of item it is.
pub(crate) fn expand(model: &Model, generics: &Generics) -> TokenStream {
    let ident = expand::at(&model.ident);
    // The shared impls have no bounds, so that a use of the type is not an error either.
    let open = model.is_open_or_meant_so();
    let mut sized = generics.clone();
    sized
        .make_where_clause()
        .predicates
        .push(parse_quote!(for<'__immersve_any> Self: ::core::marker::Sized));
    let shared = expand::shared(model, &sized, open, &Bodies::inert());
    let methods = (!generics.params.is_empty()).then(|| methods(&ident, generics));

    let mut generics = generics.clone();
    // A false bound with `for<'a>` is not an error; it only hides the impl.
    generics.make_where_clause().predicates.extend([
        parse_quote!(Self: 'static),
        parse_quote!(
            for<'__immersve_any> Self: ::core::marker::Sized
                + ::core::marker::Send
                + ::core::marker::Sync
                + ::core::fmt::Debug
        ),
    ] as [WherePredicate; 2]);
    let (impl_generics, ty_generics, where_clause) = generics.split_for_impl();

    let codes = expand::inert(model, !generics.params.is_empty());
    let operation = expand::option(model.operation.as_ref().map(ToTokens::to_token_stream));
    expand::wrap(
        model,
        &quote! {
            #[automatically_derived]
            impl #impl_generics __immersve::ImmersveErrorCode for #ident #ty_generics #where_clause {
                const CODES: &'static [__immersve::CodeInfo] = #codes;
                const OPERATION: ::core::option::Option<&'static ::core::primitive::str> = #operation;
                const OPEN: ::core::primitive::bool = false;
                fn from_code(_: &::core::primitive::str) -> ::core::option::Option<Self> {
                    ::core::option::Option::None
                }
                fn as_str(&self) -> &::core::primitive::str {
                    ""
                }
                fn info(&self) -> ::core::option::Option<&'static __immersve::CodeInfo> {
                    ::core::option::Option::None
                }
            }
            #shared
            #methods
        },
    )
}

/// The methods that people call most, as inherent ones: a type with parameters may not be `'static`, and then it
/// cannot implement the trait.
fn methods(ident: &Ident, generics: &Generics) -> TokenStream {
    let (impl_generics, ty_generics, where_clause) = generics.split_for_impl();
    quote! {
        impl #impl_generics #ident #ty_generics #where_clause {
            pub fn from_code(_: &::core::primitive::str) -> ::core::option::Option<Self> {
                __immersve::never()
            }
            pub fn as_str(&self) -> &::core::primitive::str {
                __immersve::never()
            }
            pub fn info(&self) -> ::core::option::Option<&'static __immersve::CodeInfo> {
                __immersve::never()
            }
        }
    }
}
