//! The same impls, inert, so that one mistake is one error and not one more at every use.

use proc_macro2::TokenStream;
use quote::{ToTokens as _, quote};
use syn::{GenericParam, Generics, WherePredicate, parse_quote};

use crate::expand;
use crate::model::Model;

/// What stands in for the impls of an item with mistakes, whatever kind of item it is.
pub(crate) fn expand(model: &Model, generics: &Generics) -> TokenStream {
    let ident = &model.ident;
    let mut generics = generics.clone();
    // A bound over a lifetime may be false: then it hides the impl and is no error of its own.
    generics.make_where_clause().predicates.extend([
        parse_quote!(Self: 'static),
        parse_quote!(
            for<'__any> Self: ::core::marker::Sized
                + ::core::marker::Send
                + ::core::marker::Sync
                + ::core::fmt::Debug
        ),
    ] as [WherePredicate; 2]);
    let (impl_generics, ty_generics, where_clause) = generics.split_for_impl();

    let params = parameters(&generics);
    let bounds = &generics
        .where_clause
        .as_ref()
        .map(|clause| &clause.predicates);
    let head = quote!([[#params] [#ident #ty_generics] [#bounds]]);
    let traits = expand::shared_traits(model);
    let from_str = if model.is_open() {
        expand::from_str_impl(model, &generics, &quote!(::core::panic!("see the errors")))
    } else {
        quote!(__rt::impls!(#head: FromStr);)
    };
    let error = model.display.then(|| quote!(, Error));

    expand::wrap(
        model,
        &quote! {
            #[automatically_derived]
            impl #impl_generics __rt::ImmersveErrorCode for #ident #ty_generics #where_clause {
                const CODES: &'static [__rt::CodeInfo] = &[];
                const OPERATION: ::core::option::Option<&'static ::core::primitive::str> =
                    ::core::option::Option::None;
                const OPEN: ::core::primitive::bool = false;
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
            __rt::impls!(#head: #traits #error);
        },
    )
}

/// The generic parameters as an `impl` declares them: without defaults and brackets.
fn parameters(generics: &Generics) -> TokenStream {
    let mut params = generics.params.clone();
    for param in &mut params {
        match param {
            GenericParam::Type(param) => param.default = None,
            GenericParam::Const(param) => param.default = None,
            GenericParam::Lifetime(_) => {}
        }
    }
    params.into_token_stream()
}
