//! Collects mistakes, so that one compilation reports all of them.

use std::fmt::Display;
use std::thread;

use proc_macro2::{Delimiter, Group, Literal, Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};

/// The mistakes so far. Must be consumed by [`finish`](Self::finish).
#[derive(Default)]
pub(crate) struct Diagnostics {
    errors: TokenStream,
    finished: bool,
}

impl Diagnostics {
    /// Reports a mistake at the wrong tokens.
    pub(crate) fn error(&mut self, wrong: impl ToTokens, message: impl Display) {
        let wrong = wrong.into_token_stream();
        let mut spans = wrong.into_iter().map(|token| token.span());
        let start = spans.next().unwrap_or_else(Span::call_site);
        self.report(start, spans.last().unwrap_or(start), message);
    }

    /// Reports a mistake in place of a value.
    pub(crate) fn reject<T>(&mut self, span: impl ToTokens, message: impl Display) -> Option<T> {
        self.error(span, message);
        None
    }

    /// Reports the errors of the parser.
    pub(crate) fn syntax(&mut self, errors: syn::Error) {
        for error in errors {
            self.report(error.span(), error.span(), &error);
        }
    }

    /// Reports a mistake from one span to another.
    fn report(&mut self, start: Span, end: Span, message: impl Display) {
        let mut message = Literal::string(&message.to_string());
        message.set_span(end);
        let mut group = Group::new(Delimiter::Brace, message.into_token_stream());
        group.set_span(end);
        self.errors
            .extend(quote_spanned!(start=> __immersve_core::compile_error! #group));
    }

    /// The items that report all mistakes; `None` if there are none.
    ///
    /// One of them is the type `__ImmersveMistake`, which contains the errors. The compiler reports no further errors
    /// for a body or a constant of this type.
    pub(crate) fn finish(mut self) -> Option<TokenStream> {
        self.finished = true;
        if self.errors.is_empty() {
            return None;
        }
        let errors = &self.errors;
        // The tokens have the edition of the wrong code. In edition 2015, `::core::compile_error` does not exist, but a
        // path from a name in scope does. `extern crate` is resolved at once: after a `use`, the last enum of a file
        // would be reported first.
        Some(quote! {
            extern crate core as __immersve_core;
            type __ImmersveMistake = [(); { #errors }];
        })
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
    fn every_mistake_is_reported() {
        let mut errors = Diagnostics::default();
        errors.error(quote::quote!(a), "first");
        errors.error(quote::quote!(b), "second");
        let tokens = errors.finish().unwrap().to_string();
        assert_eq!(tokens.matches("compile_error !").count(), 2);
        assert!(tokens.find("first") < tokens.find("second"));
    }

    #[test]
    fn without_a_mistake_nothing_is_reported() {
        assert!(Diagnostics::default().finish().is_none());
    }

    #[test]
    #[cfg(debug_assertions)]
    #[should_panic(expected = "dropped without being reported")]
    fn dropping_diagnostics_without_finish_panics() {
        drop(Diagnostics::default());
    }
}
