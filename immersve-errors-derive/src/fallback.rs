//! The same impls, inert, so that one mistake is one error and not one more at every use.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{Generics, parse_quote};

use crate::expand;
use crate::model::Model;

/// What stands in for the impls of an item with mistakes, whatever kind of item it is.
pub(crate) fn expand(model: &Model, generics: &Generics) -> TokenStream {
    let ident = &model.ident;
    let mut generics = generics.clone();
    generics
        .make_where_clause()
        .predicates
        .push(parse_quote!(Self: 'static));
    let (impl_generics, ty_generics, where_clause) = generics.split_for_impl();

    let error = if model.is_open() {
        quote!(::core::convert::Infallible)
    } else {
        quote!(__rt::UnrecognizedCode)
    };
    let from_str = expand::from_str_impl(
        model,
        &generics,
        &error,
        &quote!(::core::panic!("the enum has mistakes")),
    );
    let text_impls = expand::text_impls(model, &generics);
    // The bound is true or none of our business, and over a lifetime it is not checked here.
    let debug = quote!(, for<'__any> Self: ::core::fmt::Debug);
    let display = expand::display_impls(model, &generics, &debug);

    expand::wrap(
        model,
        &quote! {
            #[automatically_derived]
            impl #impl_generics __rt::ImmersveErrorCode for #ident #ty_generics #where_clause {
                const CODES: &'static [__rt::CodeInfo] = &[];
                const OPERATION: ::core::option::Option<&'static ::core::primitive::str> =
                    ::core::option::Option::None;
                const __OPEN: ::core::primitive::bool = false;
                fn from_code(_: &::core::primitive::str) -> ::core::option::Option<Self> {
                    ::core::option::Option::None
                }
                fn as_str(&self) -> &::core::primitive::str {
                    ""
                }
                fn info(&self) -> ::core::option::Option<&'static __rt::CodeInfo> {
                    ::core::option::Option::None
                }
            }
            #from_str
            #text_impls
            #display
        },
    )
}
