//! Impls that do nothing, for an enum with mistakes: without them, every use of the enum would be an error too.
//!
//! Each body and each constant has the type that [`Diagnostics::finish`](crate::diagnostics::Diagnostics::finish)
//! declares, which is an error itself. The compiler reports an error once, and reports nothing that follows from
//! it. So uses of the enum cause no errors, and neither do constants that read its table.

use proc_macro2::{Ident, TokenStream};
use quote::quote;
use syn::{Generics, WherePredicate, parse_quote};

use crate::expand::{self, Bodies};
use crate::model::Model;

/// Reports the mistakes of an item, whatever kind of item it is, and writes its impls.
pub(crate) fn expand(mistakes: &TokenStream, model: &Model, generics: &Generics) -> TokenStream {
    let ident = expand::at(&model.ident);
    let mistake = quote!(__immersve::never::<__ImmersveMistake>());
    // The shared impls have no bounds, so that a use of the type is not an error either.
    let mut sized = generics.clone();
    sized
        .make_where_clause()
        .predicates
        .push(parse_quote!(for<'__immersve_any> Self: ::core::marker::Sized));
    let shared = expand::shared(model, &sized, &Bodies::inert(&mistake));
    let methods = (!generics.params.is_empty()).then(|| methods(&ident, generics, &mistake));

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
    expand::wrap(
        model,
        &quote! {
            #mistakes
            #[automatically_derived]
            impl #impl_generics __immersve::ImmersveErrorCode for #ident #ty_generics #where_clause {
                const CODES: &'static [__immersve::CodeInfo] = #mistake;
                const OPERATION: ::core::option::Option<&'static ::core::primitive::str> = #mistake;
                const OPEN: ::core::primitive::bool = #mistake;
                fn from_code(_: &::core::primitive::str) -> ::core::option::Option<Self> {
                    #mistake
                }
                fn as_str(&self) -> &::core::primitive::str {
                    #mistake
                }
                fn info(&self) -> ::core::option::Option<&'static __immersve::CodeInfo> {
                    #mistake
                }
            }
            #shared
            #methods
        },
    )
}

/// The methods that people call most, as inherent ones: a type with parameters may not be `'static`, and then it
/// cannot implement the trait.
fn methods(ident: &Ident, generics: &Generics, mistake: &TokenStream) -> TokenStream {
    let (impl_generics, ty_generics, where_clause) = generics.split_for_impl();
    quote! {
        impl #impl_generics #ident #ty_generics #where_clause {
            pub fn from_code(_: &::core::primitive::str) -> ::core::option::Option<Self> {
                #mistake
            }
            pub fn as_str(&self) -> &::core::primitive::str {
                #mistake
            }
            pub fn info(&self) -> ::core::option::Option<&'static __immersve::CodeInfo> {
                #mistake
            }
        }
    }
}
