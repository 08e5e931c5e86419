//! Impls that do nothing, for an enum that does not compile: without them, every use of it would be an error too.

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;
use syn::{WherePredicate, parse_quote};

use crate::expand;
use crate::item::Item;
use crate::model::Model;

/// Reports the mistakes, if the derive found any and not only the compiler, and writes the impls.
pub(crate) fn expand(mistakes: Option<TokenStream>, model: &Model, item: &Item) -> TokenStream {
    let (report, body, error) = match (mistakes, item.unreadable) {
        // The type that `Diagnostics::finish` declares is an error itself. The compiler reports it once, and nothing
        // that follows from it: neither uses of the enum nor constants that read its table.
        (Some(mistakes), _) => (
            mistakes,
            quote!(__immersve::never::<__ImmersveMistake>()),
            quote!(__ImmersveMistake),
        ),
        (None, unreadable) => (
            unreadable.map(guard).unwrap_or_default(),
            quote!(__immersve::never()),
            expand::parse_error(model),
        ),
    };
    let ident = expand::at(&model.ident);
    let methods = |visibility| {
        quote! {
            #visibility fn from_code(_: &__immersve::str) -> __immersve::Option<Self> {
                #body
            }
            #visibility fn as_str(&self) -> &__immersve::str {
                #body
            }
            #visibility fn info(&self) -> __immersve::Option<&'static __immersve::CodeInfo> {
                #body
            }
        }
    };

    // What is not an enum may have the shared impls already, as of `derive(Deserialize)`.
    let shared = (item.keyword == "enum")
        .then(|| expand::shared(model, &item.generics, &error, Some(&body)));

    // A type with parameters may not be `'static`, and then it cannot implement the trait. So it has the methods as
    // inherent ones.
    let (impl_generics, ty_generics, clause) = item.generics.split_for_impl();
    let inherent = (!item.generics.params.is_empty()).then(|| {
        let methods = methods(quote!(pub));
        quote!(impl #impl_generics #ident #ty_generics #clause { #methods })
    });
    let bounds: [WherePredicate; 2] = [
        parse_quote!(Self: 'static),
        parse_quote!(
            for<'__immersve_any> Self: __immersve::Sized + __immersve::Send + __immersve::Sync
        ),
    ];
    // A false bound with `for<'a>` is not an error; it only hides the impl.
    let mut bounded = item.generics.clone();
    bounded.make_where_clause().predicates.extend(bounds);
    let (_, _, clause) = bounded.split_for_impl();
    let methods = methods(TokenStream::new());
    let items = quote! {
        #report
        #[automatically_derived]
        impl #impl_generics __immersve::ImmersveErrorCode for #ident #ty_generics #clause {
            const CODES: &'static [__immersve::CodeInfo] = #body;
            const OPERATION: __immersve::Option<&'static __immersve::str> = #body;
            const OPEN: __immersve::bool = #body;
            #methods
        }
        #shared
        #inherent
    };
    expand::wrap(model, &items)
}

/// An error only if the compiler accepts what the derive does not read: lints run only if nothing else was wrong.
fn guard(span: Span) -> TokenStream {
    let unreadable = Ident::new("__ImmersveUnreadable", span);
    quote! {
        #[must_use = "`ImmersveErrorCode` cannot read this; expected a variant"]
        struct __ImmersveUnreadable;
        #[deny(unused_must_use)]
        fn __immersve_unreadable() {
            #unreadable;
        }
    }
}
