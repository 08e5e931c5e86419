//! Decides what to change in one enum, so that it has the codes of its operation.

use std::collections::BTreeMap;

use crate::{
    compare::{
        CodeChange,
        change::Change,
        enums::{Compared, listed},
    },
    document::{status::StatusPattern, warning::Warning},
    sanitize::terminal,
    scaffold::variant::{self, NewVariant},
    source::item::VariantCode,
    update::{Decisions, numbers, report::SourceChange},
};

/// The changes of one enum.
#[derive(Default)]
pub(crate) struct Plan {
    /// By the index of the variant.
    pub(crate) variants: BTreeMap<usize, VariantPlan>,
    /// In the document's order.
    pub(crate) added: Vec<NewVariant>,
    pub(crate) changes: Vec<SourceChange>,
    /// Renames that were guessed but neither accepted nor rejected.
    pub(crate) undecided: Vec<SourceChange>,
    /// Differences that no edit of this enum can remove.
    pub(crate) warnings: Vec<Warning>,
}

/// What changes at a variant.
#[derive(Debug, Default)]
pub(crate) struct VariantPlan {
    /// The new code. The old one becomes an alias.
    pub(crate) code: Option<String>,
    pub(crate) statuses: Option<Vec<u16>>,
    /// Whether the note that its code is no longer documented is added (`true`) or removed.
    pub(crate) gone: Option<bool>,
}

impl Plan {
    pub(crate) fn of(compared: &Compared<'_, '_>, decisions: &Decisions) -> Self {
        let item = compared.found.item;
        let own: Vec<(usize, &VariantCode)> = item.codes().collect();
        let mut plan = Self::default();
        let mut kept = Vec::new();
        for CodeChange { old, change } in &compared.changes {
            let Some(old) = *old else {
                plan.add(compared, change);
                continue;
            };
            let Some((at, code)) = own.get(old) else {
                let warning = foreign(compared, old - own.len(), change);
                plan.warnings.extend(warning);
                continue;
            };
            let report = SourceChange::new(compared, Some(*at), change);
            match change {
                Change::CodeRenamed { from, evidence, .. }
                    if evidence.is_guess() && !decisions.accepted.contains(from) =>
                {
                    plan.undecided.push(report);
                }
                Change::CodeRemoved { code, .. }
                    if compared.documents_none && !decisions.removals =>
                {
                    kept.push(&**code);
                }
                _ => {
                    let variant = plan.variants.entry(*at).or_default();
                    variant.apply(code, change);
                    plan.changes.push(report);
                }
            }
        }
        if !kept.is_empty() {
            plan.warnings.push(compared.found.warning(&format!(
                "the operation no longer documents any codes, so nothing was deprecated; `--allow-removals` deprecates {}",
                listed(&kept)
            )));
        }
        plan.number(compared);
        plan
    }

    /// Whether the enum agrees with the document after these changes.
    pub(crate) fn is_complete(&self) -> bool {
        self.undecided.is_empty() && self.warnings.is_empty()
    }

    /// Gives the new variants numbers, or does not add them if that is not possible.
    fn number(&mut self, compared: &Compared<'_, '_>) {
        let item = compared.found.item;
        if !item.has_numbers() {
            return;
        }
        if let Err(why) = numbers::assign(item, &mut self.added) {
            let codes: Vec<&str> = self.added.iter().map(|new| &*new.code).collect();
            self.warnings.push(compared.found.warning(&format!(
                "{why}, so these codes have to be added by hand: {}",
                listed(&codes)
            )));
            self.added.clear();
            self.changes
                .retain(|report| !matches!(report.change, Change::CodeAdded { .. }));
        }
    }

    fn add(&mut self, compared: &Compared<'_, '_>, change: &Change) {
        if let Change::CodeAdded {
            code,
            statuses,
            description,
            variant: Some(name),
        } = change
        {
            self.added.push(NewVariant {
                name: name.clone(),
                code: code.clone(),
                statuses: statuses.clone(),
                description: description.clone(),
                discriminant: None,
            });
            self.changes.push(SourceChange::new(compared, None, change));
        }
    }
}

impl VariantPlan {
    fn apply(&mut self, code: &VariantCode, change: &Change) {
        match change {
            Change::CodeRenamed { to, .. } => self.code = Some(to.clone()),
            Change::StatusesChanged { to, .. } => {
                self.statuses = Some(corrected(code.effective_statuses(), to));
            }
            Change::CodeRemoved { .. } => self.gone = Some(true),
            Change::CodeRestored { .. } => self.gone = Some(false),
            _ => {}
        }
    }
}

/// A warning of a code of an embedded enum that the operation documents differently.
fn foreign(compared: &Compared<'_, '_>, index: usize, change: &Change) -> Option<Warning> {
    let embedded = compared.embedded.codes.get(index)?;
    let (name, owner) = (embedded.owner.name(), embedded.owner);
    let code = &embedded.code.text;
    let documented = match change {
        Change::StatusesChanged { to, .. } => {
            format!("documents under {}", terminal::statuses(to))
        }
        Change::CodeRenamed { to, .. } => format!("documents as {to}"),
        _ => "does not document".to_owned(),
    };
    let why = match owner.operation() {
        None => "names no operation",
        Some(_) => "names another operation",
    };
    Some(compared.found.warning(&format!(
        "the embedded `{name}` ({}:{}) has {code}, which the operation {documented}; `update` does not edit `{name}`, \
         which {why}",
        owner.file(),
        owner.line(),
    )))
}

/// The new statuses: those that the document covers stay, the others are removed, and those that are missing are added.
fn corrected(statuses: &[u16], documented: &[StatusPattern]) -> Vec<u16> {
    let covered = |status: &&u16| documented.iter().any(|pattern| pattern.covers(**status));
    let mut kept: Vec<u16> = statuses.iter().filter(covered).copied().collect();
    let missing: Vec<StatusPattern> = documented
        .iter()
        .filter(|pattern| !kept.iter().any(|status| pattern.covers(*status)))
        .copied()
        .collect();
    kept.extend(variant::statuses(&missing));
    kept
}
