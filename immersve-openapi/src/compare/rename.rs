//! Guesses which codes were renamed.

use std::{cmp::Ordering, mem};

use crate::{Change, Evidence, compare::Known};

/// If an operation has more pairs of codes than this, no renames are guessed there.
const PAIRS: usize = 10_000;

/// If an operation and those before it have more pairs together than this, no renames are guessed there.
const PAIRS_IN_ALL: usize = 1_000_000;

/// Guesses renames, until too many pairs of codes were compared.
pub(crate) struct Guesses {
    pairs_left: usize,
}

impl Default for Guesses {
    fn default() -> Self {
        Self {
            pairs_left: PAIRS_IN_ALL,
        }
    }
}

/// The properties of a code that are compared.
struct Traits<'k> {
    known: &'k Known,
    /// The words of the code, each once, in order.
    words: Vec<&'k str>,
    /// The words of the description.
    meaning: String,
}

impl<'k> Traits<'k> {
    fn new(known: &'k Known) -> Self {
        let mut code_words: Vec<&str> = words(&known.code).collect();
        code_words.sort_unstable();
        code_words.dedup();
        let mut meaning = String::with_capacity(known.description.len());
        for word in words(&known.description) {
            meaning.push_str(word);
            meaning.push(' ');
        }
        meaning.make_ascii_lowercase();
        Self {
            known,
            words: code_words,
            meaning,
        }
    }
}

impl Guesses {
    /// Removes the codes that were probably renamed from both lists. The most probable pairs come first.
    pub(crate) fn renames(
        &mut self,
        removed: &mut Vec<&Known>,
        added: &mut Vec<&Known>,
    ) -> Vec<Change> {
        let pairs = removed.len().saturating_mul(added.len());
        if pairs == 0 || pairs > PAIRS {
            return Vec::new();
        }
        let Some(left) = self.pairs_left.checked_sub(pairs) else {
            return Vec::new();
        };
        self.pairs_left = left;
        let alone = pairs == 1;
        let mut old: Vec<_> = removed.iter().map(|code| Some(Traits::new(code))).collect();
        let mut new: Vec<_> = added.iter().map(|code| Some(Traits::new(code))).collect();
        let mut guesses = Vec::new();
        for (old_at, old) in old.iter().enumerate() {
            for (new_at, new) in new.iter().enumerate() {
                if let (Some(old), Some(new)) = (old, new)
                    && let Some((score, evidence)) = likeness(old, new, alone)
                {
                    guesses.push((score, old_at, new_at, evidence));
                }
            }
        }
        guesses.sort_by(|a, b| b.0.total_cmp(&a.0));
        let mut changes = Vec::new();
        for (_, old_at, new_at, evidence) in guesses {
            let places = (old.get_mut(old_at), new.get_mut(new_at));
            let (Some(old @ Some(_)), Some(new @ Some(_))) = places else {
                continue;
            };
            if let (Some(old), Some(new)) = (mem::take(old), mem::take(new)) {
                changes.push(Change::CodeRenamed {
                    from: old.known.code.to_string(),
                    to: new.known.code.to_string(),
                    evidence,
                });
            }
        }
        let left = |traits: Vec<Option<Traits<'_>>>, codes: &mut Vec<&Known>| {
            let mut stays = traits.iter().map(Option::is_some);
            codes.retain(|_| stays.next().unwrap_or(true));
        };
        left(old, removed);
        left(new, added);
        changes
    }
}

/// How similar two codes are, if one may have been renamed to the other.
fn likeness(old: &Traits<'_>, new: &Traits<'_>, alone: bool) -> Option<(f64, Evidence)> {
    let shared = shared(&old.words, &new.words);
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

/// How many words are in both of two sorted lists.
fn shared(a: &[&str], b: &[&str]) -> usize {
    let (mut a, mut b) = (a.iter().peekable(), b.iter().peekable());
    let mut count = 0;
    while let (Some(left), Some(right)) = (a.peek(), b.peek()) {
        match left.cmp(right) {
            Ordering::Less => _ = a.next(),
            Ordering::Greater => _ = b.next(),
            Ordering::Equal => {
                count += 1;
                a.next();
                b.next();
            }
        }
    }
    count
}

/// The parts of a text that are ASCII letters and digits.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
}
