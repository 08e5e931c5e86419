//! Parses the value of a key.

use proc_macro2::{TokenStream, TokenTree};
use syn::ext::IdentExt as _;
use syn::parse::Parser as _;
use syn::{Lit, LitInt, LitStr, Path};

use crate::advice::{type_in, written};
use crate::args::Arg;
use crate::diagnostics::Diagnostics;
use crate::foreign::Foreign;
use crate::key::{Key, enumerate};
use crate::suggest;

/// The hint of `retry`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum RetryHint {
    Never,
    IfIdempotent,
    Always,
}

impl RetryHint {
    const ALL: [Self; 3] = [Self::Never, Self::IfIdempotent, Self::Always];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Never => "never",
            Self::IfIdempotent => "if_idempotent",
            Self::Always => "always",
        }
    }

    pub(crate) fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|retry| retry.name() == name)
    }
}

pub(crate) struct Status {
    pub(crate) literal: LitInt,
    pub(crate) value: u16,
}

impl Status {
    pub(crate) fn parse(literal: &LitInt) -> Option<Self> {
        match literal.base10_parse() {
            Ok(value @ 400..=599) => Some(Self {
                literal: literal.clone(),
                value,
            }),
            _ => None,
        }
    }
}

impl Arg {
    pub(crate) fn flag(&self, errors: &mut Diagnostics) -> Option<()> {
        match self.after.as_deref()? {
            [] => Some(()),
            [TokenTree::Ident(next), ..] if Key::named(&next.unraw().to_string()).is_some() => {
                errors.reject(next, COMMA)
            }
            after => {
                let advice = match (&self.unit, type_in(after)) {
                    (Some(variant), Some(ty)) => format!("; write `{variant}({ty})`"),
                    _ => String::new(),
                };
                errors.reject(
                    stream(after),
                    format!("`{}` is a flag and takes no value{advice}", self.key.name()),
                )
            }
        }
    }

    pub(crate) fn string(&self, errors: &mut Diagnostics) -> Option<LitStr> {
        let string = |literal| match literal {
            Lit::Str(string) if string.suffix().is_empty() => Some(string),
            _ => None,
        };
        self.only("a string literal", string, errors)
    }

    pub(crate) fn status(&self, errors: &mut Diagnostics) -> Option<Status> {
        let number = |literal| match literal {
            Lit::Int(number) => Some(number),
            _ => None,
        };
        let number = self.only("an integer", number, errors)?;
        if !number.suffix().is_empty() {
            let value = [number.token().into()];
            return self.wrong_kind("an integer without a type suffix", &value, errors);
        }
        Status::parse(&number).or_else(|| {
            errors.reject(
                &number,
                format!("`{number}` is not an error status; expected a number from 400 to 599"),
            )
        })
    }

    pub(crate) fn retry(&self, errors: &mut Diagnostics) -> Option<RetryHint> {
        let string = self.string(errors)?;
        let given = string.value();
        RetryHint::named(&given).or_else(|| {
            let names = RetryHint::ALL.map(RetryHint::name);
            let advice = match suggest::nearest(&given, names.into_iter()) {
                Some(name) => format!("; did you mean `\"{name}\"`?"),
                None => String::new(),
            };
            let names = enumerate(&names.map(|name| format!("`\"{name}\"`")), "or");
            errors.reject(
                &string,
                format!("unknown value for `retry`{advice}\n  = help: `retry` takes {names}"),
            )
        })
    }

    pub(crate) fn foreign(&self, errors: &mut Diagnostics) -> Option<Foreign> {
        let string = self.string(errors)?;
        Foreign::named(&string.value()).or_else(|| {
            let message = "unknown value for `ignore`; expected `\"serde\"` or `\"strum\"`";
            errors.reject(&string, message)
        })
    }

    pub(crate) fn path(&self, errors: &mut Diagnostics) -> Option<Path> {
        let value = self.operand(errors)?;
        if let Some((Lit::Str(string), [])) = literal(value) {
            if let Ok(path) = string.parse_with(Path::parse_mod_style) {
                let (name, written) = (self.key.name(), string.value());
                errors.error(
                    &string,
                    format!("`{name}` takes a path, not a string; write `{name} = {written}`"),
                );
                return Some(path);
            }
        }
        let path = Path::parse_mod_style.parse2(stream(value)).ok();
        path.or_else(|| self.wrong_kind("a path", value, errors))
    }

    /// The literal after `=`, if it is of the right kind and alone.
    fn only<T>(
        &self,
        expected: &str,
        kind: impl Fn(Lit) -> Option<T>,
        errors: &mut Diagnostics,
    ) -> Option<T> {
        let value = self.operand(errors)?;
        let found = literal(value).and_then(|(literal, rest)| Some((kind(literal)?, rest)));
        match found {
            None => self.wrong_kind(expected, value, errors),
            Some((literal, [])) => Some(literal),
            Some((_, [TokenTree::Ident(next), ..])) => errors.reject(next, COMMA),
            Some((_, rest)) => {
                let advice = written(self.key, value).unwrap_or_default();
                errors.reject(stream(rest), format!("expected only {expected}{advice}"))
            }
        }
    }

    /// The tokens after `=`.
    fn operand(&self, errors: &mut Diagnostics) -> Option<&[TokenTree]> {
        let (name, example) = (self.key.name(), self.key.example());
        match self.after.as_deref()? {
            [] => errors.reject(
                &self.ident,
                format!("`{name}` needs a value, as in `{example}`"),
            ),
            [TokenTree::Punct(eq)] if eq.as_char() == '=' => {
                errors.reject(eq, format!("expected a value after `=`, as in `{example}`"))
            }
            [TokenTree::Punct(eq), value @ ..] if eq.as_char() == '=' => Some(value),
            after @ [token, ..] => errors.reject(
                token,
                format!("expected `=` after `{name}`{}", self.advice(after)),
            ),
        }
    }

    fn wrong_kind<T>(
        &self,
        expected: &str,
        value: &[TokenTree],
        errors: &mut Diagnostics,
    ) -> Option<T> {
        let advice = self.advice(value);
        errors.reject(stream(value), format!("expected {expected}{advice}"))
    }

    fn advice(&self, value: &[TokenTree]) -> String {
        written(self.key, value).unwrap_or_else(|| format!(", as in `{}`", self.key.example()))
    }
}

const COMMA: &str = "expected a comma before this";

pub(crate) fn stream(tokens: &[TokenTree]) -> TokenStream {
    tokens.iter().cloned().collect()
}

/// The literal that `tokens` begin with, and the tokens after it.
pub(crate) fn literal(tokens: &[TokenTree]) -> Option<(Lit, &[TokenTree])> {
    match tokens {
        [TokenTree::Literal(literal), after @ ..] => Some((Lit::new(literal.clone()), after)),
        _ => None,
    }
}
