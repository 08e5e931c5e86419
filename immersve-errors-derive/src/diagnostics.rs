//! Collects every mistake, so that one compilation reports them all.

use std::fmt::Display;
use std::thread;

use proc_macro2::{Delimiter, Group, Ident, Literal, Punct, Spacing, Span, TokenStream, TokenTree};
use quote::{ToTokens, quote};

/// The mistakes found so far. Whoever has it must call [`finish`](Self::finish).
pub(crate) struct Diagnostics {
    errors: Vec<Error>,
    finished: bool,
}

/// One mistake, and the first and the last token that are wrong.
struct Error {
    start: Span,
    end: Span,
    message: String,
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
        let mut spans = at.into_token_stream().into_iter().map(|token| token.span());
        let start = spans.next().unwrap_or_else(Span::call_site);
        self.errors.push(Error {
            start,
            end: spans.last().unwrap_or(start),
            message: message.to_string(),
        });
    }

    /// Reports the errors of the parser.
    pub(crate) fn syntax(&mut self, errors: syn::Error) {
        self.errors.extend(errors.into_iter().map(|error| Error {
            start: error.span(),
            end: error.span(),
            message: error.to_string(),
        }));
    }

    /// The items that make the compiler report everything, or `None` if nothing was wrong.
    ///
    /// One of them is the type `__ImmersveMistake`. It contains the errors, so the compiler reports nothing that
    /// is wrong with a body or a constant of this type.
    pub(crate) fn finish(mut self) -> Option<TokenStream> {
        self.finished = true;
        if self.errors.is_empty() {
            return None;
        }
        // The compiler expands macros that are imported from the last to the first, so the order is reversed.
        let errors = self.errors.iter().rev().map(Error::report);
        // The tokens get the edition of the code that is wrong, and in edition 2015 a path such as
        // `::core::compile_error` does not exist. A single name works in all editions.
        Some(quote! {
            use ::core::compile_error as __immersve_error;
            type __ImmersveMistake = [(); { #(#errors)* }];
        })
    }
}

impl Error {
    fn report(&self) -> TokenStream {
        let mut bang = Punct::new('!', Spacing::Alone);
        bang.set_span(self.start);
        let mut message = Literal::string(&self.message);
        message.set_span(self.end);
        let mut group = Group::new(Delimiter::Brace, TokenTree::from(message).into());
        group.set_span(self.end);
        [
            TokenTree::from(Ident::new("__immersve_error", self.start)),
            bang.into(),
            group.into(),
        ]
        .into_iter()
        .collect()
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
        let mut errors = Diagnostics::new();
        errors.error(quote::quote!(a), "first");
        errors.error(quote::quote!(b), "second");
        let tokens = errors.finish().unwrap().to_string();
        assert_eq!(tokens.matches("__immersve_error !").count(), 2);
        assert!(tokens.find("first") > tokens.find("second"));
    }

    #[test]
    fn without_a_mistake_nothing_is_reported() {
        assert!(Diagnostics::new().finish().is_none());
    }

    #[test]
    #[cfg(debug_assertions)]
    #[should_panic(expected = "dropped without being reported")]
    fn dropping_diagnostics_without_finish_panics() {
        drop(Diagnostics::new());
    }
}
