//! The rules across variants: who claims which text, and what an enum as a whole must have.

use std::collections::HashMap;

use crate::diagnostics::Diagnostics;
use crate::model::{Model, Role, Text, Variant};

pub(crate) fn check(model: &Model, errors: &mut Diagnostics) {
    claims(&model.variants, errors);
    unknowns(model, errors);
    payloads(model, errors);
}

/// The compiler has an error of its own for a type that contains itself, and advises a `Box`: hence the words.
fn payloads(model: &Model, errors: &mut Diagnostics) {
    let ident = &model.ident;
    for variant in &model.variants {
        match &variant.role {
            Role::Embed { payload, .. } if model.is_itself(payload) => errors.error(
                payload,
                format!(
                    "`{ident}` cannot embed itself, with or without a `Box`; if another enum of that \
                     name is meant, write its path, as in `catalogue::{ident}`"
                ),
            ),
            Role::Unknown { payload, .. } if model.is_itself(payload) => errors.error(
                payload,
                format!(
                    "the `unknown` variant holds the text of an unknown code, and `{ident}` is none; \
                     use `UnknownCode`"
                ),
            ),
            _ => {}
        }
    }
}

/// Who was first to claim a text.
struct Claim<'a> {
    variant: usize,
    noun: &'static str,
    text: &'a Text,
    /// Whether this place has been shown already.
    shown: bool,
}

fn claims(variants: &[Variant], errors: &mut Diagnostics) {
    let mut first: HashMap<&str, Claim<'_>> = HashMap::new();
    for (place, variant) in variants.iter().enumerate() {
        let Role::Code(code) = &variant.role else {
            continue;
        };
        let texts = std::iter::once(("code", &code.canonical))
            .chain(code.aliases.iter().map(|alias| ("alias", alias)))
            .filter(|(_, text)| !text.reported);
        for (noun, text) in texts {
            let Some(claim) = first.get_mut(text.value.as_str()) else {
                first.insert(
                    &text.value,
                    Claim {
                        variant: place,
                        noun,
                        text,
                        shown: false,
                    },
                );
                continue;
            };
            let value = &text.value;
            let article = if claim.noun == "code" { "the" } else { "an" };
            let what = format!("it is {article} {} of", claim.noun);
            if claim.variant == place {
                // Both stand together, so one error shows all.
                errors.error(
                    &text.at,
                    format!("{noun} `{value}` is not needed; {what} this variant already"),
                );
                continue;
            }
            errors.error(
                &text.at,
                format!(
                    "{noun} `{value}` is claimed twice; {what} `{}` already",
                    variants[claim.variant].ident
                ),
            );
            if !claim.shown {
                claim.shown = true;
                errors.error(&claim.text.at, format!("`{value}` is first claimed here"));
            }
        }
    }
}

fn unknowns(model: &Model, errors: &mut Diagnostics) {
    let mut unknowns = model
        .variants
        .iter()
        .filter_map(|variant| Some((variant, variant.role.unknown()?)));
    let Some((first, first_key)) = unknowns.next() else {
        return;
    };

    let mut more = false;
    for (_, key) in unknowns {
        more = true;
        errors.error(
            key,
            format!(
                "another `unknown` variant; unknown codes go to `{}` already",
                first.ident
            ),
        );
    }
    if more {
        errors.error(first_key, "the first `unknown` variant is marked here");
    }

    let only_unknown = model
        .variants
        .iter()
        .all(|variant| matches!(variant.role, Role::Unknown { .. }));
    if only_unknown {
        errors.error(
            &model.ident,
            "an enum of error codes needs a code beside its `unknown` variant; to keep any code, \
             use `AnyCode`",
        );
    }
}
