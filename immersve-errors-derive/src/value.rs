//! Reads the value of a key from its tokens, or says what is wrong with it.

use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::ToTokens;
use syn::parse::Parser as _;
use syn::{Lit, LitInt, LitStr, Path};

use crate::key::{Key, Kind, enumerate};
use crate::suggest;

/// The values of `retry`, each with its variant of `Retry`.
static RETRIES: [(&str, &str); 3] = [
    ("never", "Never"),
    ("if_idempotent", "IfIdempotent"),
    ("always", "Always"),
];

/// One well-formed value.
pub(crate) enum Value {
    Flag,
    Text(LitStr),
    Status(LitInt, u16),
    /// The variant of `Retry`.
    Retry(&'static str),
    Path(Path),
}

/// A mistake in a value: where it is, and what is wrong.
pub(crate) struct Fault {
    pub(crate) at: TokenStream,
    pub(crate) message: String,
    /// The value that was clearly meant in spite of the mistake.
    pub(crate) meant: Option<Value>,
}

impl Fault {
    pub(crate) fn new(at: impl ToTokens, message: impl Into<String>) -> Self {
        Self {
            at: at.into_token_stream(),
            message: message.into(),
            meant: None,
        }
    }
}

impl Key {
    /// Reads what follows the key.
    pub(crate) fn value(&self, ident: &Ident, rest: &[TokenTree]) -> Result<Value, Fault> {
        let Self { name, usage, .. } = self;
        if let Kind::Flag = self.kind {
            let value = match rest {
                [TokenTree::Punct(eq), ..] => eq.as_char() == '=',
                [TokenTree::Group(_), ..] => true,
                _ => false,
            };
            if value {
                return Err(Fault::new(
                    stream(rest),
                    format!("`{name}` is a flag and takes no value"),
                ));
            }
            nothing_after(rest)?;
            return Ok(Value::Flag);
        }
        match rest {
            [] => Err(Fault::new(
                ident,
                format!("`{name}` needs a value, as in `{usage}`"),
            )),
            [TokenTree::Punct(eq)] if eq.as_char() == '=' => Err(Fault::new(
                eq,
                format!("expected a value after `=`, as in `{usage}`"),
            )),
            [TokenTree::Punct(eq), value @ ..] if eq.as_char() == '=' => match self.kind {
                Kind::Flag => Ok(Value::Flag),
                Kind::Text => self.text(value).map(Value::Text),
                Kind::Status => self.status(value),
                Kind::Retry => self.retry(value),
                Kind::Path => self.path(value),
            },
            [token, ..] => Err(Fault::new(
                token,
                format!("expected `=` after `{name}`, as in `{usage}`"),
            )),
        }
    }

    fn text(&self, value: &[TokenTree]) -> Result<LitStr, Fault> {
        match literal(value) {
            Some((Lit::Str(text), after)) if text.suffix().is_empty() => {
                nothing_after(after)?;
                Ok(text)
            }
            _ => Err(self.wrong_kind("a string literal", value)),
        }
    }

    fn status(&self, value: &[TokenTree]) -> Result<Value, Fault> {
        let Some((Lit::Int(literal), after)) = literal(value) else {
            return Err(self.wrong_kind("an integer", value));
        };
        nothing_after(after)?;
        if !literal.suffix().is_empty() {
            return Err(self.wrong_kind("an integer without a type suffix", value));
        }
        match literal.base10_parse() {
            Ok(status @ 400..=599) => Ok(Value::Status(literal, status)),
            _ => Err(Fault::new(
                &literal,
                format!("`{literal}` is not an error status; expected a number from 400 to 599"),
            )),
        }
    }

    fn retry(&self, value: &[TokenTree]) -> Result<Value, Fault> {
        let text = self.text(value)?;
        let given = text.value();
        if let Some((_, variant)) = RETRIES.iter().find(|(name, _)| *name == given) {
            return Ok(Value::Retry(variant));
        }
        let advice = match suggest::nearest(&given, RETRIES.iter().map(|(name, _)| *name)) {
            Some(name) => format!("; did you mean `\"{name}\"`?"),
            None => String::new(),
        };
        let names: Vec<_> = RETRIES
            .iter()
            .map(|(name, _)| format!("`\"{name}\"`"))
            .collect();
        Err(Fault::new(
            &text,
            format!(
                "unknown value for `retry`{advice}\n  = help: `retry` takes {}",
                enumerate(&names, "or")
            ),
        ))
    }

    fn path(&self, value: &[TokenTree]) -> Result<Value, Fault> {
        let Self { name, .. } = self;
        if let Some((Lit::Str(text), [])) = literal(value) {
            return match text.parse_with(Path::parse_mod_style) {
                Ok(path) => Err(Fault {
                    at: text.to_token_stream(),
                    message: format!(
                        "`{name}` takes a path, not a string; write `{name} = {}`",
                        text.value()
                    ),
                    meant: Some(Value::Path(path)),
                }),
                Err(_) => Err(self.wrong_kind("a path", value)),
            };
        }
        match Path::parse_mod_style.parse2(stream(value)) {
            Ok(path) => Ok(Value::Path(path)),
            Err(_) => Err(self.wrong_kind("a path", value)),
        }
    }

    fn wrong_kind(&self, expected: &str, value: &[TokenTree]) -> Fault {
        let usage = match self.repeated(value) {
            Some(repeated) => format!("; for several, repeat the key: `{repeated}`"),
            None => format!(", as in `{}`", self.usage),
        };
        Fault::new(stream(value), format!("expected {expected}{usage}"))
    }

    /// The key once for each literal, if the value is a list of literals and the key may be repeated.
    fn repeated(&self, value: &[TokenTree]) -> Option<String> {
        let [TokenTree::Group(group)] = value else {
            return None;
        };
        let mut repeated = Vec::new();
        for token in group.stream() {
            match token {
                TokenTree::Literal(literal) => repeated.push(format!("{} = {literal}", self.name)),
                TokenTree::Punct(comma) if comma.as_char() == ',' => {}
                _ => return None,
            }
        }
        (self.many && !repeated.is_empty()).then(|| repeated.join(", "))
    }
}

fn stream(tokens: &[TokenTree]) -> TokenStream {
    tokens.iter().cloned().collect()
}

/// The literal that `tokens` begin with, and the tokens after it.
pub(crate) fn literal(tokens: &[TokenTree]) -> Option<(Lit, &[TokenTree])> {
    match tokens {
        [TokenTree::Literal(literal), after @ ..] => Some((Lit::new(literal.clone()), after)),
        _ => None,
    }
}

fn nothing_after(tokens: &[TokenTree]) -> Result<(), Fault> {
    match tokens {
        [] => Ok(()),
        [token, ..] => Err(Fault::new(token, "expected a comma before this")),
    }
}
