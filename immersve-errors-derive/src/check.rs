//! The rules across variants.
//!
//! An enum of error codes satisfies all of these:
//! - No code or alias is claimed twice.
//! - At most one variant is marked `unknown`.
//! - At least one variant has a code.
//! - No variant holds the enum itself.
//! - There are at most 8,192 codes and aliases.

use std::collections::{HashMap, HashSet};

use crate::diagnostics::Diagnostics;
use crate::model::{Model, PayloadKind, Role, SpannedCode, Variant};

pub(crate) fn check(model: &Model, errors: &mut Diagnostics) {
    claims(model, errors);
    unknowns(model, errors);
    payloads(model, errors);
    size(model, errors);
}

/// With twice as many, the compiler would need several gigabytes of memory.
const MOST: usize = 8192;

fn size(model: &Model, errors: &mut Diagnostics) {
    let count = codes(model).count();
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
        let Role::Payload { kind, ty, .. } = &variant.role else {
            continue;
        };
        let message = match kind {
            PayloadKind::Unknown => format!(
                "an `unknown` variant cannot hold `{ident}` itself; it holds the text of an unknown \
                 code: `UnknownCode`"
            ),
            PayloadKind::Closed | PayloadKind::Open => format!(
                "`{ident}` cannot embed itself, with or without a `Box`; to embed another enum \
                 with the same name, write its path, as in `catalogue::{ident}`"
            ),
        };
        let name = ty.to_string();
        if name == "Self" || ident == &name {
            errors.error(ty, message);
        }
    }
}

/// All codes and aliases, each with its variant and what it is called.
fn codes(model: &Model) -> impl Iterator<Item = (&Variant, &'static str, &SpannedCode)> {
    model.variants.iter().flat_map(|variant| {
        let own = match &variant.role {
            Role::Code(code) => Some(code),
            Role::Payload { .. } => None,
        };
        own.into_iter().flat_map(move |own| {
            let aliases = own
                .aliases
                .iter()
                .map(move |alias| (variant, "alias", alias));
            std::iter::once((variant, "code", &own.canonical)).chain(aliases)
        })
    })
}

fn claims(model: &Model, errors: &mut Diagnostics) {
    let mut first = HashMap::new();
    let mut shown = HashSet::new();
    for (variant, noun, code) in codes(model).filter(|(_, _, code)| !code.value.is_empty()) {
        let value = &code.value;
        let Some((claimant, claimed, span)) = first.get(value) else {
            first.insert(value, (variant, noun, &code.span));
            continue;
        };
        let article = if *claimed == "code" { "the" } else { "an" };
        let what = format!("it is already {article} {claimed} of");
        if std::ptr::eq(*claimant, variant) {
            // Both are on one variant, so one error shows both.
            errors.error(
                &code.span,
                format!("{noun} `{value}` is not needed; {what} this variant"),
            );
            continue;
        }
        let claimant = &claimant.ident;
        errors.error(
            &code.span,
            format!("{noun} `{value}` is claimed twice; {what} `{claimant}`"),
        );
        if shown.insert(value) {
            errors.error(span, format!("`{value}` is first claimed here"));
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

    let more: Vec<_> = unknowns.collect();
    for (_, key) in &more {
        let first = &first.ident;
        errors.error(
            key,
            format!("a second `unknown` variant; unknown codes already go to `{first}`"),
        );
    }
    if !more.is_empty() {
        errors.error(first_key, "the first `unknown` variant is here");
    }

    let only_unknown = model.variants.iter().all(|variant| {
        matches!(&variant.role, Role::Payload { kind, .. } if *kind == PayloadKind::Unknown)
    });
    // With an `operation`, such an enum is more than `AnyCode`: it names an operation without documented codes.
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
