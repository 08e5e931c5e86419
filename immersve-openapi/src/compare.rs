//! What differs between two lists of operations and their codes.

use std::collections::{HashMap, HashSet};

use crate::{
    Change, Difference, DocumentedCode, Evidence, Operation, StatusPattern, rename::renames,
};

/// An operation of either side.
pub(crate) struct Listed<'a> {
    pub(crate) id: Option<&'a str>,
    pub(crate) method: &'a str,
    pub(crate) path: &'a str,
    pub(crate) codes: Vec<Known<'a>>,
}

/// A code of either side.
pub(crate) struct Known<'a> {
    pub(crate) code: &'a str,
    pub(crate) aliases: &'a [&'a str],
    pub(crate) statuses: Vec<StatusPattern>,
    pub(crate) description: &'a str,
    /// Whether it may stay when it is no longer documented.
    pub(crate) deprecated: bool,
}

/// What counts as a difference.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Rule {
    /// Code against a document: what the document leaves open is not held against the code.
    Code,
    /// A document against a document: everything counts.
    Document,
}

impl<'a> Listed<'a> {
    pub(crate) fn documented(
        operation: &'a Operation,
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
                    code: code.code(),
                    aliases: &[],
                    statuses: code.statuses().to_vec(),
                    description: code.description(),
                    deprecated: false,
                })
                .collect(),
        }
    }

    fn request(&self) -> String {
        format!("{} {}", self.method, self.path)
    }

    fn differs(&self, change: Change) -> Difference {
        let request = self.request();
        let operation = self.id.map_or_else(|| request.clone(), ToOwned::to_owned);
        Difference::new(operation, request, change)
    }

    fn code_names(&self) -> Vec<String> {
        self.codes.iter().map(|code| code.code.to_owned()).collect()
    }
}

/// The differences in the order of `new`; what is gone comes last.
pub(crate) fn compare(old: &[Listed<'_>], new: &[Listed<'_>], rule: Rule) -> Vec<Difference> {
    let partners = partners(old, new);
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
        found.extend(compare_codes(old, new, rule));
    }
    let kept: HashSet<usize> = partners.into_iter().flatten().collect();
    for (at, old) in old.iter().enumerate() {
        if !kept.contains(&at) {
            let codes = old.code_names();
            found.push(old.differs(Change::OperationRemoved { codes }));
        }
    }
    found
}

/// For each new operation the old one that it is: by an id that is unique on both sides, else by
/// method and path.
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

pub(crate) fn compare_codes(old: &Listed<'_>, new: &Listed<'_>, rule: Rule) -> Vec<Difference> {
    let new_codes: HashMap<_, _> = new.codes.iter().map(|code| (code.code, code)).collect();
    let mut known = HashSet::new();
    let mut changes = Vec::new();
    let mut removed = Vec::new();
    for code in &old.codes {
        known.insert(code.code);
        known.extend(code.aliases);
        if let Some(now) = new_codes.get(code.code) {
            changes.extend(compare_code(code, now, rule));
        } else if let Some(alias) = code.aliases.iter().find(|at| new_codes.contains_key(**at)) {
            changes.push(Change::CodeRenamed {
                from: code.code.to_owned(),
                to: (*alias).to_owned(),
                evidence: Evidence::Alias,
            });
        } else if !code.deprecated {
            removed.push(code);
        }
    }
    let mut added: Vec<_> = new
        .codes
        .iter()
        .filter(|code| !known.contains(code.code))
        .collect();
    changes.extend(renames(&mut removed, &mut added));
    changes.extend(added.into_iter().map(|code| Change::CodeAdded {
        code: code.code.to_owned(),
        statuses: code.statuses.clone(),
        description: code.description.to_owned(),
    }));
    changes.extend(removed.into_iter().map(|code| Change::CodeRemoved {
        code: code.code.to_owned(),
        statuses: code.statuses.clone(),
    }));
    changes.into_iter().map(|it| new.differs(it)).collect()
}

fn compare_code(old: &Known<'_>, new: &Known<'_>, rule: Rule) -> Vec<Change> {
    let mut changes = Vec::new();
    let same = match rule {
        Rule::Document => old.statuses == new.statuses,
        Rule::Code => agree(&old.statuses, &new.statuses),
    };
    if !same {
        changes.push(Change::StatusesChanged {
            code: old.code.to_owned(),
            from: old.statuses.clone(),
            to: new.statuses.clone(),
        });
    }
    if rule == Rule::Document && old.description != new.description {
        changes.push(Change::DescriptionChanged {
            code: old.code.to_owned(),
            from: old.description.to_owned(),
            to: new.description.to_owned(),
        });
    }
    changes
}

/// Whether the code's statuses are those that the document has: each is covered by a response, and
/// each response covers one.
pub(crate) fn agree(code: &[StatusPattern], document: &[StatusPattern]) -> bool {
    // A code's own are exact: no attribute can say `4XX`.
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
