//! Compares two lists of operations and their codes.

pub(crate) mod change;
pub(crate) mod check;
pub(crate) mod check_sources;
pub(crate) mod diff;
pub(crate) mod drift;
pub(crate) mod rename;
pub(crate) mod unchecked;

use std::{
    collections::{HashMap, HashSet},
    sync::Arc,
};

use crate::{
    Change, Difference, DocumentedCode, DocumentedOperation, Evidence, StatusPattern,
    compare::rename::Guesses,
};

/// An operation of one side of a comparison: of the older or of the newer document, or of the enums.
pub(crate) struct Listed<'a> {
    pub(crate) id: Option<&'a str>,
    pub(crate) method: &'a str,
    pub(crate) path: &'a str,
    pub(crate) codes: Vec<Known>,
}

/// A code of one side of a comparison.
pub(crate) struct Known {
    pub(crate) code: Arc<str>,
    pub(crate) aliases: Vec<Arc<str>>,
    pub(crate) statuses: Vec<StatusPattern>,
    pub(crate) description: Arc<str>,
    /// Whether its variant is deprecated; then it is no difference if it is not documented.
    pub(crate) deprecated: bool,
}

/// What counts as a difference.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Rule {
    /// For an enum and a document: only what the document says counts.
    Code,
    /// For two documents: everything counts.
    Document,
}

impl<'a> Listed<'a> {
    pub(crate) fn documented(
        operation: &'a DocumentedOperation,
        keep: impl Fn(&DocumentedCode) -> bool,
    ) -> Self {
        Self {
            id: operation.operation_id(),
            method: operation.method(),
            path: operation.path(),
            codes: operation
                .codes()
                .iter()
                .filter(|code| keep(code))
                .map(|code| Known {
                    code: code.shared_code().clone(),
                    aliases: Vec::new(),
                    statuses: code.statuses().to_vec(),
                    description: code.shared_description().clone(),
                    deprecated: false,
                })
                .collect(),
        }
    }

    fn request(&self) -> String {
        format!("{} {}", self.method, self.path)
    }

    fn differs(&self, change: Change) -> Difference {
        let (operation, request) = self.names();
        Difference::new(operation, request, change)
    }

    /// The name of the operation, and its method and path.
    fn names(&self) -> (Arc<str>, Arc<str>) {
        let request: Arc<str> = self.request().into();
        let operation = self.id.map_or_else(|| request.clone(), Arc::from);
        (operation, request)
    }

    fn code_names(&self) -> Vec<String> {
        self.codes
            .iter()
            .map(|code| code.code.to_string())
            .collect()
    }
}

/// The differences, in the order of `new`. Operations that `new` lacks come last.
pub(crate) fn compare(old: &[Listed<'_>], new: &[Listed<'_>], rule: Rule) -> Vec<Difference> {
    let partners = partners(old, new);
    let mut guesses = Guesses::default();
    let mut found = Vec::new();
    for (new, partner) in new.iter().zip(&partners) {
        let Some(old) = partner.map(|at| &old[at]) else {
            let codes = new.code_names();
            found.push(new.differs(Change::OperationAdded { codes }));
            continue;
        };
        let named = rule == Rule::Document || (old.id.is_some() && new.id.is_some());
        if named && old.id != new.id {
            found.push(new.differs(Change::OperationRenamed {
                from: old.id.map(Into::into),
                to: new.id.map(Into::into),
            }));
        }
        let (from, to) = (old.request(), new.request());
        if from != to {
            found.push(new.differs(Change::OperationMoved { from, to }));
        }
        found.extend(compare_codes(old, new, rule, &mut guesses));
    }
    let kept: HashSet<usize> = partners.into_iter().flatten().collect();
    for (at, old) in old.iter().enumerate() {
        if !kept.contains(&at) {
            let codes = old.code_names();
            found.push(old.differs(Change::OperationRemoved {
                codes,
                similar: Vec::new(),
            }));
        }
    }
    found
}

/// For each new operation the old one that corresponds to it: the one with the same id, if that is unique on
/// both sides, or else the one with the same method and path.
fn partners(old: &[Listed<'_>], new: &[Listed<'_>]) -> Vec<Option<usize>> {
    let (old_ids, new_ids) = (unique_ids(old), unique_ids(new));
    let mut taken = HashSet::new();
    let mut partners: Vec<Option<usize>> = new
        .iter()
        .map(|new| {
            let id = new.id?;
            let at = new_ids.get(id)?.and(*old_ids.get(id)?)?;
            taken.insert(at);
            Some(at)
        })
        .collect();
    let requests: HashMap<_, _> = old
        .iter()
        .enumerate()
        .filter(|(at, _)| !taken.contains(at))
        .map(|(at, old)| ((old.method, old.path), at))
        .collect();
    for (new, partner) in new.iter().zip(&mut partners) {
        if partner.is_none() {
            *partner = requests.get(&(new.method, new.path)).copied();
        }
    }
    partners
}

/// The place of each id; `None` for an id that is given twice.
fn unique_ids<'a>(operations: &[Listed<'a>]) -> HashMap<&'a str, Option<usize>> {
    let mut ids = HashMap::new();
    for (at, operation) in operations.iter().enumerate() {
        if let Some(id) = operation.id {
            ids.entry(id)
                .and_modify(|place| *place = None)
                .or_insert(Some(at));
        }
    }
    ids
}

pub(crate) fn compare_codes(
    old: &Listed<'_>,
    new: &Listed<'_>,
    rule: Rule,
    guesses: &mut Guesses,
) -> Vec<Difference> {
    let new_codes: HashMap<&str, &Known> =
        new.codes.iter().map(|code| (&*code.code, code)).collect();
    let mut known: HashSet<&str> = HashSet::new();
    let mut changes = Vec::new();
    let mut removed = Vec::new();
    for code in &old.codes {
        known.insert(&code.code);
        known.extend(code.aliases.iter().map(|alias| &**alias));
        if let Some(now) = new_codes.get(&*code.code) {
            changes.extend(compare_code(code, now, rule));
        } else if let Some(now) = code.aliases.iter().find_map(|at| new_codes.get(&**at)) {
            changes.push(Change::CodeRenamed {
                from: code.code.to_string(),
                to: now.code.to_string(),
                evidence: Evidence::Alias,
            });
        } else if !code.deprecated {
            removed.push(code);
        }
    }
    let mut added: Vec<_> = new
        .codes
        .iter()
        .filter(|code| !known.contains(&*code.code))
        .collect();
    changes.extend(guesses.renames(&mut removed, &mut added));
    changes.extend(added.into_iter().map(|code| Change::CodeAdded {
        code: code.code.to_string(),
        statuses: code.statuses.clone(),
        description: code.description.clone(),
    }));
    changes.extend(removed.into_iter().map(|code| Change::CodeRemoved {
        code: code.code.to_string(),
        statuses: code.statuses.clone(),
    }));
    if changes.is_empty() {
        return Vec::new();
    }
    let (operation, request) = new.names();
    changes
        .into_iter()
        .map(|change| Difference::new(operation.clone(), request.clone(), change))
        .collect()
}

fn compare_code(old: &Known, new: &Known, rule: Rule) -> Vec<Change> {
    let mut changes = Vec::new();
    let same = match rule {
        Rule::Document => old.statuses == new.statuses,
        Rule::Code => agree(&old.statuses, &new.statuses),
    };
    if !same {
        changes.push(Change::StatusesChanged {
            code: old.code.to_string(),
            from: old.statuses.clone(),
            to: new.statuses.clone(),
        });
    }
    if rule == Rule::Document && old.description != new.description {
        changes.push(Change::DescriptionChanged {
            code: old.code.to_string(),
            from: old.description.clone(),
            to: new.description.clone(),
        });
    }
    changes
}

/// Whether the statuses of a code agree with the document: a response covers each status, and each response
/// covers at least one.
pub(crate) fn agree(code: &[StatusPattern], document: &[StatusPattern]) -> bool {
    // The statuses of a code are exact, as no attribute can be `4XX`.
    let covers = |pattern: StatusPattern, status: StatusPattern| match status {
        StatusPattern::Exact(status) => pattern.covers(status),
        _ => false,
    };
    code.iter()
        .all(|status| document.iter().any(|pattern| covers(*pattern, *status)))
        && document
            .iter()
            .all(|pattern| code.iter().any(|status| covers(*pattern, *status)))
}
