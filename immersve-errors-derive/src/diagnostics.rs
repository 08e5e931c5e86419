//! Collects every mistake, so that one compilation reports them all.

use std::fmt::Display;
use std::thread;

use proc_macro2::TokenStream;
use quote::ToTokens;

/// The mistakes found so far; must be consumed by [`finish`](Self::finish).
pub(crate) struct Diagnostics {
    errors: Vec<syn::Error>,
    finished: bool,
}

impl Diagnostics {
    pub(crate) fn new() -> Self {
        Self {
            errors: Vec::new(),
            finished: false,
        }
    }

    /// Reports one mistake at the tokens that are wrong.
    pub(crate) fn error(&mut self, at: impl ToTokens, message: impl Display) {
        self.errors.push(syn::Error::new_spanned(at, message));
    }

    /// The tokens that make the compiler report everything, or `None` if nothing was wrong.
    pub(crate) fn finish(mut self) -> Option<TokenStream> {
        self.finished = true;
        self.errors
            .drain(..)
            .reduce(|mut all, error| {
                all.combine(error);
                all
            })
            .map(syn::Error::into_compile_error)
    }
}

impl Drop for Diagnostics {
    fn drop(&mut self) {
        debug_assert!(
            self.finished || thread::panicking(),
            "diagnostics were dropped without being reported"
        );
    }
}

#[cfg(test)]
mod tests {
    use super::Diagnostics;

    #[test]
    fn every_mistake_is_reported_in_order() {
        let mut errors = Diagnostics::new();
        errors.error(quote::quote!(a), "first");
        errors.error(quote::quote!(b), "second");
        let tokens = errors.finish().unwrap().to_string();
        assert_eq!(tokens.matches("compile_error").count(), 2);
        assert!(tokens.find("first") < tokens.find("second"));
    }

    #[test]
    fn no_mistake_is_nothing_to_report() {
        assert!(Diagnostics::new().finish().is_none());
    }

    #[test]
    #[cfg(debug_assertions)]
    #[should_panic(expected = "dropped without being reported")]
    fn forgotten_diagnostics_are_noticed() {
        drop(Diagnostics::new());
    }
}
