//! What differs between two lists of operations and their codes.

use std::collections::{HashMap, HashSet};

use super::{
    naming::words,
    operation::{DocumentedCode, Operation},
    status::StatusPattern,
};

/// How many pairs of codes an operation may have before no renames are guessed there.
const PAIRS: usize = 10_000;

/// One difference at one operation.
///
/// `Send` and `Sync`. `Debug` shows all of it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "openapi-cli", derive(serde::Serialize))]
pub struct Difference {
    operation: String,
    request: String,
    #[cfg_attr(feature = "openapi-cli", serde(flatten))]
    change: Change,
}

impl Difference {
    /// The operation's `operationId`; without one its method and path.
    #[must_use]
    pub fn operation(&self) -> &str {
        &self.operation
    }

    /// The operation's method and path, such as `POST /api/cards`.
    #[must_use]
    pub fn request(&self) -> &str {
        &self.request
    }

    /// What differs.
    #[must_use]
    pub const fn change(&self) -> &Change {
        &self.change
    }
}

/// What differs at an operation.
///
/// `from` is what the code, the catalogue or the older document has; `to` is what the document, or
/// the newer one, has.
///
/// `Send` and `Sync`. `Debug` shows all of it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(
    feature = "openapi-cli",
    derive(serde::Serialize),
    serde(tag = "kind", rename_all = "snake_case")
)]
#[non_exhaustive]
pub enum Change {
    /// The operation is new.
    #[non_exhaustive]
    OperationAdded {
        /// The codes that it documents.
        codes: Vec<String>,
    },
    /// The operation is gone.
    #[non_exhaustive]
    OperationRemoved {
        /// The codes that it had.
        codes: Vec<String>,
    },
    /// The method and path are the same, the `operationId` is another.
    #[non_exhaustive]
    OperationRenamed {
        /// The old `operationId`, if it had one.
        from: Option<String>,
        /// The new `operationId`, if it has one.
        to: Option<String>,
    },
    /// The `operationId` is the same, the method or the path is another.
    #[non_exhaustive]
    OperationMoved {
        /// The old method and path.
        from: String,
        /// The new method and path.
        to: String,
    },
    /// A code is documented that was not there.
    #[non_exhaustive]
    CodeAdded {
        /// The code.
        code: String,
        /// The responses that it is documented under.
        statuses: Vec<StatusPattern>,
        /// What it means, as Markdown.
        description: String,
    },
    /// A code is no longer documented.
    #[non_exhaustive]
    CodeRemoved {
        /// The code.
        code: String,
        /// The responses that it was under.
        statuses: Vec<StatusPattern>,
    },
    /// A code seems to have another name now.
    #[non_exhaustive]
    CodeRenamed {
        /// The old code.
        from: String,
        /// The new code.
        to: String,
        /// Why that is thought.
        evidence: Evidence,
    },
    /// A code is documented under other responses.
    #[non_exhaustive]
    StatusesChanged {
        /// The code.
        code: String,
        /// The old responses.
        from: Vec<StatusPattern>,
        /// The new responses.
        to: Vec<StatusPattern>,
    },
    /// A code means something else, or the same in other words. Only between two documents.
    #[non_exhaustive]
    DescriptionChanged {
        /// The code.
        code: String,
        /// The old description.
        from: String,
        /// The new description.
        to: String,
    },
}

/// Why a code is thought to have been renamed.
///
/// `Send`, `Sync` and `Copy`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(
    feature = "openapi-cli",
    derive(serde::Serialize),
    serde(rename_all = "snake_case")
)]
#[non_exhaustive]
pub enum Evidence {
    /// The one is an alias of the other. This is no guess.
    Alias,
    /// A guess: both have the same description.
    SameDescription,
    /// A guess: at least half of the words in the two codes are the same.
    SimilarCodes,
    /// A guess: they share a word and a status, and nothing else was added or removed.
    OnlyPair,
}

impl Evidence {
    /// Whether it is a guess.
    #[must_use]
    pub const fn is_guess(self) -> bool {
        !matches!(self, Self::Alias)
    }

    /// The evidence, in words that follow "as".
    pub(super) const fn reason(self) -> &'static str {
        match self {
            Self::Alias => "the one is an alias of the other",
            Self::SameDescription => "the descriptions are the same",
            Self::SimilarCodes => "the codes are similar",
            Self::OnlyPair => "nothing else was added or removed here",
        }
    }
}

/// An operation of either side.
pub(super) struct Listed<'a> {
    pub(super) id: Option<&'a str>,
    pub(super) method: &'a str,
    pub(super) path: &'a str,
    pub(super) codes: Vec<Known<'a>>,
}

/// A code of either side.
pub(super) struct Known<'a> {
    pub(super) code: &'a str,
    pub(super) aliases: &'static [&'static str],
    pub(super) statuses: Vec<StatusPattern>,
    pub(super) description: &'a str,
    /// Whether it may stay when it is no longer documented.
    pub(super) deprecated: bool,
}

/// What counts as a difference.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Rule {
    /// Code against a document: what the document leaves open is not held against the code.
    Code,
    /// A document against a document: everything counts.
    Document,
}

impl<'a> Listed<'a> {
    pub(super) fn documented(
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
        Difference {
            operation: self.id.map_or_else(|| self.request(), ToOwned::to_owned),
            request: self.request(),
            change,
        }
    }

    fn code_names(&self) -> Vec<String> {
        self.codes.iter().map(|code| code.code.to_owned()).collect()
    }
}

/// The differences in the order of `new`; what is gone comes last.
pub(super) fn compare(old: &[Listed<'_>], new: &[Listed<'_>], rule: Rule) -> Vec<Difference> {
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

pub(super) fn compare_codes(old: &Listed<'_>, new: &Listed<'_>, rule: Rule) -> Vec<Difference> {
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
fn agree(code: &[StatusPattern], document: &[StatusPattern]) -> bool {
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

/// Takes out of both lists what seems to be the same code, the likeliest first.
fn renames(removed: &mut Vec<&Known<'_>>, added: &mut Vec<&Known<'_>>) -> Vec<Change> {
    if removed.len().saturating_mul(added.len()) > PAIRS {
        return Vec::new();
    }
    let alone = removed.len() == 1 && added.len() == 1;
    let mut guesses = Vec::new();
    for old in removed.iter() {
        for new in added.iter() {
            if let Some((score, evidence)) = likeness(old, new, alone) {
                guesses.push((score, old.code, new.code, evidence));
            }
        }
    }
    guesses.sort_by(|a, b| b.0.total_cmp(&a.0));
    let mut changes = Vec::new();
    for (_, from, to, evidence) in guesses {
        let places = (
            removed.iter().position(|code| code.code == from),
            added.iter().position(|code| code.code == to),
        );
        if let (Some(old), Some(new)) = places {
            removed.remove(old);
            added.remove(new);
            changes.push(Change::CodeRenamed {
                from: from.to_owned(),
                to: to.to_owned(),
                evidence,
            });
        }
    }
    changes
}

/// How much two codes look like one, if they do.
fn likeness(old: &Known<'_>, new: &Known<'_>, alone: bool) -> Option<(f64, Evidence)> {
    let (old_words, new_words): (HashSet<_>, HashSet<_>) =
        (words(old.code).collect(), words(new.code).collect());
    let shared = old_words.intersection(&new_words).count();
    let all = old_words.len() + new_words.len();
    // At most 64 words in each.
    #[expect(clippy::cast_precision_loss, reason = "the numbers are small")]
    let likeness = 2.0 * shared as f64 / all.max(1) as f64;
    if !old.description.is_empty() && same_words(old.description, new.description) {
        Some((2.0 + likeness, Evidence::SameDescription))
    } else if likeness >= 0.5 {
        Some((likeness, Evidence::SimilarCodes))
    } else if alone && shared > 0 && old.statuses.iter().any(|it| new.statuses.contains(it)) {
        Some((likeness, Evidence::OnlyPair))
    } else {
        None
    }
}

fn same_words(a: &str, b: &str) -> bool {
    let words = |text: &str| words(text).map(str::to_ascii_lowercase).collect::<Vec<_>>();
    a == b || (a.len() < 2048 && b.len() < 2048 && words(a) == words(b))
}
