//! Corrections, with the user's own values.

use proc_macro2::TokenTree;
use quote::ToTokens as _;
use syn::ext::IdentExt as _;
use syn::{Lit, Path};

use crate::args::ungrouped;
use crate::foreign::Foreign;
use crate::key::Key;
use crate::value::{RetryHint, Status, stream};
use crate::{suggest, text};

/// Advice to write the arguments that these tokens probably mean, if that is clear.
pub(crate) fn written(key: Key, value: &[TokenTree]) -> Option<String> {
    let mut words = ungrouped(stream(value), |_| true);
    words.retain(|token| match token {
        TokenTree::Punct(punct) => !",|.=:".contains(punct.as_char()),
        _ => true,
    });
    if key == Key::Retry {
        // The last name of a path such as `Retry::Always`.
        words.drain(..words.len().saturating_sub(1));
    }
    // A variant has one code. The others are aliases.
    let more = if key == Key::Code { Key::Alias } else { key };
    let is_literal = |token: &TokenTree| matches!(token, TokenTree::Literal(_));
    if words.len() > 1 && !(more.may_repeat() && words.iter().all(is_literal)) {
        return None;
    }
    let keys = std::iter::once(key).chain(std::iter::repeat(more));
    let args = keys
        .zip(words)
        .map(|(key, word)| Some(format!("{} = {}", key.name(), meant(key, word)?)));
    let args: Vec<_> = args.collect::<Option<_>>()?;
    let verb = match args[..] {
        [] => return None,
        [_, _, ..] if key.may_repeat() => "for several, repeat the key:",
        _ => "write",
    };
    Some(format!("; {verb} `{}`", args.join(", ")))
}

/// The value that a word probably means.
fn meant(key: Key, word: TokenTree) -> Option<String> {
    let word = match word {
        TokenTree::Ident(ident) => ident.unraw().to_string(),
        TokenTree::Literal(literal) => match Lit::new(literal) {
            Lit::Str(string) => string.value(),
            Lit::Int(number) => number.base10_digits().to_owned(),
            _ => return None,
        },
        _ => return None,
    };
    match key {
        Key::Operation | Key::Code | Key::Alias => {
            let fault = text::fault(key, &word);
            fault.is_none().then(|| format!("{word:?}"))
        }
        Key::Status => {
            let number = syn::parse_str(&word).ok()?;
            Status::parse(&number).map(|status| status.value.to_string())
        }
        Key::Retry => {
            RetryHint::named(&suggest::snake(&word)).map(|retry| format!("{:?}", retry.name()))
        }
        Key::Ignore => Foreign::named(&word).map(|_| format!("{word:?}")),
        Key::Crate | Key::NoDisplay | Key::Embed | Key::Unknown => None,
    }
}

/// The path of a type, after `=` or in parentheses.
pub(crate) fn type_in(tokens: &[TokenTree]) -> Option<String> {
    let mut tokens = ungrouped(stream(tokens), |_| true);
    if let Some(TokenTree::Punct(_)) = tokens.first() {
        tokens.remove(0);
    }
    let path: Path = syn::parse2(stream(&tokens)).ok()?;
    let name = path.segments.last()?.ident.to_string();
    name.starts_with(char::is_uppercase)
        .then(|| path.to_token_stream().to_string().replace(' ', ""))
}
