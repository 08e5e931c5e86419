//! Inert impls for an enum that does not compile, so that code using it reports no follow-on errors.

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;
use syn::{WherePredicate, parse_quote};

use crate::expand;
use crate::item::Item;
use crate::model::Model;

/// Reports the mistakes, unless only the compiler found any, and generates the impls.
pub(crate) fn expand(mistakes: Option<TokenStream>, model: &Model, item: &Item) -> TokenStream {
    let (report, body, error) = match (mistakes, item.unreadable) {
        // The type from `Diagnostics::finish` is an error itself. The compiler reports nothing that follows from it,
        // such as constants that read the table. Without the other type, rust-analyzer would report each body.
        (Some(mistakes), _) => (
            mistakes,
            quote!(__immersve::never::<__ImmersveMistake, _>()),
            quote!(__ImmersveMistake),
        ),
        (None, unreadable) => (
            unreadable.map(guard).unwrap_or_default(),
            quote!(__immersve::never::<(), _>()),
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

    // A struct may have the shared impls already, for example from `derive(Deserialize)`.
    let shared = (item.keyword == "enum")
        .then(|| expand::shared(model, &item.generics, &error, Some(&body)));

    // A type with parameters may not be `'static` and so not implement the trait. Inherent methods stand in for it.
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
    // With `for<'a>`, a false bound is not an error but hides the impl.
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

/// An error only if the compiler accepts what the derive cannot read, because lints run last.
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
