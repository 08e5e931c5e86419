//! Collects every mistake, so that one compilation reports them all.

use std::fmt::Display;
use std::thread;

use proc_macro2::{Delimiter, Group, Ident, Literal, Punct, Spacing, Span, TokenStream, TokenTree};
use quote::{ToTokens, quote};

/// The mistakes found so far; must be consumed by [`finish`](Self::finish).
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

    /// Reports what the parser says.
    pub(crate) fn syntax(&mut self, errors: syn::Error) {
        self.errors.extend(errors.into_iter().map(|error| Error {
            start: error.span(),
            end: error.span(),
            message: error.to_string(),
        }));
    }

    /// The items that make the compiler report everything, or `None` if nothing was wrong.
    ///
    /// One of them is `__ImmersveMistake`, a type that the compiler knows to be a mistake. Whatever body has
    /// to do with it is one too, and no second error.
    pub(crate) fn finish(mut self) -> Option<TokenStream> {
        self.finished = true;
        if self.errors.is_empty() {
            return None;
        }
        // The compiler takes macros that had to wait for an import from the last to the first.
        let errors = self.errors.iter().rev().map(Error::report);
        // A path such as `::core::compile_error` would be of the edition of the tokens that are wrong, and
        // 2015 has no `::core`. A single name is the same in all of them.
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
