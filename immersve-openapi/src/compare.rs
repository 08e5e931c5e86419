//! Compares two lists of operations and their codes.

pub(crate) mod change;
pub(crate) mod check;
#[cfg(feature = "cli")]
pub(crate) mod comments;
#[cfg(feature = "cli")]
pub(crate) mod diff;
pub(crate) mod drift;
#[cfg(feature = "cli")]
pub(crate) mod enums;
pub(crate) mod rename;
#[cfg(feature = "cli")]
pub(crate) mod unchecked;
#[cfg(feature = "cli")]
pub(crate) mod used_catalogue;

use std::{
    cell::OnceCell,
    collections::{HashMap, HashSet},
    sync::Arc,
};

use immersve_errors::{BaseCode, ImmersveErrorCode};

use crate::{
    compare::{
        change::{Change, Difference, Evidence},
        rename::Renames,
    },
    document::{
        doubt::{Doubt, Doubts},
        operation::DocumentedOperation,
        status::StatusPattern,
    },
    naming,
};

/// The deprecation note of a variant whose code is no longer documented. A variant with another note was deprecated by
/// a person.
pub(crate) const GONE: &str = "no longer documented by the API";

/// An operation of one side of a comparison: of the older or of the newer document, or of the enums.
pub(crate) struct Listed<'a> {
    pub(crate) id: Option<&'a str>,
    pub(crate) method: &'a str,
    pub(crate) path: &'a str,
    pub(crate) codes: Vec<Known>,
    /// The names of the variants, if this is an enum.
    pub(crate) variants: Option<Vec<String>>,
    /// The operation, if this is a document. It may mention more than its codes.
    pub(crate) operation: Option<&'a DocumentedOperation>,
}

/// A code of one side of a comparison.
pub(crate) struct Known {
    pub(crate) code: Arc<str>,
    pub(crate) aliases: Vec<Arc<str>>,
    pub(crate) statuses: Vec<StatusPattern>,
    pub(crate) description: Arc<str>,
    pub(crate) deprecation: Deprecation,
    /// Whether it is a code of an embedded enum, which is not renamed with the outer one.
    pub(crate) is_embedded: bool,
}

/// The changes of an operation's codes.
#[derive(Default)]
pub(crate) struct CodeChanges {
    pub(crate) changes: Vec<CodeChange>,
    /// The codes of the enum that are not read from the document, but count as documented.
    pub(crate) doubts: Vec<(Arc<str>, Doubt)>,
}

/// A change, and the index of the old code that changes.
pub(crate) struct CodeChange {
    pub(crate) old: Option<usize>,
    pub(crate) change: Change,
}

/// Whether a variant is deprecated. Then it is no difference if its code is not documented.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Deprecation {
    None,
    /// By a person.
    Own,
    /// With the note [`GONE`].
    Gone,
}

impl Deprecation {
    pub(crate) fn of(note: Option<&str>) -> Self {
        match note {
            None => Self::None,
            Some(GONE) => Self::Gone,
            Some(_) => Self::Own,
        }
    }
}

/// What counts as a difference.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Rule {
    /// For an enum and a document: only what the document says counts. `FORBIDDEN` and `INVALID_REQUEST_INPUT` count
    /// only if this is `true`.
    Code { base_codes: bool },
    /// For two documents: everything counts.
    #[cfg(feature = "cli")]
    Document,
}

impl Rule {
    pub(crate) fn counts(self, code: &str) -> bool {
        self != Self::Code { base_codes: false } || BaseCode::from_code(code).is_none()
    }

    fn is_document(self) -> bool {
        !matches!(self, Self::Code { .. })
    }
}

impl<'a> Listed<'a> {
    pub(crate) fn documented(operation: &'a DocumentedOperation) -> Self {
        let codes = operation.codes().iter().map(|code| Known {
            code: code.code.clone(),
            aliases: Vec::new(),
            statuses: code.statuses().to_vec(),
            description: code.description.clone(),
            deprecation: Deprecation::None,
            is_embedded: false,
        });
        Self {
            codes: codes.collect(),
            operation: Some(operation),
            ..Self::without_codes(operation)
        }
    }

    pub(crate) fn without_codes(operation: &'a DocumentedOperation) -> Self {
        Self {
            id: operation.operation_id(),
            method: operation.method(),
            path: operation.path(),
            codes: Vec::new(),
            variants: None,
            operation: None,
        }
    }

    fn request(&self) -> String {
        format!("{} {}", self.method, self.path)
    }

    /// The changes, as those of this operation.
    pub(crate) fn differences(&self, changes: Vec<Change>) -> Vec<Difference> {
        let request: Arc<str> = self.request().into();
        let operation = self.id.map_or_else(|| request.clone(), Arc::from);
        changes
            .into_iter()
            .map(|change| Difference::new(operation.clone(), request.clone(), change))
            .collect()
    }

    fn code_names(&self) -> Vec<String> {
        let codes = self.codes.iter();
        codes.map(|code| code.code.to_string()).collect()
    }
}

/// The differences, in the order of `new`. Operations that `new` lacks come last.
pub(crate) fn compare(old: &[Listed<'_>], new: &[Listed<'_>], rule: Rule) -> Vec<Difference> {
    let partners = partners(old, new);
    let mut renames = Renames::default();
    let mut found = Vec::new();
    for (new, partner) in new.iter().zip(&partners) {
        let Some(old) = partner.map(|at| &old[at]) else {
            let codes = new.code_names();
            found.extend(new.differences(vec![Change::OperationAdded { codes }]));
            continue;
        };
        let mut changes = Vec::new();
        let named = rule.is_document() || (old.id.is_some() && new.id.is_some());
        if named && old.id != new.id {
            changes.push(Change::OperationRenamed {
                from: old.id.map(Into::into),
                to: new.id.map(Into::into),
            });
        }
        let (from, to) = (old.request(), new.request());
        if from != to {
            changes.push(Change::OperationMoved { from, to });
        }
        let codes = compare_codes(old, new, rule, &mut renames);
        changes.extend(codes.changes.into_iter().map(|it| it.change));
        found.extend(new.differences(changes));
    }
    let kept: HashSet<usize> = partners.into_iter().flatten().collect();
    let removed = old.iter().enumerate().filter(|(at, _)| !kept.contains(at));
    for (_, old) in removed {
        found.extend(old.differences(vec![Change::OperationRemoved {
            codes: old.code_names(),
            similar: Vec::new(),
        }]));
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

/// The index of each id; `None` for an id that is given twice.
fn unique_ids<'a>(operations: &[Listed<'a>]) -> HashMap<&'a str, Option<usize>> {
    let mut ids = HashMap::new();
    for (at, operation) in operations.iter().enumerate() {
        if let Some(id) = operation.id {
            ids.entry(id)
                .and_modify(|index| *index = None)
                .or_insert(Some(at));
        }
    }
    ids
}

/// The changes of an operation's codes. A code that does not count is still one that the enum has.
///
/// What a document does not say is certain only if the operation was understood and does not mention the code.
pub(crate) fn compare_codes(
    old: &Listed<'_>,
    new: &Listed<'_>,
    rule: Rule,
    renames: &mut Renames,
) -> CodeChanges {
    let new_codes: HashMap<&str, &Known> = new
        .codes
        .iter()
        .filter(|code| rule.counts(&code.code))
        .map(|code| (&*code.code, code))
        .collect();
    let doubts = OnceCell::new();
    let doubts = || {
        doubts
            .get_or_init(|| Some(new.operation?.scope.doubts()))
            .as_ref()
    };
    let mut known: HashSet<&str> = HashSet::new();
    let mut found = CodeChanges::default();
    let mut removed = Vec::new();
    for (at, code) in old.codes.iter().enumerate() {
        known.insert(&code.code);
        known.extend(code.aliases.iter().map(|alias| &**alias));
        if !rule.counts(&code.code) {
            continue;
        }
        if let Some(now) = new_codes.get(&*code.code) {
            found.compare(at, code, now, rule, &doubts);
        } else if let Some(now) = code.aliases.iter().find_map(|at| new_codes.get(&**at)) {
            found.push(Some(at), renamed(code, now, Evidence::Alias));
            found.compare(at, code, now, rule, &doubts);
        } else if code.deprecation == Deprecation::None {
            let mut texts = code.aliases.iter().chain([&code.code]);
            let doubt = texts.find_map(|text| doubts()?.of_code(text));
            match doubt.filter(|_| !rule.is_document()) {
                Some(doubt) => found.doubts.push((code.code.clone(), doubt)),
                None => removed.push((at, code)),
            }
        }
    }
    let mut added: Vec<_> = new
        .codes
        .iter()
        .filter(|code| rule.counts(&code.code) && !known.contains(&*code.code))
        .collect();
    for ((at, old), new, evidence) in renames.guess(&mut removed, &mut added) {
        found.push(Some(at), renamed(old, new, evidence));
        if renames.is_accepted(&old.code) {
            found.compare(at, old, new, rule, &doubts);
        }
    }
    let mut variants = old.variants.as_ref().map(|variants| {
        let codes: Vec<&str> = added.iter().map(|code| &*code.code).collect();
        naming::variants(&codes, variants).into_iter()
    });
    for code in added {
        let change = Change::CodeAdded {
            code: code.code.to_string(),
            statuses: code.statuses.clone(),
            description: code.description.clone(),
            variant: variants.as_mut().and_then(Iterator::next),
        };
        found.push(None, change);
    }
    for (at, code) in removed {
        let doubt = doubts().filter(|_| rule.is_document());
        let change = Change::CodeRemoved {
            code: code.code.to_string(),
            statuses: code.statuses.clone(),
            doubt: doubt.and_then(|doubts| Some(doubts.of_code(&code.code)?.to_string())),
        };
        found.push(Some(at), change);
    }
    found
}

fn renamed(old: &Known, new: &Known, evidence: Evidence) -> Change {
    Change::CodeRenamed {
        from: old.code.to_string(),
        to: new.code.to_string(),
        evidence,
    }
}

impl CodeChanges {
    fn push(&mut self, old: Option<usize>, change: Change) {
        self.changes.push(CodeChange { old, change });
    }

    /// Adds the changes of a code that is on both sides, perhaps under another name.
    fn compare<'d>(
        &mut self,
        at: usize,
        old: &Known,
        new: &Known,
        rule: Rule,
        doubts: &impl Fn() -> Option<&'d Doubts<'d>>,
    ) {
        let code = || new.code.to_string();
        if old.deprecation == Deprecation::Gone {
            self.push(Some(at), Change::CodeRestored { code: code() });
        }
        let mut to = new.statuses.clone();
        let same = if rule.is_document() {
            old.statuses == to
        } else {
            for status in &old.statuses {
                if let StatusPattern::Exact(exact) = *status
                    && !to.iter().any(|pattern| pattern.covers(exact))
                    && let Some(doubt) = doubts().and_then(|it| it.of_status(&new.code, exact))
                {
                    self.doubts.push((new.code.clone(), doubt));
                    to.push(*status);
                }
            }
            to.sort_unstable();
            agree(&old.statuses, &to)
        };
        if !same {
            let change = Change::StatusesChanged {
                code: code(),
                from: old.statuses.clone(),
                to,
            };
            self.push(Some(at), change);
        }
        if rule.is_document() && old.description != new.description {
            let change = Change::DescriptionChanged {
                code: code(),
                from: old.description.clone(),
                to: new.description.clone(),
            };
            self.push(Some(at), change);
        }
    }
}

/// Whether the statuses of a code agree with the document: a response covers each status, and each response
/// covers at least one.
fn agree(code: &[StatusPattern], document: &[StatusPattern]) -> bool {
    // The statuses of a code are exact: no attribute can be `4XX`.
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
