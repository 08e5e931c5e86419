//! Decides what to change in one enum, so that it has the codes of its operation.

use std::collections::{BTreeSet, HashMap, HashSet};

use immersve_errors::is_base_code;

use crate::{
    DocumentedCode, DocumentedOperation, Evidence, StatusPattern,
    compare::{Known, agree, change::Change, rename::Guesses},
    sanitize::terminal,
    scaffold::variant,
    source::{
        embed::Embedded,
        item::{Code, Item},
    },
};

/// The deprecation note of a variant whose code is no longer documented. If the code is documented again, the note is
/// removed. A variant with another note was deprecated by a person and stays so.
pub(crate) const GONE: &str = "no longer documented by the API";

/// The changes of one enum.
#[derive(Default)]
pub(crate) struct Plan<'d> {
    /// By the variant's place.
    pub(crate) variants: Vec<(usize, VariantPlan)>,
    /// In the document's order.
    pub(crate) added: Vec<&'d DocumentedCode>,
    /// Renames that were guessed but not applied.
    pub(crate) guesses: Vec<Guess>,
    /// Renames that were accepted, but whose variant is deprecated already, and whose new code has a variant.
    pub(crate) late: Vec<Guess>,
    /// Documented codes that may be codes of an embedded enum that is not in the given files.
    pub(crate) withheld: Vec<&'d DocumentedCode>,
    /// For each code of an embedded enum that the operation documents differently: what is wrong.
    pub(crate) foreign: Vec<String>,
}

/// What changes at a variant.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct VariantPlan {
    pub(crate) code: Option<NewCode>,
    pub(crate) statuses: Option<Vec<u16>>,
    /// Whether the note that its code is no longer documented is added (`true`) or removed.
    pub(crate) gone: Option<bool>,
}

/// A new code. The old one becomes an alias.
#[derive(Debug, PartialEq)]
pub(crate) struct NewCode {
    pub(crate) text: String,
    pub(crate) evidence: Evidence,
}

pub(crate) struct Guess {
    pub(crate) variant: usize,
    pub(crate) from: String,
    pub(crate) to: String,
    pub(crate) evidence: Evidence,
}

#[derive(Clone, Copy)]
pub(crate) struct Options<'a> {
    pub(crate) accept_renames: bool,
    /// The old codes whose renames are accepted.
    pub(crate) accepted: &'a BTreeSet<String>,
    pub(crate) base_codes: bool,
}

impl Options<'_> {
    fn accepts(self, old_code: &str) -> bool {
        self.accept_renames || self.accepted.contains(old_code)
    }

    fn keeps(self, code: &str) -> bool {
        self.base_codes || !is_base_code(code)
    }
}

pub(crate) fn plan<'d>(
    item: &Item,
    embedded: &Embedded<'_>,
    operation: &'d DocumentedOperation,
    options: Options<'_>,
    guesses: &mut Guesses,
) -> Plan<'d> {
    let documented: Vec<&DocumentedCode> = operation
        .codes()
        .iter()
        .filter(|code| options.keeps(code.code()))
        .collect();
    let by_code: HashMap<&str, &DocumentedCode> =
        documented.iter().map(|code| (code.code(), *code)).collect();
    let known = claimed(item, embedded);
    let mut missing: Vec<&DocumentedCode> = documented
        .iter()
        .copied()
        .filter(|code| !known.contains(code.code()))
        .collect();

    let mut plan = Plan::default();
    if !embedded.unseen.is_empty() {
        plan.withheld = std::mem::take(&mut missing);
    }
    let mut gone = Vec::new();
    for (at, code) in item.codes().filter(|(_, code)| options.keeps(&code.text)) {
        let now = by_code
            .get(&*code.text)
            .map(|now| (*now, None))
            .or_else(|| {
                let alias = code
                    .aliases
                    .iter()
                    .find_map(|alias| by_code.get(&**alias))?;
                Some((*alias, Some(Evidence::Alias)))
            });
        match now {
            Some((now, evidence)) => plan.documented(at, code, now, evidence),
            None if code.deprecated.is_none() => gone.push((at, code)),
            None => {}
        }
    }
    plan.renames(&gone, &mut missing, &by_code, options, guesses);
    for (at, _) in gone {
        if plan.variants.iter().all(|(other, _)| *other != at) {
            let gone = VariantPlan {
                gone: Some(true),
                ..VariantPlan::default()
            };
            plan.variants.push((at, gone));
        }
    }
    plan.late(item, &by_code, options, guesses);
    plan.added = missing;
    for found in &embedded.codes {
        let (code, owner) = (found.code, found.owner);
        if !options.keeps(&code.text) || code.deprecated.is_some() {
            continue;
        }
        let fault = match by_code.get(&*code.text) {
            None => "does not document".to_owned(),
            Some(now) if !agrees(code, now) => {
                format!("documents under {}", terminal::statuses(now.statuses()))
            }
            Some(_) => continue,
        };
        let why = match owner.operation() {
            None => "names no operation",
            Some(_) => "names another operation",
        };
        plan.foreign.push(format!(
            "the embedded `{name}` ({}:{}) has {}, which the operation {fault}; `update` does \
             not edit `{name}`, as it {why}",
            owner.file(),
            owner.line(),
            code.text,
            name = owner.name(),
        ));
    }
    plan.variants.sort_by_key(|(at, _)| *at);
    plan
}

/// The codes and aliases of the enum.
fn claimed<'a>(item: &'a Item, embedded: &'a Embedded<'_>) -> HashSet<&'a str> {
    let own = item.codes().map(|(_, code)| code);
    own.chain(embedded.codes.iter().map(|found| found.code))
        .flat_map(Code::texts)
        .chain(embedded.catalogue.iter().copied())
        .collect()
}

fn exact(statuses: &[u16]) -> Vec<StatusPattern> {
    statuses.iter().copied().map(StatusPattern::Exact).collect()
}

fn agrees(code: &Code, documented: &DocumentedCode) -> bool {
    agree(&exact(code.effective_statuses()), documented.statuses())
}

impl<'d> Plan<'d> {
    /// Plans the changes of a variant whose code or alias is documented.
    fn documented(
        &mut self,
        at: usize,
        code: &Code,
        now: &DocumentedCode,
        evidence: Option<Evidence>,
    ) {
        let change = VariantPlan {
            code: evidence.map(|evidence| NewCode {
                text: now.code().to_owned(),
                evidence,
            }),
            statuses: (!agrees(code, now))
                .then(|| corrected(code.effective_statuses(), now.statuses())),
            gone: (code.deprecated.as_deref() == Some(GONE)).then_some(false),
        };
        if change != VariantPlan::default() {
            self.variants.push((at, change));
        }
    }

    /// Guesses which of the variants that an earlier update has deprecated were renamed to the codes of other variants.
    fn late(
        &mut self,
        item: &Item,
        by_code: &HashMap<&str, &DocumentedCode>,
        options: Options<'_>,
        guesses: &mut Guesses,
    ) {
        let deprecated: Vec<(usize, &Code)> = item
            .codes()
            .filter(|(_, code)| {
                code.deprecated.as_deref() == Some(GONE)
                    && options.accepts(&code.text)
                    && !code.texts().any(|text| by_code.contains_key(text))
            })
            .collect();
        if deprecated.is_empty() {
            return;
        }
        let others = item
            .codes()
            .filter_map(|(_, code)| by_code.get(&*code.text).copied())
            .collect::<Vec<_>>();
        let (removed, added) = (of_enum(&deprecated), of_document(&others));
        let (mut removed, mut added) = (removed.iter().collect(), added.iter().collect());
        for change in guesses.renames(&mut removed, &mut added) {
            if let Change::CodeRenamed { from, to, evidence } = change
                && let Some((variant, _)) = deprecated.iter().find(|(_, code)| *code.text == *from)
            {
                self.late.push(Guess {
                    variant: *variant,
                    from,
                    to,
                    evidence,
                });
            }
        }
    }

    /// Guesses which of the codes that are no longer documented were renamed to missing ones.
    fn renames(
        &mut self,
        gone: &[(usize, &Code)],
        missing: &mut Vec<&'d DocumentedCode>,
        by_code: &HashMap<&str, &DocumentedCode>,
        options: Options<'_>,
        guesses: &mut Guesses,
    ) {
        let (removed, added) = (of_enum(gone), of_document(missing));
        let (mut removed, mut added) = (removed.iter().collect(), added.iter().collect());
        for change in guesses.renames(&mut removed, &mut added) {
            let Change::CodeRenamed { from, to, evidence } = change else {
                continue;
            };
            let Some((at, code)) = gone.iter().find(|(_, code)| *code.text == *from) else {
                continue;
            };
            if options.accepts(&from) {
                missing.retain(|code| code.code() != &*to);
                if let Some(now) = by_code.get(&*to) {
                    self.documented(*at, code, now, Some(evidence));
                }
            } else {
                self.guesses.push(Guess {
                    variant: *at,
                    from,
                    to,
                    evidence,
                });
            }
        }
    }
}

/// Codes of the enum for a guess.
fn of_enum(codes: &[(usize, &Code)]) -> Vec<Known> {
    let known = codes.iter().map(|(_, code)| Known {
        code: (*code.text).into(),
        aliases: Vec::new(),
        statuses: exact(code.effective_statuses()),
        description: (*code.description).into(),
        deprecated: false,
    });
    known.collect()
}

/// Codes of the document for a guess.
fn of_document(codes: &[&DocumentedCode]) -> Vec<Known> {
    let known = codes.iter().map(|code| Known {
        code: code.shared_code().clone(),
        aliases: Vec::new(),
        statuses: code.statuses().to_vec(),
        description: code.shared_description().clone(),
        deprecated: false,
    });
    known.collect()
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
