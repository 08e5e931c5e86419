//! Writes the impls of an enum without mistakes.
//!
//! The names around the enum are not known, so an expansion follows five rules:
//! - It calls no methods, as a trait in scope could have a method of the same name. The exceptions are inherent
//!   methods of the runtime that take `self` by value: Rust prefers such a method to that of a trait.
//! - Each path begins with `__immersve`, `Self` or the enum's own name. The runtime re-exports what is needed of
//!   `core`, as a dependency could have that name.
//! - Each binding begins with `__immersve`: a pattern means a constant, if there is one of that name.
//! - It names no type of the user. It gets the type of a field from the variant's constructor.
//! - Each `match` on the enum names all variants, so that one which another macro adds later does not compile.

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

/// The module of the runtime that expansions use. Its name has the version, so that the runtime of another version
/// has none of that name.
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

/// Puts the items into a scope of their own, where they cannot collide with the user's names.
pub(crate) fn wrap(model: &Model, items: &TokenStream) -> TokenStream {
    let krate = &model.krate;
    // If the user's path is wrong, the compiler shows the error there.
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
            // `FromStr` and `Deserialize` call it. Inlined, the lookup would be in the binary once for each of them.
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

/// A name of the user as a name of the expansion: errors show it where the user wrote it, and lints do not check it.
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
