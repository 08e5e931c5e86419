//! Derive input: source text, as any tokens it may be.
//!
//! A derive cannot be called outside of the compiler, so its modules are compiled into this target.
#![no_main]

#[path = "../../../immersve-errors-derive/src/attr.rs"]
mod attr;
#[path = "../../../immersve-errors-derive/src/case.rs"]
mod case;
#[path = "../../../immersve-errors-derive/src/check.rs"]
mod check;
#[path = "../../../immersve-errors-derive/src/derive.rs"]
mod derive;
#[path = "../../../immersve-errors-derive/src/diagnostics.rs"]
mod diagnostics;
#[path = "../../../immersve-errors-derive/src/expand.rs"]
mod expand;
#[path = "../../../immersve-errors-derive/src/fallback.rs"]
mod fallback;
#[path = "../../../immersve-errors-derive/src/key.rs"]
mod key;
#[path = "../../../immersve-errors-derive/src/model.rs"]
mod model;
#[path = "../../../immersve-errors-derive/src/suggest.rs"]
mod suggest;
#[path = "../../../immersve-errors-derive/src/text.rs"]
mod text;
#[path = "../../../immersve-errors-derive/src/value.rs"]
mod value;

use libfuzzer_sys::{Corpus, fuzz_target};
use proc_macro2::TokenStream;

fuzz_target!(|source: &str| -> Corpus {
    let Ok(tokens) = source.parse::<TokenStream>() else {
        return Corpus::Reject;
    };
    let out = derive::derive(tokens);
    assert!(
        syn::parse2::<syn::File>(out.clone()).is_ok(),
        "{source}\n=>\n{out}"
    );
    Corpus::Keep
});
