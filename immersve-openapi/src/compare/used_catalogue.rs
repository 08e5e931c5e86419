//! Compares the enums of the catalogue that Rust files use as they are with a document.

use std::collections::HashSet;

use immersve_errors::{BaseCode, ImmersveErrorCode};

use crate::{
    document::{Document, operation::DocumentedCode, warning::Warning},
    source::{Sources, embed::Embeds, item::VariantRole, mention::CatalogueMention},
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
            VariantRole::Embed { name, .. } => name.as_deref(),
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
            "`{name}` of `immersve-errors` {version} lacks {}; update that, or embed the enum in one of your own, with \
             `#[immersve(operation = \"{operation}\")]` and `#[immersve(embed, unknown)] \
             Documented(endpoints::{name})`, to which `immersve-openapi update` adds what is missing",
            listed(&self.lacks),
        );
        Some(Warning::new((*mention.file).into(), mention.line, message))
    }
}

#[cfg(test)]
mod tests {
    use super::used_enums;
    use crate::source::{Sources, embed::Embeds};

    /// How many enums of the catalogue these files use as they are.
    fn used(files: &[&str]) -> usize {
        let document = "openapi: 3.1.0\npaths: {/api/cards: {post: {operationId: create-card, responses: {}}}}";
        let texts = (0..).zip(files);
        let texts = texts.map(|(at, text)| (format!("{at}.rs").into(), (*text).to_owned()));
        let sources = Sources::of(texts.collect()).unwrap();
        used_enums(&document.parse().unwrap(), &sources, &Embeds::of(&sources)).len()
    }

    #[test]
    fn an_enum_of_the_catalogue_is_used_if_code_names_it() {
        for source in [
            "use immersve_errors::endpoints::CreateCardErrorCode;",
            "pub use immersve_errors::endpoints::{CreateCardErrorCode, OPERATIONS};",
            "fn f(code: ::immersve_errors::endpoints::CreateCardErrorCode) {}",
            "use immersve_errors::endpoints; fn f() -> Option<endpoints::CreateCardErrorCode> {}",
            "use immersve_errors::{endpoints as e}; fn f() { matches!(x, e::CreateCardErrorCode::KycRequired); }",
            "use immersve_errors::endpoints::*; type Code = CreateCardErrorCode;",
            "use immersve_errors::endpoints::CreateCardErrorCode as Code; fn f() { Code::KycRequired; }",
        ] {
            assert_eq!(used(&[source]), 1, "{source}");
            assert_eq!(used(&[source, source]), 1, "{source}");
        }
        for source in [
            "use crate::CreateCardErrorCode;",
            "/// Like `immersve_errors::endpoints::CreateCardErrorCode`.\nfn f() {}",
            "use immersve_errors::endpoints::NoSuchErrorCode;",
            "use immersve_errors::endpoints::ShippingErrorCode;",
        ] {
            assert_eq!(used(&[source]), 0, "{source}");
        }
    }

    #[test]
    fn an_enum_that_another_one_extends_or_hides_is_not_used_as_it_is() {
        let outer = "
use immersve_errors::endpoints;
#[derive(ImmersveErrorCode)]
#[immersve(operation = \"create-card\")]
enum Code {
    #[immersve(embed, unknown)]
    Documented(endpoints::CreateCardErrorCode),
}
";
        let user =
            "fn f() { matches!(x, immersve_errors::endpoints::CreateCardErrorCode::KycRequired); }";
        assert_eq!(used(&[outer, user]), 0);
        let own = "#[derive(ImmersveErrorCode)]\nenum CreateCardErrorCode { A }";
        let glob = "use immersve_errors::endpoints::*; type Code = CreateCardErrorCode;";
        assert_eq!(used(&[own, glob]), 0);
        assert_eq!(
            used(&[&format!("use immersve_errors::endpoints::*;\n{own}")]),
            0
        );
    }
}
