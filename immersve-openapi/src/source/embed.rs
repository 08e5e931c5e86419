//! Finds the codes of embedded enums, if these enums are in the given files or in the catalogue of `immersve-errors`.

use std::{
    collections::{HashMap, HashSet},
    ptr,
};

use super::{
    SourceEnum, Sources,
    catalogue::{Catalogue, CatalogueEnum},
    imports::Leads,
    item::{EnumItem, VariantCode, VariantRole},
};

/// The enums of some files by their names.
pub(crate) struct Embeds<'s> {
    by_name: HashMap<&'s str, Vec<SourceEnum<'s>>>,
    catalogue: &'s Catalogue,
    /// For each name that is embedded, the enum that embeds it; `None` if several do.
    embedding: HashMap<&'s str, Option<&'s EnumItem>>,
}

/// The codes of the embedded enums of one enum. If a variant of its own has the code, it is not among them.
#[derive(Default)]
pub(crate) struct Embedded<'s> {
    pub(crate) codes: Vec<EmbeddedCode<'s>>,
    /// The codes and aliases of enums of the catalogue. Only a later version of the catalogue can change them.
    pub(crate) catalogue: HashSet<&'s str>,
    /// Why the codes of an embedded enum are not known.
    pub(crate) unseen: Vec<String>,
}

/// A code of an embedded enum.
pub(crate) struct EmbeddedCode<'s> {
    pub(crate) owner: SourceEnum<'s>,
    pub(crate) code: &'s VariantCode,
}

impl<'s> Embeds<'s> {
    pub(crate) fn of(sources: &'s Sources) -> Self {
        let mut by_name = HashMap::<_, Vec<_>>::new();
        let mut embedding = HashMap::<_, Option<&EnumItem>>::new();
        for found in sources.enums() {
            by_name.entry(found.name()).or_default().push(found);
            for name in found.item.embedded_names() {
                embedding
                    .entry(name)
                    .and_modify(|outer| *outer = outer.filter(|outer| ptr::eq(*outer, found.item)))
                    .or_insert(Some(found.item));
            }
        }
        Self {
            by_name,
            catalogue: &sources.catalogue,
            embedding,
        }
    }

    /// The codes of the enums that an enum embeds, and of those that they embed.
    pub(crate) fn seen_through(&self, outer: SourceEnum<'s>) -> Embedded<'s> {
        let mut embedded = Embedded::default();
        let mut visited = HashSet::from([ptr::from_ref(outer.item)]);
        let mut waiting = vec![outer];
        while let Some(next) = waiting.pop() {
            for variant in &next.item.variants {
                let Some(seen) = self.look(next, &variant.role) else {
                    continue;
                };
                match seen {
                    Seen::File(owner) => {
                        if visited.insert(ptr::from_ref(owner.item)) {
                            let codes = owner.item.codes();
                            embedded
                                .codes
                                .extend(codes.map(|(_, code)| EmbeddedCode { owner, code }));
                            waiting.push(owner);
                        }
                    }
                    Seen::Catalogue(found) => {
                        embedded
                            .catalogue
                            .extend(found.texts.iter().map(String::as_str));
                    }
                    Seen::Not(why) => embedded.unseen.push(format!(
                        "the codes of `{}::{}` are unknown: {why}",
                        next.item.name, variant.name
                    )),
                }
            }
        }
        // The outer enum reads them as its own variants.
        let own: HashSet<&str> = outer
            .item
            .codes()
            .flat_map(|(_, code)| code.texts())
            .collect();
        embedded
            .codes
            .retain(|found| !own.contains(&*found.code.text));
        embedded.catalogue.retain(|code| !own.contains(code));
        embedded
    }

    /// The enum that a variant embeds; `None` for another variant.
    fn look(&self, outer: SourceEnum<'s>, role: &VariantRole) -> Option<Seen<'s>> {
        let VariantRole::Embed { name, leads, .. } = role else {
            return None;
        };
        let Some(name) = name else {
            return Some(Seen::Not("its type is not a path".to_owned()));
        };
        let in_files = match leads {
            Leads::ToCatalogue => None,
            _ => self.by_name.get(&**name).map(Vec::as_slice),
        };
        // No enum can contain itself, so another one with the same name is meant.
        let in_files =
            in_files.filter(|found| !matches!(found, [found] if ptr::eq(found.item, outer.item)));
        let in_catalogue = match leads {
            Leads::Elsewhere => None,
            _ => self.catalogue.get(name),
        };
        Some(match (in_files, in_catalogue) {
            (Some(&[owner]), _) => Seen::File(owner),
            (Some(several), _) => Seen::Not(format!(
                "the given files have {} enums with the name `{name}`",
                several.len()
            )),
            (None, Some(found)) => Seen::Catalogue(found),
            (None, None) if *leads == Leads::ToCatalogue => {
                let version = &self.catalogue.version;
                Seen::Not(format!("`immersve-errors` {version} has no `{name}`"))
            }
            (None, None) => Seen::Not(format!("`{name}` is not in the given files")),
        })
    }

    /// Whether the files have an enum with this name.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.by_name.contains_key(name)
    }

    /// Whether another enum of the files embeds an enum with this name.
    pub(crate) fn is_embedded(&self, found: SourceEnum<'s>) -> bool {
        self.embedding
            .get(found.name())
            .is_some_and(|outer| outer.is_none_or(|outer| !ptr::eq(outer, found.item)))
    }
}

/// An enum that another one embeds.
enum Seen<'s> {
    File(SourceEnum<'s>),
    Catalogue(&'s CatalogueEnum),
    /// Its codes are not known, and why.
    Not(String),
}
