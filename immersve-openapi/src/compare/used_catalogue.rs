//! Compares the enums of the catalogue that Rust files use as they are with a document.

use std::collections::HashSet;

use immersve_errors::{BaseCode, ImmersveErrorCode};

use crate::{
    document::{Document, operation::DocumentedCode, warning::Warning},
    source::{CatalogueMention, Sources, embed::Embeds, item::Role},
};

use super::enums::listed;

/// An enum of the catalogue, and the documented codes that it lacks.
pub(crate) struct UsedEnum<'a> {
    mention: &'a CatalogueMention,
    version: &'a str,
    operation: &'a str,
    pub(crate) lacks: Vec<&'a str>,
}

/// The enums of the catalogue that the files name, each once. One that an enum of the files embeds is not among them, as
/// that enum gets the codes which it lacks.
pub(crate) fn used_enums<'a>(
    document: &'a Document,
    sources: &'a Sources,
    embeds: &Embeds<'a>,
) -> Vec<UsedEnum<'a>> {
    let outer = sources.enums().filter(|found| found.operation().is_some());
    let embedded = outer.flat_map(|found| {
        let variants = found.item.variants.iter();
        variants.filter_map(|variant| match &variant.role {
            Role::Embed { name, .. } => name.as_deref(),
            _ => None,
        })
    });
    let mut seen: HashSet<&str> = embedded.collect();
    let mentions = sources.mentions.iter();
    let mentions = mentions.filter(|it| !(it.perhaps && embeds.has(&it.name)));
    let mut used = Vec::new();
    for mention in mentions {
        let found = sources.catalogue.get(&mention.name);
        let Some((operation, found)) = found.and_then(|it| Some((it.operation.as_deref()?, it)))
        else {
            continue;
        };
        let Ok(documented) = document.operation(operation) else {
            continue;
        };
        if seen.insert(&mention.name) {
            let codes = documented.codes().iter().map(DocumentedCode::code);
            used.push(UsedEnum {
                mention,
                version: &sources.catalogue.version,
                operation,
                lacks: codes
                    .filter(|code| {
                        !found.texts.contains(*code) && BaseCode::from_code(code).is_none()
                    })
                    .collect(),
            });
        }
    }
    used
}

impl UsedEnum<'_> {
    /// That it lacks codes, and what to do.
    pub(crate) fn warning(&self) -> Option<Warning> {
        if self.lacks.is_empty() {
            return None;
        }
        let (mention, version, operation) = (self.mention, self.version, self.operation);
        let name = &mention.name;
        let message = format!(
            "`{name}` of `immersve-errors` {version} lacks {}; use a version that has them, or write an enum with \
             `#[immersve(operation = \"{operation}\")]` and the variant `#[immersve(embed, unknown)] \
             Documented(endpoints::{name})`, to which `update` adds them",
            listed(&self.lacks),
        );
        Some(Warning::new((*mention.file).into(), mention.line, message))
    }
}
