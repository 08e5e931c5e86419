//! Reports attributes of other derives that give a variant another code than it has here.

use proc_macro2::{Ident, TokenStream, TokenTree};
use syn::{Attribute, Lit, Meta};

use crate::attr::{Attr, VariantAttrs, name};
use crate::diagnostics::Diagnostics;
use crate::item::VariantSyntax;
use crate::key::{Key, Target};
use crate::value::literal;
use crate::{case, text};

/// A derive whose attributes may be mistaken for those of this one.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Foreign {
    Serde,
    Strum,
}

impl Foreign {
    const ALL: [Self; 2] = [Self::Serde, Self::Strum];

    fn name(self) -> &'static str {
        match self {
            Self::Serde => "serde",
            Self::Strum => "strum",
        }
    }

    pub(crate) fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|foreign| foreign.name() == name)
    }
}

/// The foreign attributes that are checked.
pub(crate) struct Checked(Vec<Foreign>);

impl Checked {
    pub(crate) fn without(ignored: &[Attr<Foreign>]) -> Self {
        let is_ignored = |foreign| ignored.iter().any(|attr| attr.value == Some(foreign));
        let all = Foreign::ALL.into_iter();
        Self(all.filter(|foreign| !is_ignored(*foreign)).collect())
    }

    pub(crate) fn check_enum(&self, attrs: &[Attribute], errors: &mut Diagnostics) {
        self.for_each(attrs, |foreign, word, value| {
            match (foreign, &*word.to_string(), value) {
                (Foreign::Serde, "rename_all", Some(case))
                | (Foreign::Strum, "serialize_all", Some(case))
                    if case != "SCREAMING_SNAKE_CASE" =>
                {
                    let advice = Target::Enum.advice("rename_all").unwrap_or_default();
                    report(foreign, word, advice, errors);
                }
                _ => {}
            }
        });
    }

    /// Returns whether it reported something.
    pub(crate) fn check_variant(
        &self,
        variant: &VariantSyntax,
        attrs: &VariantAttrs,
        errors: &mut Diagnostics,
    ) -> bool {
        if attrs.embed.is_some() || attrs.unknown.is_some() {
            return false;
        }
        let ident = &variant.ident;
        let is_known = |value: &str| {
            let mut given = attrs.code.iter().chain(&attrs.aliases);
            given.any(|attr| {
                attr.value
                    .as_ref()
                    .is_some_and(|code| code.value() == value)
            }) || (attrs.code.is_none() && case::wire_name(ident).is_ok_and(|name| name == value))
        };
        let mut reported = false;
        self.for_each(&variant.attrs, |foreign, word, value| {
            let key = match (foreign, &*word.to_string(), value) {
                (Foreign::Serde, "rename" | "serialize", Some(_))
                | (Foreign::Strum, "serialize" | "to_string", Some(_)) => Key::Code,
                (Foreign::Serde, "alias" | "deserialize", Some(_)) => Key::Alias,
                (Foreign::Serde, "other", None) | (Foreign::Strum, "default", None) => Key::Unknown,
                _ => return,
            };
            // A second code is an alias.
            let key = match key {
                Key::Code if attrs.code.is_some() => Key::Alias,
                key => key,
            };
            let advice = match value {
                None => format!("write `#[immersve(unknown)] {ident}(UnknownCode)`"),
                Some(value) if is_known(value) => return,
                Some(value) if text::fault(key, value).is_some() => "remove it".to_owned(),
                Some(value) => format!("write `#[immersve({} = {value:?})]`", key.name()),
            };
            report(foreign, word, &advice, errors);
            reported = true;
        });
        reported
    }

    /// Calls `check` for each word in the attributes, with the string after it.
    fn for_each(&self, attrs: &[Attribute], mut check: impl FnMut(Foreign, &Ident, Option<&str>)) {
        for attr in attrs {
            let foreign = name(attr).and_then(|name| Foreign::named(&name));
            let checked = foreign.filter(|foreign| self.0.contains(foreign));
            if let (Some(foreign), Meta::List(list)) = (checked, &attr.meta) {
                for_each_word(list.tokens.clone(), &mut |word, value| {
                    check(foreign, word, value);
                });
            }
        }
    }
}

fn for_each_word(tokens: TokenStream, check: &mut dyn FnMut(&Ident, Option<&str>)) {
    let tokens: Vec<_> = tokens.into_iter().collect();
    for piece in
        tokens.split(|token| matches!(token, TokenTree::Punct(comma) if comma.as_char() == ','))
    {
        match piece {
            [TokenTree::Ident(word)] => check(word, None),
            // Of serde.
            [TokenTree::Ident(word), TokenTree::Group(group)] if word == "rename" => {
                for_each_word(group.stream(), check);
            }
            [TokenTree::Ident(word), TokenTree::Punct(eq), value @ ..] if eq.as_char() == '=' => {
                if let Some((Lit::Str(value), [])) = literal(value) {
                    check(word, Some(&value.value()));
                }
            }
            _ => {}
        }
    }
}

fn report(foreign: Foreign, word: &Ident, advice: &str, errors: &mut Diagnostics) {
    let name = foreign.name();
    errors.error(
        word,
        format!(
            "`ImmersveErrorCode` does not read `#[{name}({word})]`; {advice}\n  = help: if another derive needs it, \
             write `#[immersve(ignore = \"{name}\")]` on the enum"
        ),
    );
}
