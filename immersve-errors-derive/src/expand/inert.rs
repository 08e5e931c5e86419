//! The table of an enum with mistakes.

use proc_macro2::TokenStream;
use quote::quote;

use super::{details::Details, number, table::Table};
use crate::model::{Code, Model, Role, Text};

/// The table of an enum with mistakes, as an expression. It has as many entries as it was meant to have, as far as
/// that is known, so that a constant which reads the table is not an error too.
pub(crate) fn inert(model: &Model, generic: bool) -> TokenStream {
    let table = Table::new(model);
    let own = model.variants.iter().filter_map(|variant| {
        let Role::Code(code) = &variant.role else {
            return None;
        };
        // No valid code begins with a space, so an enum that embeds this one cannot have the same text.
        let placeholder = format!(" {}::{}", model.ident, variant.ident);
        Some(entry(code, &placeholder))
    });
    let own: Vec<_> = own.collect();
    if generic || !model.embeds_are_sound() {
        let of_embeds = table
            .embeds
            .iter()
            .map(|_| quote!(__immersve::CodeInfo::new("")));
        return quote!(&[#(#own,)* #(#of_embeds),*]);
    }
    if table.embeds.is_empty() {
        return quote!(&[#(#own),*]);
    }
    let length = number(own.len());
    let count = number(1 + table.embeds.len());
    let parts = table.embeds.iter().map(|embed| embed.read(&table.ident));
    quote! {{
        static __IMMERSVE_CODES: [__immersve::CodeInfo; #length] = [#(#own),*];
        const __IMMERSVE_PARTS: [__immersve::Part; #count] =
            [__immersve::Part::own(&__IMMERSVE_CODES), #(#parts),*];
        static __IMMERSVE_ALL: [__immersve::CodeInfo; __immersve::total(&__IMMERSVE_PARTS)] =
            __immersve::flatten(&__IMMERSVE_PARTS);
        &__IMMERSVE_ALL
    }}
}

/// One entry of the table, with what is known of the code. `placeholder` replaces a text that was wrong.
fn entry<'a>(code: &'a Code, placeholder: &'a str) -> TokenStream {
    let value = |text: &'a Text| {
        if text.reported {
            placeholder
        } else {
            text.value.as_str()
        }
    };
    let text = value(&code.canonical);
    let mut entry = quote!(__immersve::CodeInfo::new(#text));
    if let Some(description) = &code.description {
        entry = quote!(__immersve::CodeInfo::with_description(#entry, #description));
    }
    if let Some(details) = Details::of(code, value) {
        let row = details.row();
        entry = quote! {
            __immersve::CodeInfo::with_details(#entry, &__immersve::details(&[#row])[0])
        };
    }
    entry
}
