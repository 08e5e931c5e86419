//! The rules across variants: no text is claimed twice, there is one `unknown` variant at most, and no enum holds itself.

use std::collections::HashMap;

use crate::diagnostics::Diagnostics;
use crate::model::{Model, Role, Text, Variant};

pub(crate) fn check(model: &Model, errors: &mut Diagnostics) {
    claims(&model.variants, errors);
    unknowns(model, errors);
    payloads(model, errors);
}

/// No enum holds itself. The compiler's own error for such a type suggests a `Box`, so the message mentions it.
fn payloads(model: &Model, errors: &mut Diagnostics) {
    let ident = &model.ident;
    for variant in &model.variants {
        match &variant.role {
            Role::Embed { payload, .. } if model.is_itself(payload) => errors.error(
                payload,
                format!(
                    "`{ident}` cannot embed itself, with or without a `Box`; to embed another enum \
                     with the same name, write its path, as in `catalogue::{ident}`"
                ),
            ),
            Role::Unknown { payload, .. } if model.is_itself(payload) => errors.error(
                payload,
                format!(
                    "an `unknown` variant cannot hold `{ident}` itself; it holds the text of an unknown \
                     code: `UnknownCode`"
                ),
            ),
            _ => {}
        }
    }
}

/// The first variant that claims a text.
struct Claim<'a> {
    variant: usize,
    noun: &'static str,
    text: &'a Text,
    /// Whether its place has been shown already.
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
            let what = format!("it is already {article} {} of", claim.noun);
            if claim.variant == place {
                // Both are on one variant, so one error shows both.
                errors.error(
                    &text.at,
                    format!("{noun} `{value}` is not needed; {what} this variant"),
                );
                continue;
            }
            errors.error(
                &text.at,
                format!(
                    "{noun} `{value}` is claimed twice; {what} `{}`",
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
                "a second `unknown` variant; unknown codes already go to `{}`",
                first.ident
            ),
        );
    }
    if more {
        errors.error(first_key, "the first `unknown` variant is here");
    }

    let only_unknown = model
        .variants
        .iter()
        .all(|variant| matches!(variant.role, Role::Unknown { .. }));
    if only_unknown {
        errors.error(
            &model.ident,
            "an enum of error codes needs at least one variant with a code; for a type that keeps \
             any code, use `AnyCode`",
        );
    }
}
