//! What all readers of Rust tokens share.

use proc_macro2::{Span, TokenStream, TokenTree};

/// The name of the derive, without its path.
pub(crate) const DERIVE: &str = "ImmersveErrorCode";

/// Why an enum cannot be read, and the line with the reason.
#[derive(Debug)]
pub(crate) struct Unread {
    pub(crate) line: u64,
    pub(crate) message: String,
}

impl Unread {
    pub(crate) fn new(line: u64, message: impl Into<String>) -> Self {
        Self {
            line,
            message: message.into(),
        }
    }
}

/// The line where a span begins, counted from 1.
pub(crate) fn line(span: Span) -> u64 {
    u64::try_from(span.start().line).unwrap_or(u64::MAX)
}

/// The pieces between the commas, without empty ones.
pub(crate) fn pieces(tokens: TokenStream) -> Vec<Vec<TokenTree>> {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    tokens
        .split(is_comma)
        .filter(|piece| !piece.is_empty())
        .map(<[TokenTree]>::to_vec)
        .collect()
}

pub(crate) fn is_comma(token: &TokenTree) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == ',')
}

/// An identifier without the `r#` of a raw one.
pub(crate) fn word(ident: &str) -> String {
    ident.strip_prefix("r#").unwrap_or(ident).to_owned()
}

/// Calls a function with the tokens of each group, without recursion.
pub(crate) fn each_stream(tokens: TokenStream, mut call: impl FnMut(&[TokenTree])) {
    let mut streams = vec![tokens];
    while let Some(stream) = streams.pop() {
        let tokens: Vec<TokenTree> = stream.into_iter().collect();
        call(&tokens);
        streams.extend(tokens.iter().filter_map(|token| match token {
            TokenTree::Group(group) => Some(group.stream()),
            _ => None,
        }));
    }
}
