//! Looks at the enums that name no operation: a shared one is checked against all operations, and for another it says
//! what to do.

use std::{
    collections::{BTreeSet, HashMap, HashSet},
    ptr,
};

use immersve_errors::{BaseCode, ImmersveErrorCode};

use crate::{
    document::{
        Document,
        operation::{DocumentedOperation, did_you_mean, similar},
        warning::Warning,
    },
    naming,
    source::{SourceEnum, Sources, embed::Embeds},
};

/// The enums that name no operation.
#[derive(Default)]
pub(crate) struct Unchecked {
    /// How many are neither shared nor embedded, so that they are not checked.
    pub(crate) enums: usize,
    /// One for each enum, and one for each name that is listed as shared in vain.
    pub(crate) warnings: Vec<Warning>,
    /// How many are shared.
    pub(crate) shared: usize,
    /// For each shared one with codes that no operation documents: these codes.
    pub(crate) undocumented: Vec<Warning>,
}

impl Unchecked {
    pub(crate) fn of<'s>(
        sources: &'s Sources,
        embeds: &Embeds<'s>,
        document: &Document,
        shared: &[String],
    ) -> Self {
        let mut unchecked = Self::default();
        let mut used = HashSet::new();
        let operations = Operations::of(document);
        for found in sources.enums().filter(|found| found.operation().is_none()) {
            if shared.iter().any(|name| name == found.name()) {
                used.insert(found.name());
                unchecked.shared += 1;
                unchecked.undocumented.extend(operations.lack(found));
            } else if !embeds.is_embedded(found) {
                let operation = operations.likely(found).map(DocumentedOperation::name);
                let operation = operation.filter(|name| naming::is_operation(name));
                let (name, operation) = (found.name(), operation.as_deref().unwrap_or("..."));
                let message = format!(
                    "it names no operation, so it is not checked; write `#[immersve(operation = \"{operation}\")]` \
                     on it, or use `--shared {name}` if several operations share its codes"
                );
                unchecked.enums += 1;
                unchecked.warnings.push(found.warning(&message));
            }
        }
        let unused = shared.iter().filter(|name| !used.contains(name.as_str()));
        let unused: BTreeSet<_> = unused.collect();
        unchecked.warnings.extend(unused.into_iter().map(|unused| {
            let message =
                format!("`{unused}` is `--shared`, but no enum of this name lacks an operation");
            Warning::new("".into(), 0, message)
        }));
        unchecked
    }
}

/// The operations by the names of their enums, and by their codes.
struct Operations<'d> {
    /// For each name of an enum, the operation whose enum `scaffold` would call so.
    by_name: HashMap<String, &'d DocumentedOperation>,
    by_code: HashMap<&'d str, Vec<&'d DocumentedOperation>>,
    /// Words that may be codes, although they are not read as codes.
    mentioned: HashSet<&'d str>,
}

impl<'d> Operations<'d> {
    fn of(document: &'d Document) -> Self {
        let mut by_name = HashMap::new();
        let mut by_code = HashMap::<_, Vec<_>>::new();
        for operation in document.operations() {
            by_name.insert(naming::enumeration(&operation.name()), operation);
            for code in operation.codes() {
                by_code.entry(code.code()).or_default().push(operation);
            }
        }
        Self {
            by_name,
            by_code,
            mentioned: document.words(),
        }
    }

    /// That a shared enum has codes that no operation documents.
    fn lack(&self, found: SourceEnum<'_>) -> Option<Warning> {
        let codes = found.item.codes().map(|(_, code)| code);
        let undocumented = codes.filter(|code| {
            let mut texts = code.texts();
            let is_known = texts.any(|it| {
                BaseCode::from_code(it).is_some()
                    || self.by_code.contains_key(it)
                    || self.mentioned.contains(it)
            });
            code.deprecated.is_none() && !is_known
        });
        let described = undocumented.map(|code| {
            let known = self.by_code.keys().map(|code| (*code).to_owned());
            let similar = similar(&code.text, known);
            format!("{}{}", code.text, did_you_mean(&similar))
        });
        let described: Vec<String> = described.collect();
        if described.is_empty() {
            return None;
        }
        let message = format!("no operation documents {}", described.join(", "));
        Some(found.warning(&message))
    }

    /// The operation that the enum is named after, or else the only one that documents all of its codes that any
    /// operation documents, if these are at least half.
    fn likely(&self, found: SourceEnum<'_>) -> Option<&'d DocumentedOperation> {
        if let Some(operation) = self.by_name.get(found.name()) {
            return Some(operation);
        }
        let codes = found.item.codes().map(|(_, code)| code);
        let mut documented =
            codes.filter_map(|code| code.texts().find_map(|text| self.by_code.get(text)));
        let mut likely = documented.next()?.clone();
        let mut count = 1;
        for others in documented {
            likely.retain(|it| others.iter().any(|other| ptr::eq(*it, *other)));
            count += 1;
        }
        match &*likely {
            [operation] if count * 2 >= found.item.codes().count() => Some(operation),
            _ => None,
        }
    }
}
