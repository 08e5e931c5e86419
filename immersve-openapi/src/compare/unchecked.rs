//! Finds the enums that name no operation, and says what to do about each.

use std::collections::{HashMap, HashSet};

use crate::{
    document::{Document, operation::DocumentedOperation, warning::Warning},
    naming,
    source::{SourceEnum, Sources, embed::Embeds},
};

/// The enums that are not checked.
#[derive(Default)]
pub(crate) struct Unchecked {
    pub(crate) enums: usize,
    /// One for each enum, and one for each name that is listed as shared in vain.
    pub(crate) warnings: Vec<Warning>,
}

impl Unchecked {
    /// The enums of the files that name no operation, are in no other enum of the files, and are not listed as shared.
    pub(crate) fn of<'s>(
        sources: &'s Sources,
        embeds: &Embeds<'s>,
        document: &Document,
        shared: &[String],
    ) -> Self {
        let mut unchecked = Self::default();
        let shared: HashSet<&str> = shared.iter().map(String::as_str).collect();
        let mut used = HashSet::new();
        let mut guesses = None;
        for found in sources.enums().filter(|found| found.operation().is_none()) {
            if shared.contains(found.name()) {
                used.insert(found.name());
            } else if !embeds.is_embedded(found) {
                let guess = guesses
                    .get_or_insert_with(|| Guesses::of(document))
                    .operation_of(found);
                let operation = guess
                    .map(DocumentedOperation::name)
                    .filter(|name| naming::is_operation(name))
                    .unwrap_or_else(|| "...".to_owned());
                let message = format!(
                    "it names no operation, so it is not checked; write `#[immersve(operation = \"{operation}\")]` \
                     on it, or use `--shared {}` if its codes are those of several operations",
                    found.name(),
                );
                unchecked.enums += 1;
                unchecked.warnings.push(found.warning(&message));
            }
        }
        let mut unused: Vec<&str> = shared.difference(&used).copied().collect();
        unused.sort_unstable();
        unchecked.warnings.extend(unused.into_iter().map(|unused| {
            let message =
                format!("`{unused}` is `--shared`, but no enum of this name lacks an operation");
            Warning::new("".into(), 0, message)
        }));
        unchecked
    }
}

/// Guesses the operations of enums.
struct Guesses<'d> {
    operations: &'d [DocumentedOperation],
    /// For each name of an enum, the place of the operation whose enum `scaffold` would call so.
    by_name: HashMap<String, usize>,
    by_code: HashMap<&'d str, Vec<usize>>,
}

impl<'d> Guesses<'d> {
    fn of(document: &'d Document) -> Self {
        let operations = document.operations();
        let mut by_name = HashMap::new();
        let mut by_code = HashMap::<_, Vec<_>>::new();
        for (place, operation) in operations.iter().enumerate() {
            by_name.insert(naming::enumeration(&operation.name()), place);
            for code in operation.codes() {
                by_code.entry(code.code()).or_default().push(place);
            }
        }
        Self {
            operations,
            by_name,
            by_code,
        }
    }

    /// The operation that the enum is named after, or else the one that documents the most of its codes, if these are
    /// at least half and no other operation documents as many.
    fn operation_of(&self, found: SourceEnum<'_>) -> Option<&'d DocumentedOperation> {
        if let Some(place) = self.by_name.get(found.name()) {
            return self.operations.get(*place);
        }
        let mut shares = HashMap::<usize, usize>::new();
        for (_, code) in found.item.codes() {
            let places = code.texts().find_map(|text| self.by_code.get(text));
            for place in places.into_iter().flatten() {
                *shares.entry(*place).or_default() += 1;
            }
        }
        let most = *shares.values().max()?;
        let mut likely = shares.into_iter().filter(|(_, share)| *share == most);
        match (likely.next(), likely.next()) {
            (Some((place, _)), None) if most * 2 >= found.item.codes().count() => {
                self.operations.get(place)
            }
            _ => None,
        }
    }
}
