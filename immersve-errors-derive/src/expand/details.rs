//! The table of what few codes have: aliases, statuses, a deprecation or a retry hint.

use std::collections::HashMap;

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::{ToTokens, quote};

use super::{number, option};
use crate::model::Code;
use crate::value::Retry;

/// What a code has beside its text and its description.
#[derive(Default, PartialEq, Eq, Hash)]
struct Details<'a> {
    aliases: Vec<&'a str>,
    statuses: &'a [u16],
    deprecated: Option<&'a str>,
    retry: Option<Retry>,
}

impl<'a> Details<'a> {
    /// The details of a code; `None` if it has none.
    fn of(code: &'a Code) -> Option<Self> {
        let details = Self {
            aliases: code
                .aliases
                .iter()
                .map(|alias| alias.value.as_str())
                .collect(),
            statuses: &code.statuses,
            deprecated: code.deprecated.as_deref(),
            retry: code.retry,
        };
        (details != Self::default()).then_some(details)
    }

    /// The row that the runtime makes details of. It has literals only: many calls in one constant cost the
    /// compiler more than their share.
    fn row(&self) -> TokenStream {
        let aliases = &self.aliases;
        let statuses = self.statuses.iter().copied().map(Literal::u16_unsuffixed);
        let deprecated = option(self.deprecated.map(ToTokens::to_token_stream));
        let retry = option(self.retry.map(|retry| {
            let retry = Ident::new(
                match retry {
                    Retry::Never => "Never",
                    Retry::IfIdempotent => "IfIdempotent",
                    Retry::Always => "Always",
                },
                Span::call_site(),
            );
            quote!(__immersve::Retry::#retry)
        }));
        quote!((&[#(#aliases),*], &[#(#statuses),*], #deprecated, #retry))
    }
}

/// A static with the details of these codes, in which equal ones share an entry; and which code has which, as
/// arguments of the function that makes the table of codes.
pub(super) fn statics<'a>(
    codes: impl Iterator<Item = &'a Code>,
) -> (Option<TokenStream>, TokenStream) {
    let mut entries = HashMap::new();
    let mut rows = Vec::new();
    let mut places = Vec::new();
    for (place, code) in codes.enumerate() {
        let Some(details) = Details::of(code) else {
            continue;
        };
        let entry = *entries.entry(details).or_insert_with_key(|details| {
            rows.push(details.row());
            rows.len() - 1
        });
        let (place, entry) = (number(place), number(entry));
        places.push(quote!((#place, #entry)));
    }
    if rows.is_empty() {
        return (None, quote!(&[], &[]));
    }
    let count = number(rows.len());
    let details = quote! {
        static __IMMERSVE_DETAILS: [__immersve::CodeDetails; #count] =
            __immersve::details(&[#(#rows),*]);
    };
    (Some(details), quote!(&[#(#places),*], &__IMMERSVE_DETAILS))
}
