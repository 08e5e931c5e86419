//! Reports attributes of serde and strum, which have no effect here, unless they agree with the enum.

use proc_macro2::{TokenStream, TokenTree};
use syn::{Attribute, Lit, Meta};

use crate::args::is_comma;
use crate::attr::{Attr, VariantAttrs, name};
use crate::diagnostics::Diagnostics;
use crate::item::VariantSyntax;
use crate::key::{Key, Target};
use crate::value::literal;
use crate::{case, text};

/// A crate whose attributes may be mistaken for keys.
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

    /// Its derives that conflict with this one.
    fn replaced(self) -> &'static str {
        match self {
            Self::Serde => "`Serialize` and `Deserialize`",
            Self::Strum => "`EnumString`, `Display` and `AsRefStr`",
        }
    }

    pub(crate) fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|foreign| foreign.name() == name)
    }
}

/// Checks all foreign attributes of an enum.
pub(crate) struct ForeignAttrs {
    pub(crate) ignored: Vec<Attr<Foreign>>,
    pub(crate) reported: Vec<Foreign>,
}

impl ForeignAttrs {
    pub(crate) fn check_enum(&mut self, attrs: &[Attribute], errors: &mut Diagnostics) {
        self.check(attrs, errors, |word, value| match (word, value) {
            ("rename_all" | "serialize_all", Some("SCREAMING_SNAKE_CASE")) => None,
            _ => Some(other_advice(word, Target::Enum)),
        });
    }

    /// Returns whether one of them has advice to write a key instead.
    pub(crate) fn check_variant(
        &mut self,
        variant: &VariantSyntax,
        attrs: &VariantAttrs,
        errors: &mut Diagnostics,
    ) -> bool {
        let ident = &variant.ident;
        let is_marked = attrs.embed.is_some() || attrs.unknown.is_some();
        let is_known = |value: &str| {
            let mut given =
                (attrs.code.iter().chain(&attrs.aliases)).filter_map(|attr| attr.value.as_ref());
            given.any(|code| code.value() == value)
                || (attrs.code.is_none() && case::wire_name(ident).is_ok_and(|name| name == value))
        };
        let mut meant_key = false;
        self.check(&variant.attrs, errors, |word, value| {
            let advice = match (word, value) {
                ("other" | "untagged" | "default", None) if is_marked => return None,
                ("other" | "default", None) => {
                    Some(format!("write `#[immersve(unknown)] {ident}(UnknownCode)`"))
                }
                ("rename" | "serialize" | "to_string" | "alias" | "deserialize", Some(value)) => {
                    if is_known(value) {
                        return None;
                    }
                    // A second code is an alias.
                    let is_alias = attrs.code.is_some() || matches!(word, "alias" | "deserialize");
                    let key = if is_alias { Key::Alias } else { Key::Code };
                    let fits = !is_marked && text::fault(key, value).is_none();
                    fits.then(|| format!("write `#[immersve({} = {value:?})]`", key.name()))
                }
                _ => None,
            };
            meant_key |= advice.is_some();
            Some(advice.unwrap_or_else(|| other_advice(word, Target::Variant)))
        });
        meant_key
    }

    /// Reports each argument with advice for its first word and the string after `=`.
    fn check(
        &mut self,
        attrs: &[Attribute],
        errors: &mut Diagnostics,
        mut advice: impl FnMut(&str, Option<&str>) -> Option<String>,
    ) {
        for attr in attrs {
            let foreign = name(attr).and_then(|name| Foreign::named(&name));
            let (Some(foreign), Meta::List(list)) = (foreign, &attr.meta) else {
                continue;
            };
            if self.ignored.iter().any(|attr| attr.value == Some(foreign)) {
                continue;
            }
            for_each_argument(list.tokens.clone(), &mut |first, value| {
                let Some(advice) = advice(&first.to_string(), value) else {
                    return;
                };
                let (name, replaced) = (foreign.name(), foreign.replaced());
                errors.error(
                    first,
                    format!(
                        "`ImmersveErrorCode` does not read `#[{name}({first})]`; {advice}\n  = help: it replaces \
                         {replaced}; if another derive needs the attribute, write `#[immersve(ignore = \"{name}\")]` \
                         on the enum"
                    ),
                );
                // The arguments of `EnumMessage` and `EnumProperty` say nothing about conflicting impls.
                let of_others = ["message", "detailed_message", "props"];
                if !of_others.contains(&&*first.to_string()) {
                    self.reported.push(foreign);
                }
            });
        }
    }
}

fn other_advice(word: &str, target: Target) -> String {
    target.advice(word).unwrap_or("remove it").to_owned()
}

fn for_each_argument(tokens: TokenStream, check: &mut dyn FnMut(&TokenTree, Option<&str>)) {
    let tokens: Vec<_> = tokens.into_iter().collect();
    for argument in tokens.split(is_comma) {
        match argument {
            [] => {}
            // Of serde.
            [word, TokenTree::Group(group)] if word.to_string() == "rename" => {
                for_each_argument(group.stream(), check);
            }
            [word, TokenTree::Punct(_), value @ ..] => match literal(value) {
                Some((Lit::Str(value), [])) => check(word, Some(&value.value())),
                _ => check(word, None),
            },
            [word, ..] => check(word, None),
        }
    }
}
