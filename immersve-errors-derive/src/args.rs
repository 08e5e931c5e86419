//! Splits `#[immersve(...)]` into arguments, so that a mistake in one hides no other.

use proc_macro2::{Delimiter, Ident, TokenStream, TokenTree};
use syn::ext::IdentExt as _;
use syn::{Attribute, Lit, MacroDelimiter, Meta};

use crate::advice::written;
use crate::attr::is_ours;
use crate::diagnostics::Diagnostics;
use crate::key::{Key, Target};
use crate::suggest::snake;
use crate::value::{RetryHint, literal};

/// One argument: a key, and the tokens after it.
pub(crate) struct Arg {
    pub(crate) key: Key,
    pub(crate) ident: Ident,
    /// `None` if the key is a guess, which has been reported.
    pub(crate) after: Option<Vec<TokenTree>>,
    /// The variant, if it has no field.
    pub(crate) unit: Option<Ident>,
}

impl Arg {
    pub(crate) fn misplaced(&self, target: Target, errors: &mut Diagnostics) {
        let (name, home) = (self.key.name(), self.key.target().name());
        let (here, help) = (target.name(), target.help());
        let message = format!("`{name}` belongs on {home}, not on {here}{help}");
        errors.error(&self.ident, message);
    }
}

/// The remaining arguments of one target.
pub(crate) struct Args {
    target: Target,
    pieces: std::vec::IntoIter<Vec<TokenTree>>,
    /// The keys of all arguments, including guesses. Advice must not lead to a conflict with them.
    present: Vec<Key>,
    pub(crate) has_unparsable_arg: bool,
    pub(crate) unit: Option<Ident>,
}

impl Args {
    pub(crate) fn new(attrs: &[Attribute], target: Target, errors: &mut Diagnostics) -> Self {
        let mut args = Self {
            target,
            pieces: Vec::new().into_iter(),
            present: Vec::new(),
            has_unparsable_arg: false,
            unit: None,
        };
        let ours = attrs.iter().filter(|attr| is_ours(attr));
        let pieces: Vec<_> = ours.flat_map(|attr| args.pieces(attr, errors)).collect();
        let keys = pieces.iter().filter_map(|piece| match &piece[..] {
            [TokenTree::Ident(ident), ..] => Key::named(&ident.unraw().to_string()),
            _ => None,
        });
        args.present = keys.collect();
        args.pieces = pieces.into_iter();
        args
    }

    /// The next argument with a known key. Others are reported.
    pub(crate) fn next(&mut self, errors: &mut Diagnostics) -> Option<Arg> {
        loop {
            let mut piece = self.pieces.next()?;
            let Some(TokenTree::Ident(ident)) = piece.first().cloned() else {
                self.without_key(&piece, errors);
                continue;
            };
            let known = Key::named(&ident.unraw().to_string());
            let Some(key) = known.or_else(|| self.unknown_key(&ident, errors)) else {
                continue;
            };
            if known.is_none() {
                self.present.push(key);
            }
            return Some(Arg {
                key,
                ident,
                after: known.map(|_| piece.split_off(1)),
                unit: self.unit.clone(),
            });
        }
    }

    /// The comma-separated pieces of one attribute, without the groups around fragments of `macro_rules`.
    fn pieces(&mut self, attr: &Attribute, errors: &mut Diagnostics) -> Vec<Vec<TokenTree>> {
        let Meta::List(list) = &attr.meta else {
            self.has_unparsable_arg = true;
            let help = self.target.help();
            if let Meta::NameValue(pair) = &attr.meta {
                errors.error(pair.eq_token, format!("{PARENTHESES}{help}"));
            } else {
                errors.error(attr.path(), format!("missing arguments{help}"));
            }
            return Vec::new();
        };
        if !matches!(list.delimiter, MacroDelimiter::Paren(_)) {
            errors.error(&list.path, PARENTHESES);
        }
        let mut pieces = Vec::new();
        let tokens = ungrouped(list.tokens.clone(), |delimiter| {
            delimiter == Delimiter::None
        });
        for piece in tokens.split_inclusive(is_comma) {
            match piece {
                [comma] if is_comma(comma) => {
                    errors.error(comma, "expected a key before this comma");
                }
                [piece @ .., comma] if is_comma(comma) => pieces.push(piece.to_vec()),
                piece => pieces.push(piece.to_vec()),
            }
        }
        pieces
    }

    fn without_key(&mut self, piece: &[TokenTree], errors: &mut Diagnostics) {
        self.has_unparsable_arg = true;
        let has = |key| self.present.contains(&key);
        let meant = match (literal(piece), self.target) {
            (Some((Lit::Str(string), _)), target) => match (Key::named(&string.value()), target) {
                (Some(quoted), _) => {
                    let example = quoted.example();
                    let message = format!("expected a key, not a string; write `{example}`");
                    return errors.error(string, message);
                }
                (None, Target::Enum) => Some(Key::Operation),
                (None, Target::Variant) if has(Key::Code) || has(Key::Alias) => Some(Key::Alias),
                (None, Target::Variant) => Some(Key::Code),
            },
            (Some((Lit::Int(_), _)), Target::Variant) => Some(Key::Status),
            _ => None,
        };
        let is_excluded = |key: Key| self.present.iter().any(|other| key.excludes(*other));
        let advice = match meant {
            Some(key) if has(Key::Operation) || is_excluded(key) => Some("; remove it".to_owned()),
            Some(key) => written(key, piece),
            None => None,
        };
        let advice = advice.unwrap_or_default();
        let help = self.target.help();
        errors.error(piece.first(), format!("expected a key{advice}{help}"));
    }

    /// Reports an unknown key, and returns the one that was meant.
    fn unknown_key(&mut self, ident: &Ident, errors: &mut Diagnostics) -> Option<Key> {
        let name = ident.unraw().to_string();
        let word = snake(&name);
        if let Some(advice) = self.target.advice(&word) {
            return errors.reject(ident, format!("unknown key `{name}`; {advice}"));
        }
        let help = self.target.help();
        let mut unknown =
            |advice: String| errors.error(ident, format!("unknown key `{name}`{advice}"));

        let meant = Key::meant_by(&name, self.target);
        if let Some(key) = meant {
            let key_name = key.name();
            if !key.may_repeat() && self.present.contains(&key) {
                unknown(format!("; remove it; `{key_name}` is already given"));
                return None;
            }
            if !self.present.iter().any(|other| key.excludes(*other)) {
                let advice = match (key, RetryHint::named(&word)) {
                    (Key::Retry, Some(_)) => format!("write `retry = \"{word}\"`"),
                    (Key::Embed, _) if word.starts_with("extend") => {
                        "write `embed, unknown`".to_owned()
                    }
                    _ => format!("did you mean `{key_name}`?"),
                };
                unknown(format!("; {advice}{help}"));
                return meant;
            }
        }
        let elsewhere = Key::meant_by(&name, self.target.other());
        self.has_unparsable_arg |= elsewhere.is_none();
        let advice = elsewhere.map_or_else(String::new, |key| {
            let (key, target) = (key.name(), key.target().name());
            format!("; did you mean `{key}`, which belongs on {target}?")
        });
        unknown(format!("{advice}{help}"));
        None
    }
}

const PARENTHESES: &str = "expected the arguments in parentheses: `#[immersve(...)]`";

pub(crate) fn is_comma(token: &TokenTree) -> bool {
    matches!(token, TokenTree::Punct(comma) if comma.as_char() == ',')
}

/// The tokens without the groups that have one of these delimiters.
pub(crate) fn ungrouped(tokens: TokenStream, which: fn(Delimiter) -> bool) -> Vec<TokenTree> {
    let tokens = tokens.into_iter().map(|token| match token {
        TokenTree::Group(group) if which(group.delimiter()) => ungrouped(group.stream(), which),
        token => vec![token],
    });
    tokens.flatten().collect()
}
