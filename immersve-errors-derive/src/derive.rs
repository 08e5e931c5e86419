//! The steps of the derive: read, check, then expand, or report the mistakes and fall back.

use proc_macro2::TokenStream;
use syn::DeriveInput;

use crate::diagnostics::Diagnostics;
use crate::model::Model;
use crate::{check, expand, fallback};

pub(crate) fn derive(input: &TokenStream) -> TokenStream {
    let mut errors = Diagnostics::new();
    let item: DeriveInput = match syn::parse2(input.clone()) {
        Ok(item) => item,
        Err(error) => {
            errors.syntax(error);
            return errors.finish().unwrap_or_default();
        }
    };
    let model = Model::read(&item, &mut errors);
    check::check(&model, &mut errors);
    match errors.finish() {
        None => expand::expand(&model, input),
        Some(mut tokens) => {
            tokens.extend(fallback::expand(&model, &item.generics));
            tokens
        }
    }
}
