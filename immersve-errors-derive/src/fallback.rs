//! Impls that do nothing, for an enum that does not compile: without them, every use of it would be an error too.
//!
//! Each body and each constant has the type that [`Diagnostics::finish`](crate::diagnostics::Diagnostics::finish)
//! declares, which is an error itself. The compiler reports an error once, and reports nothing that follows from
//! it. So uses of the enum cause no errors, and neither do constants that read its table.

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;
use syn::{Generics, WherePredicate, parse_quote};

use crate::expand::{self, Bodies};
use crate::item::Item;
use crate::model::Model;

/// Reports the mistakes of an item, whatever kind of item it is, and writes its impls.
pub(crate) fn of_mistakes(mistakes: &TokenStream, model: &Model, item: &Item) -> TokenStream {
    let body = quote!(__immersve::never::<__ImmersveMistake>());
    expand(mistakes, model, item, &body, quote!(__ImmersveMistake))
}

/// Writes the impls of an enum whose mistakes the compiler reports.
pub(crate) fn of_unreadable(span: Span, model: &Model, item: &Item) -> TokenStream {
    // Lints run only if nothing else was wrong. So this is an error only if the compiler accepts what the derive does
    // not read.
    let unreadable = Ident::new("__ImmersveUnreadable", span);
    let guard = quote! {
        #[must_use = "`ImmersveErrorCode` cannot read this; expected a variant"]
        struct __ImmersveUnreadable;
        #[deny(unused_must_use)]
        fn __immersve_unreadable() {
            #unreadable;
        }
    };
    let error = if model.is_open() {
        quote!(__immersve::Infallible)
    } else {
        quote!(__immersve::ParseCodeError)
    };
    expand(&guard, model, item, &quote!(__immersve::never()), error)
}

/// The impls, with this body for all functions and constants.
fn expand(
    report: &TokenStream,
    model: &Model,
    item: &Item,
    body: &TokenStream,
    error: TokenStream,
) -> TokenStream {
    let (ident, generics) = (expand::at(&model.ident), &item.generics);
    // A false bound with `for<'a>` is not an error; it only hides the impl. The shared impls have no others, so that a
    // use of the type is not an error either.
    let mut sized = generics.clone();
    sized
        .make_where_clause()
        .predicates
        .push(parse_quote!(for<'__immersve_any> Self: __immersve::Sized));
    // What is not an enum may have these impls already, as of `derive(Deserialize)`.
    let shared = (item.keyword == "enum")
        .then(|| expand::shared(model, &sized, &Bodies::inert(body, error)));
    let methods = (!generics.params.is_empty()).then(|| methods(&ident, generics, body));

    let mut generics = generics.clone();
    generics.make_where_clause().predicates.extend([
        parse_quote!(Self: 'static),
        parse_quote!(
            for<'__immersve_any> Self: __immersve::Sized
                + __immersve::Send
                + __immersve::Sync
        ),
    ] as [WherePredicate; 2]);
    let (impl_generics, ty_generics, where_clause) = generics.split_for_impl();
    expand::wrap(
        model,
        &quote! {
            #report
            #[automatically_derived]
            impl #impl_generics __immersve::ImmersveErrorCode for #ident #ty_generics #where_clause {
                const CODES: &'static [__immersve::CodeInfo] = #body;
                const OPERATION: __immersve::Option<&'static __immersve::str> = #body;
                const OPEN: __immersve::bool = #body;
                fn from_code(_: &__immersve::str) -> __immersve::Option<Self> {
                    #body
                }
                fn as_str(&self) -> &__immersve::str {
                    #body
                }
                fn info(&self) -> __immersve::Option<&'static __immersve::CodeInfo> {
                    #body
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
            pub fn from_code(_: &__immersve::str) -> __immersve::Option<Self> {
                #mistake
            }
            pub fn as_str(&self) -> &__immersve::str {
                #mistake
            }
            pub fn info(&self) -> __immersve::Option<&'static __immersve::CodeInfo> {
                #mistake
            }
        }
    }
}
