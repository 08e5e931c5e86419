//! The steps of the derive: read, check, then expand, or report the mistakes and fall back.

use proc_macro2::TokenStream;
use quote::quote;
use syn::DeriveInput;

use crate::diagnostics::Diagnostics;
use crate::model::Model;
use crate::{check, expand, fallback};

pub(crate) fn derive(input: TokenStream) -> TokenStream {
    let mut errors = Diagnostics::new();
    let input: DeriveInput = match syn::parse2(input) {
        Ok(input) => input,
        Err(error) => {
            errors.syntax(error);
            let mistakes = errors.finish();
            return quote!(const _: () = { #mistakes };);
        }
    };
    let model = Model::read(&input, &mut errors);
    check::check(&model, &mut errors);
    match errors.finish() {
        None => expand::expand(&model),
        Some(mistakes) => fallback::expand(&mistakes, &model, &input.generics),
    }
}
