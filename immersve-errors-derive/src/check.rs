//! The rules across variants.
//!
//! An enum of error codes must satisfy all of these:
//! - No code or alias is claimed twice.
//! - At most one variant is marked `unknown`.
//! - At least one variant has a code.
//! - No variant holds the enum itself.
//! - There are at most 8,192 codes and aliases.

use std::collections::HashMap;

use crate::diagnostics::Diagnostics;
use crate::model::{Model, Role, SpannedCode, Variant};

pub(crate) fn check(model: &Model, errors: &mut Diagnostics) {
    claims(&model.variants, errors);
    unknowns(model, errors);
    payloads(model, errors);
    size(model, errors);
}

/// With twice as many, the compiler would need several gigabytes of memory.
const MOST: usize = 8192;

fn size(model: &Model, errors: &mut Diagnostics) {
    let codes = model.variants.iter().map(|variant| match &variant.role {
        Role::Code(code) => 1 + code.aliases.len(),
        _ => 0,
    });
    let count: usize = codes.sum();
    if count > MOST {
        errors.error(
            &model.ident,
            format!(
                "an enum can have at most {MOST} codes and aliases; this one has {count}; move some into \
                 an enum of their own, and `embed` that"
            ),
        );
    }
}

/// The compiler's own error for an enum that holds itself suggests a `Box`, so the message mentions it.
fn payloads(model: &Model, errors: &mut Diagnostics) {
    let ident = &model.ident;
    for variant in &model.variants {
        let (payload, message) = match &variant.role {
            Role::Code(_) => continue,
            Role::Embed { payload, .. } => (
                payload,
                format!(
                    "`{ident}` cannot embed itself, with or without a `Box`; to embed another enum \
                     with the same name, write its path, as in `catalogue::{ident}`"
                ),
            ),
            Role::Unknown { payload, .. } => (
                payload,
                format!(
                    "an `unknown` variant cannot hold `{ident}` itself; it holds the text of an unknown \
                     code: `UnknownCode`"
                ),
            ),
        };
        let name = payload.to_string();
        if name == "Self" || ident == &name {
            errors.error(payload, message);
        }
    }
}

/// The first variant that claims a code.
struct Claim<'a> {
    variant: &'a Variant,
    noun: &'static str,
    code: &'a SpannedCode,
    /// Whether it has been reported already.
    shown: bool,
}

fn claims(variants: &[Variant], errors: &mut Diagnostics) {
    let mut first: HashMap<&str, Claim<'_>> = HashMap::new();
    for variant in variants {
        let Role::Code(own) = &variant.role else {
            continue;
        };
        let codes = std::iter::once(("code", &own.canonical))
            .chain(own.aliases.iter().map(|alias| ("alias", alias)))
            .filter(|(_, code)| !code.value.is_empty());
        for (noun, code) in codes {
            let value = &code.value;
            let Some(claim) = first.get_mut(value.as_str()) else {
                let claim = Claim {
                    variant,
                    noun,
                    code,
                    shown: false,
                };
                first.insert(value, claim);
                continue;
            };
            let article = if claim.noun == "code" { "the" } else { "an" };
            let what = format!("it is already {article} {} of", claim.noun);
            let claimant = &claim.variant.ident;
            if std::ptr::eq(claim.variant, variant) {
                // Both are on one variant, so one error shows both.
                errors.error(
                    &code.span,
                    format!("{noun} `{value}` is not needed; {what} this variant"),
                );
            } else {
                errors.error(
                    &code.span,
                    format!("{noun} `{value}` is claimed twice; {what} `{claimant}`"),
                );
                if !claim.shown {
                    claim.shown = true;
                    errors.error(&claim.code.span, format!("`{value}` is first claimed here"));
                }
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
    // The enum of an operation that documents no codes says which operation it is, which `AnyCode` cannot.
    if only_unknown && model.operation.is_none() {
        errors.error(
            &model.ident,
            "an enum of error codes needs at least one variant with a code, or an `operation`; for a \
             type that keeps any code, use `AnyCode`",
        );
    }
}

#[cfg(test)]
mod tests {
    use super::MOST;
    use crate::derive::derive;

    fn is_too_large(codes: usize) -> bool {
        let variants: Vec<_> = (0..codes)
            .map(|n| format!("#[immersve(code = \"C{n}\")] C{n}"))
            .collect();
        let input = format!("enum E {{ {} }}", variants.join(", "));
        let tokens = derive(&input.parse().unwrap());
        tokens.to_string().contains("can have at most 8192 codes")
    }

    #[test]
    fn an_enum_that_is_too_large_is_refused() {
        assert!(!is_too_large(MOST));
        assert!(is_too_large(MOST + 1));
    }
}
