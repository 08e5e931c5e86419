//! Guesses which codes were renamed.

use std::collections::HashSet;

use crate::{
    compare::{Known, change::Evidence},
    document::code::alphanumeric,
};

/// If an operation has more pairs of codes than this, no renames are guessed there.
const PAIRS: usize = 10_000;

/// If an operation and those before it have more pairs together than this, no renames are guessed there.
const PAIRS_IN_ALL: usize = 1_000_000;

/// Guesses renames, until too many pairs of codes were compared.
pub(crate) struct Renames {
    pairs_left: usize,
    /// The old codes whose renames a person has accepted.
    accepted: HashSet<String>,
    /// The old codes that a person says were not renamed.
    rejected: HashSet<String>,
}

impl Default for Renames {
    fn default() -> Self {
        Self {
            pairs_left: PAIRS_IN_ALL,
            accepted: HashSet::new(),
            rejected: HashSet::new(),
        }
    }
}

/// The properties of a code that are compared.
struct Traits<'k> {
    known: &'k Known,
    /// The words of the code.
    words: HashSet<&'k str>,
    /// The words of the description.
    meaning: String,
}

impl<'k> Traits<'k> {
    fn new(known: &'k Known) -> Self {
        let meaning: Vec<&str> = alphanumeric(&known.description).collect();
        Self {
            known,
            words: alphanumeric(&known.code).collect(),
            meaning: meaning.join(" ").to_lowercase(),
        }
    }
}

impl Renames {
    #[cfg(feature = "cli")]
    pub(crate) fn decided(accepted: &[String], rejected: &[String]) -> Self {
        Self {
            accepted: accepted.iter().cloned().collect(),
            rejected: rejected.iter().cloned().collect(),
            ..Self::default()
        }
    }

    pub(crate) fn is_accepted(&self, old_code: &str) -> bool {
        self.accepted.contains(old_code)
    }

    /// Takes the codes that were probably renamed out of both lists. The most probable pairs come first.
    pub(crate) fn guess<'k>(
        &mut self,
        removed: &mut Vec<(usize, &'k Known)>,
        added: &mut Vec<&'k Known>,
    ) -> Vec<((usize, &'k Known), &'k Known, Evidence)> {
        let may_be_renamed =
            |code: &Known| !code.is_embedded && !self.rejected.contains(&*code.code);
        let old: Vec<(usize, Traits<'k>)> = removed
            .iter()
            .filter(|(_, code)| may_be_renamed(code))
            .map(|(at, code)| (*at, Traits::new(code)))
            .collect();
        let alone = removed.len() == 1 && added.len() == 1;
        let pairs = old.len().saturating_mul(added.len());
        if pairs == 0 || pairs > PAIRS {
            return Vec::new();
        }
        let Some(left) = self.pairs_left.checked_sub(pairs) else {
            return Vec::new();
        };
        self.pairs_left = left;
        let new: Vec<Traits<'k>> = added.iter().map(|code| Traits::new(code)).collect();
        let mut likely = Vec::new();
        for (at, old) in &old {
            for new in &new {
                if let Some((score, evidence)) = likeness(old, new, alone) {
                    likely.push((score, (*at, old.known), new.known, evidence));
                }
            }
        }
        likely.sort_by(|a, b| b.0.total_cmp(&a.0));
        let mut guesses = Vec::new();
        let mut paired = HashSet::new();
        for (_, old, new, evidence) in likely {
            if !paired.contains(&*old.1.code) && !paired.contains(&*new.code) {
                paired.extend([&*old.1.code, &*new.code]);
                guesses.push((old, new, evidence));
            }
        }
        removed.retain(|(_, code)| !paired.contains(&*code.code));
        added.retain(|code| !paired.contains(&*code.code));
        guesses
    }
}

/// How similar two codes are, if one may have been renamed to the other.
fn likeness(old: &Traits<'_>, new: &Traits<'_>, alone: bool) -> Option<(f64, Evidence)> {
    let shared = old.words.intersection(&new.words).count();
    let all = old.words.len() + new.words.len();
    // At most 64 words in each.
    #[expect(clippy::cast_precision_loss, reason = "the numbers are small")]
    let likeness = 2.0 * shared as f64 / all.max(1) as f64;
    let (old_known, new_known) = (old.known, new.known);
    let same_meaning = !old_known.description.is_empty()
        && !new_known.description.is_empty()
        && old.meaning == new.meaning;
    let same_status = || {
        let mut statuses = old_known.statuses.iter();
        statuses.any(|it| new_known.statuses.contains(it))
    };
    // The reason should be the same whatever is compared. The codes are always the same, but the doc comment of an enum
    // is often not the document's description. So the descriptions are the last reason, although they count the most.
    let evidence = if likeness >= 0.5 {
        Evidence::SimilarCodes
    } else if alone && shared > 0 && same_status() {
        Evidence::OnlyPair
    } else if same_meaning {
        Evidence::SameDescription
    } else {
        return None;
    };
    let score = if same_meaning {
        2.0 + likeness
    } else {
        likeness
    };
    Some((score, evidence))
}
