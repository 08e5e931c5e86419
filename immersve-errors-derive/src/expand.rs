//! Generates the impls of an enum without mistakes.
//!
//! The scope of the enum is unknown, so an expansion follows five rules:
//! - It calls no methods that a trait in scope could shadow: only inherent methods of the runtime that take `self` by
//!   value.
//! - Each path begins with `__immersve`, `Self` or the enum's own name. The runtime re-exports parts of `core`,
//!   because a dependency could have that name.
//! - Each binding begins with `__immersve`, because a pattern with the name of a constant is that constant.
//! - It names no type of the user. The type of a field is inferred from the variant's constructor.
//! - Each `match` on the enum is exhaustive without a wildcard, so a variant that another macro adds does not compile.

mod docs;
mod payload;
mod shared;
mod table;

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::Generics;

use self::table::Table;
use crate::model::Model;

pub(crate) use self::shared::{parse_error, shared};

/// The module of the runtime that expansions use. Its name contains the version, so another version of the runtime does
/// not have it.
pub(crate) fn runtime() -> String {
    let version = env!("CARGO_PKG_VERSION").replace(['.', '-', '+'], "_");
    format!("__immersve_errors_{version}")
}

/// The impls of an enum without mistakes.
pub(crate) fn expand(model: &Model) -> TokenStream {
    let table = Table::new(model);
    let items = table.items();
    let code_impl = code_impl(model, &table);
    let shared = shared(model, &Generics::default(), &parse_error(model), None);
    wrap(model, &quote! { #items #code_impl #shared })
}

/// Wraps the items in a scope of their own, where they cannot collide with the user's names.
pub(crate) fn wrap(model: &Model, items: &TokenStream) -> TokenStream {
    let krate = &model.krate;
    // An error in the user's path is shown there.
    let last = krate.segments.last();
    let span = last.map_or_else(Span::call_site, |last| last.ident.span());
    let span = Span::call_site().located_at(span);
    let runtime = Ident::new(&runtime(), span);
    let import = quote_spanned!(span=> #runtime as __immersve);
    quote! {
        const _: () = {
            use #krate::#import;
            #items
        };
    }
}

fn code_impl(model: &Model, table: &Table<'_>) -> TokenStream {
    let ident = &table.ident;
    let docs = docs::table_of_codes(model);
    let codes = table.all();
    let operation = option(model.operation.as_ref().map(ToTokens::to_token_stream));
    let open = model.is_open();
    let from_code = table.resolve(&quote!(__immersve_code));
    let as_str = table.as_str();
    let info = table.info();
    quote! {
        #[doc = #docs]
        #[automatically_derived]
        impl __immersve::ImmersveErrorCode for #ident {
            const CODES: &'static [__immersve::CodeInfo] = &#codes;
            const OPERATION: __immersve::Option<&'static __immersve::str> = #operation;
            const OPEN: __immersve::bool = #open;
            // Inlined into `FromStr` and `Deserialize`, the lookup would be in the binary twice.
            #[inline(never)]
            fn from_code(__immersve_code: &__immersve::str) -> __immersve::Option<Self> {
                #from_code
            }
            fn as_str(&self) -> &__immersve::str {
                #as_str
            }
            fn info(&self) -> __immersve::Option<&'static __immersve::CodeInfo> {
                #info
            }
        }
    }
}

/// A name of the user as a name of the expansion: errors point to it, and lints skip it.
pub(crate) fn at(ident: &Ident) -> Ident {
    let mut ident = ident.clone();
    ident.set_span(Span::call_site().located_at(ident.span()));
    ident
}

fn option(value: Option<TokenStream>) -> TokenStream {
    value.map_or_else(
        || quote!(__immersve::None),
        |value| quote!(__immersve::Some(#value)),
    )
}

fn number(number: usize) -> Literal {
    Literal::usize_unsuffixed(number)
}
