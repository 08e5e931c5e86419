//! A variant with a field, whose type gets the errors about it.

use proc_macro2::{Group, Ident, Span, TokenStream, TokenTree};

use crate::model::PayloadKind;

pub(super) struct Payload {
    pub(super) variant: Ident,
    pub(super) kind: PayloadKind,
    /// How many of the enum's own codes are declared before it.
    pub(super) after: usize,
    /// The first and the last token of the type.
    span: (Span, Span),
}

impl Payload {
    pub(super) fn new(variant: Ident, ty: &TokenStream, kind: PayloadKind, after: usize) -> Self {
        let mut spans = ty.clone().into_iter().map(|token| token.span());
        let start = spans.next().unwrap_or_else(Span::call_site);
        let end = spans.last().unwrap_or(start);
        Self {
            variant,
            kind,
            after,
            span: (start, end),
        }
    }

    /// The same tokens, with the span of the type.
    pub(super) fn at_type(&self, tokens: TokenStream) -> TokenStream {
        let (start, end) = self.span;
        let at = |span| Span::call_site().located_at(span);
        let tokens = tokens.into_iter().map(|token| match token {
            TokenTree::Group(group) => {
                let inner = self.at_type(group.stream());
                let mut group = Group::new(group.delimiter(), inner);
                group.set_span(at(end));
                group.into()
            }
            mut token => {
                token.set_span(at(start));
                token
            }
        });
        tokens.collect()
    }
}
