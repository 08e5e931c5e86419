//! Reads the value of a key from the tokens after it, or reports what is wrong with it.

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
    pub(crate) fn flag(&self, after: &[TokenTree], errors: &mut Diagnostics) -> Option<()> {
        match after {
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

    pub(crate) fn string(&self, after: &[TokenTree], errors: &mut Diagnostics) -> Option<LitStr> {
        let value = self.operand(after, errors)?;
        match literal(value) {
            Some((Lit::Str(string), rest)) if string.suffix().is_empty() => {
                self.nothing_after(value, rest, "a string literal", errors)?;
                Some(string)
            }
            _ => self.wrong_kind("a string literal", value, errors),
        }
    }

    pub(crate) fn status(&self, after: &[TokenTree], errors: &mut Diagnostics) -> Option<Status> {
        let value = self.operand(after, errors)?;
        let Some((Lit::Int(literal), rest)) = literal(value) else {
            return self.wrong_kind("an integer", value, errors);
        };
        self.nothing_after(value, rest, "an integer", errors)?;
        if !literal.suffix().is_empty() {
            return self.wrong_kind("an integer without a type suffix", value, errors);
        }
        Status::parse(&literal).or_else(|| {
            errors.reject(
                &literal,
                format!("`{literal}` is not an error status; expected a number from 400 to 599"),
            )
        })
    }

    pub(crate) fn retry(&self, after: &[TokenTree], errors: &mut Diagnostics) -> Option<RetryHint> {
        let string = self.string(after, errors)?;
        let given = string.value();
        RetryHint::named(&given).or_else(|| {
            let names = RetryHint::ALL.map(RetryHint::name);
            let advice = match suggest::nearest(&given, names.into_iter()) {
                Some(name) => format!("; did you mean `\"{name}\"`?"),
                None => String::new(),
            };
            let names = names.map(|name| format!("`\"{name}\"`"));
            errors.reject(
                &string,
                format!(
                    "unknown value for `retry`{advice}\n  = help: `retry` takes {}",
                    enumerate(&names, "or")
                ),
            )
        })
    }

    pub(crate) fn foreign(&self, after: &[TokenTree], errors: &mut Diagnostics) -> Option<Foreign> {
        let string = self.string(after, errors)?;
        Foreign::named(&string.value()).or_else(|| {
            let message = "unknown value for `ignore`; expected `\"serde\"` or `\"strum\"`";
            errors.reject(&string, message)
        })
    }

    pub(crate) fn path(&self, after: &[TokenTree], errors: &mut Diagnostics) -> Option<Path> {
        let value = self.operand(after, errors)?;
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

    /// The tokens after `=`.
    fn operand<'a>(
        &self,
        after: &'a [TokenTree],
        errors: &mut Diagnostics,
    ) -> Option<&'a [TokenTree]> {
        let (name, example) = (self.key.name(), self.key.example());
        match after {
            [] => errors.reject(
                &self.ident,
                format!("`{name}` needs a value, as in `{example}`"),
            ),
            [TokenTree::Punct(eq)] if eq.as_char() == '=' => {
                errors.reject(eq, format!("expected a value after `=`, as in `{example}`"))
            }
            [TokenTree::Punct(eq), value @ ..] if eq.as_char() == '=' => Some(value),
            [token, ..] => errors.reject(
                token,
                format!("expected `=` after `{name}`{}", self.advice(after)),
            ),
        }
    }

    fn nothing_after(
        &self,
        value: &[TokenTree],
        rest: &[TokenTree],
        expected: &str,
        errors: &mut Diagnostics,
    ) -> Option<()> {
        match rest {
            [] => Some(()),
            [TokenTree::Ident(next), ..] => errors.reject(next, COMMA),
            rest => {
                let advice =
                    written(self.key, value).map_or_else(String::new, |args| self.write(&args));
                errors.reject(stream(rest), format!("expected only {expected}{advice}"))
            }
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
