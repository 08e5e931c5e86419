//! Fuzzes the derive with any source text that has tokens.
//!
//! A derive can only be called by the compiler, so this target compiles the modules of the derive
//! itself.
#![no_main]

#[path = "../../../immersve-errors-derive/src"]
mod source {
    pub(crate) mod advice;
    pub(crate) mod args;
    pub(crate) mod attr;
    pub(crate) mod case;
    pub(crate) mod check;
    pub(crate) mod derive;
    pub(crate) mod description;
    pub(crate) mod diagnostics;
    pub(crate) mod expand;
    pub(crate) mod fallback;
    pub(crate) mod foreign;
    pub(crate) mod hash;
    pub(crate) mod index;
    pub(crate) mod item;
    pub(crate) mod key;
    pub(crate) mod model;
    pub(crate) mod paragraph;
    pub(crate) mod suggest;
    pub(crate) mod text;
    pub(crate) mod value;
}
// The modules use their paths in the derive.
pub(crate) use source::{
    advice, args, attr, case, check, derive, description, diagnostics, expand, fallback, foreign,
    hash, index, item, key, model, paragraph, suggest, text, value,
};

use libfuzzer_sys::{Corpus, fuzz_target};
use proc_macro2::TokenStream;

fuzz_target!(|source: &str| -> Corpus {
    // The parser keeps all sources for their spans, which makes it slower each time.
    proc_macro2::extra::invalidate_current_thread_spans();
    let Ok(tokens) = source.parse::<TokenStream>() else {
        return Corpus::Reject;
    };
    let out = derive::derive(&tokens);
    assert!(
        syn::parse2::<syn::File>(out.clone()).is_ok(),
        "{source}\n=>\n{out}"
    );
    Corpus::Keep
});
