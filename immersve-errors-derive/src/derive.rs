//! The pipeline: read, check, then expand or fall back.

use proc_macro2::TokenStream;
use quote::quote;

use crate::diagnostics::Diagnostics;
use crate::item::Item;
use crate::model::Model;
use crate::{check, expand, fallback};

pub(crate) fn derive(input: &TokenStream) -> TokenStream {
    let mut errors = Diagnostics::default();
    let item: Item = match syn::parse2(input.clone()) {
        Ok(item) => item,
        Err(error) => {
            errors.syntax(error);
            let mistakes = errors.finish();
            return quote!(const _: () = { #mistakes };);
        }
    };
    if let Some(again) = item.derived_again() {
        // The other derive generates the impls.
        errors.error(again, "`ImmersveErrorCode` is derived twice; remove one");
        let mistakes = errors.finish();
        return quote!(const _: () = { #mistakes };);
    }
    let model = Model::read(&item, &mut errors);
    check::check(&model, &mut errors);
    match (errors.finish(), item.unreadable) {
        (None, None) => expand::expand(&model),
        (mistakes, _) => fallback::expand(mistakes, &model, &item),
    }
}
