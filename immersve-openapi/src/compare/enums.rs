//! Compares the code enums in Rust files with a document.

use std::{
    collections::{BTreeSet, HashSet},
    mem::discriminant,
    sync::Arc,
};

use crate::{
    compare::{
        CodeChange, CodeChanges, Deprecation, Known, Listed, Rule,
        change::{Change, Difference},
        compare_codes,
        drift::Drift,
        rename::Renames,
        unchecked::Unchecked,
        used_catalogue::{UsedEnum, used_enums},
    },
    document::{
        Document,
        doubt::Doubt,
        operation::{DocumentedCode, DocumentedOperation, OperationError},
        status::StatusPattern,
        warning::Warning,
    },
    error::FileError,
    options::Options,
    source::{
        SourceEnum, Sources,
        embed::{Embedded, Embeds},
        item::VariantCode,
    },
};

/// How many codes the operations of all enums may have together. An operation of several enums counts for each.
const CODES: usize = 1_000_000;

/// How many codes a warning shows.
const SHOWN: usize = 5;

/// The enums that name an operation, beside these operations.
#[derive(Default)]
pub(crate) struct Comparison<'s, 'd> {
    pub(crate) enums: Vec<Compared<'s, 'd>>,
    /// How many other enums are checked: shared ones, and those of the catalogue that the files use as they are.
    pub(crate) others: usize,
    /// What is wrong with each of these that differs. Only a person can change them.
    pub(crate) by_hand: Vec<Warning>,
    /// How many enums name no operation, so that they are not checked.
    pub(crate) unchecked: usize,
    pub(crate) warnings: Vec<Warning>,
    /// What could not be checked although it perhaps should be.
    pub(crate) failures: Vec<Warning>,
}

/// An enum beside its operation.
pub(crate) struct Compared<'s, 'd> {
    pub(crate) found: SourceEnum<'s>,
    pub(crate) operation: Result<&'d DocumentedOperation, OperationError>,
    pub(crate) embedded: Embedded<'s>,
    pub(crate) changes: Vec<CodeChange>,
    /// Whether the operation documents no code that counts.
    pub(crate) documents_none: bool,
}

impl<'s, 'd> Comparison<'s, 'd> {
    /// Compares the enums that name an operation.
    ///
    /// Codes of embedded enums count as codes of the outer enum. Those of the catalogue are no difference if the
    /// document lacks them, because only a later version of the catalogue can change them. If the codes of an embedded enum
    /// are not known, no code is missing.
    pub(crate) fn of(
        document: &'d Document,
        sources: &'s Sources,
        options: &Options,
        renames: &mut Renames,
    ) -> Result<Self, FileError> {
        let embeds = Embeds::of(sources);
        let unchecked = Unchecked::of(sources, &embeds, document, &options.shared);
        let used = used_enums(document, sources, &embeds);
        let lacking = used.iter().filter_map(UsedEnum::warning);
        let mut comparison = Self {
            enums: Vec::new(),
            others: used.len() + unchecked.shared,
            by_hand: lacking.chain(unchecked.undocumented).collect(),
            unchecked: unchecked.enums,
            warnings: [&*sources.warnings, &unchecked.warnings].concat(),
            failures: sources.unread().to_vec(),
        };
        let rule = Rule::Code {
            base_codes: options.base_codes,
        };
        let named: Vec<_> = sources
            .enums()
            .filter_map(|found| Some((found, document.operation(found.operation()?))))
            .collect();
        are_few(&named)?;
        for (found, operation) in named {
            if let Err(error) = &operation
                && error.ambiguous
            {
                comparison.failures.push(found.warning(&error.to_string()));
                continue;
            }
            let embedded = embeds.seen_through(found);
            let documents_none = operation
                .as_ref()
                .is_ok_and(|it| !it.codes().iter().any(|code| rule.counts(code.code())));
            let changes = match &operation {
                Err(_) => CodeChanges::default(),
                Ok(operation) => {
                    let old = enumerated(found, &embedded, operation);
                    let (new, withheld) = documented_for(&old, &embedded, operation);
                    for unseen in &embedded.unseen {
                        let mut message = unseen.clone();
                        if !withheld.is_empty() {
                            message += "; these documented codes may be among them and do not count as missing: ";
                            message += &listed(&withheld);
                        }
                        comparison.warnings.push(found.warning(&message));
                    }
                    let changes = compare_codes(&old, &new, rule, renames);
                    let doubts = in_doubt(&changes.doubts);
                    let doubts = doubts.iter().map(|message| found.warning(message));
                    if documents_none && changes.doubts.iter().any(|it| it.1.is_gap()) {
                        comparison.failures.extend(doubts);
                    } else {
                        comparison.warnings.extend(doubts);
                    }
                    changes
                }
            };
            comparison.enums.push(Compared {
                found,
                documents_none,
                operation,
                embedded,
                changes: changes.changes,
            });
        }
        Ok(comparison)
    }
}

/// Checks that there are not too many codes to compare.
fn are_few(
    named: &[(SourceEnum<'_>, Result<&DocumentedOperation, OperationError>)],
) -> Result<(), FileError> {
    let mut left = CODES;
    for (found, operation) in named {
        let codes = operation.as_ref().map_or(0, |it| it.codes().len());
        left = left.checked_sub(codes).ok_or_else(|| {
            let message =
                format!("the operations that the enums name have more than {CODES} codes together");
            FileError::new(found.file(), message).at(Some(found.line()), None)
        })?;
    }
    Ok(())
}

impl Comparison<'_, '_> {
    /// The old codes of all guessed renames.
    pub(crate) fn guessed_renames(&self) -> BTreeSet<&str> {
        let changes = self.enums.iter().flat_map(|compared| &compared.changes);
        let guessed = changes.filter_map(|it| match &it.change {
            Change::CodeRenamed { from, evidence, .. } if evidence.is_guess() => Some(&**from),
            _ => None,
        });
        guessed.collect()
    }
}

/// The codes of an enum and of the enums that it embeds, in this order.
fn enumerated<'a>(
    found: SourceEnum<'_>,
    embedded: &Embedded<'_>,
    operation: &'a DocumentedOperation,
) -> Listed<'a> {
    let own = found.item.codes().map(|(_, code)| known(code));
    let others = embedded.codes.iter().map(|found| {
        let mut code = known(found.code);
        code.is_embedded = true;
        if code.deprecation == Deprecation::Gone {
            code.deprecation = Deprecation::Own;
        }
        code
    });
    let variants = found.item.variants.iter();
    Listed {
        codes: own.chain(others).collect(),
        variants: Some(variants.map(|variant| variant.name.clone()).collect()),
        ..Listed::without_codes(operation)
    }
}

fn known(code: &VariantCode) -> Known {
    Known {
        code: Arc::from(&*code.text),
        aliases: code.aliases.iter().map(|it| Arc::from(&**it)).collect(),
        statuses: code
            .effective_statuses()
            .iter()
            .copied()
            .map(StatusPattern::Exact)
            .collect(),
        description: Arc::from(&*code.description),
        deprecation: Deprecation::of(code.deprecated.as_deref()),
        is_embedded: false,
    }
}

/// The documented codes with which an enum is compared, and those that an embedded enum may have whose codes are not
/// known.
fn documented_for<'a>(
    old: &Listed<'_>,
    embedded: &Embedded<'_>,
    operation: &'a DocumentedOperation,
) -> (Listed<'a>, Vec<&'a str>) {
    let mut new = Listed::documented(operation);
    new.codes
        .retain(|code| !embedded.catalogue.contains(&*code.code));
    let mut withheld = Vec::new();
    if !embedded.unseen.is_empty() {
        let has: HashSet<&str> = old
            .codes
            .iter()
            .flat_map(|code| code.aliases.iter().chain([&code.code]))
            .map(|text| &**text)
            .collect();
        new.codes.retain(|code| has.contains(&*code.code));
        let documented = operation.codes().iter().map(DocumentedCode::code);
        withheld.extend(
            documented.filter(|code| !has.contains(code) && !embedded.catalogue.contains(code)),
        );
    }
    (new, withheld)
}

/// What is not read from the document but counts as documented: a message for each reason, with the first place.
fn in_doubt(codes: &[(Arc<str>, Doubt)]) -> Vec<String> {
    let mut reasons: Vec<(&Doubt, Vec<&str>)> = Vec::new();
    for (code, doubt) in codes {
        let same = |(other, _): &&mut (&Doubt, _)| discriminant(*other) == discriminant(doubt);
        match reasons.iter_mut().find(same) {
            Some((_, codes)) => codes.push(code),
            None => reasons.push((doubt, vec![code])),
        }
    }
    let messages = reasons.into_iter().map(|(doubt, mut codes)| {
        codes.dedup();
        format!("{doubt}, so this counts as documented: {}", listed(&codes))
    });
    messages.collect()
}

/// The first of these codes, and how many more there are.
pub(crate) fn listed(codes: &[&str]) -> String {
    let shown = codes.iter().take(SHOWN).copied().collect::<Vec<_>>();
    let more = match codes.len().saturating_sub(SHOWN) {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    shown.join(", ") + &more
}

impl Compared<'_, '_> {
    /// The difference of an enum whose operation the document lacks.
    fn lacks_operation(&self, error: &OperationError) -> Difference {
        let own = self.found.item.codes().map(|(_, code)| code);
        let others = self.embedded.codes.iter().map(|found| found.code);
        let change = Change::OperationRemoved {
            codes: own.chain(others).map(|code| code.text.clone()).collect(),
            similar: error.similar().to_vec(),
        };
        let name: Arc<str> = error.name().into();
        Difference::new(name.clone(), name, change)
    }

    /// The differences as a report; `Ok` if there are none.
    pub(crate) fn drift(&self) -> Result<(), Drift> {
        let found = self.found;
        let subject = format!("`{}` ({}:{})", found.name(), found.file(), found.line());
        let (differences, operation) = match &self.operation {
            Ok(operation) => {
                let changes = self.changes.iter().map(|it| it.change.clone()).collect();
                let listed = Listed::without_codes(operation);
                (listed.differences(changes), Some(*operation))
            }
            Err(error) => (vec![self.lacks_operation(error)], None),
        };
        Drift::new(&subject, "the enum", differences, operation)
    }
}
