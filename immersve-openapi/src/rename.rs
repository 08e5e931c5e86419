//! Guesses at which code was renamed to which.

use std::collections::HashSet;

use crate::{Change, Evidence, compare::Known};

/// How many pairs of codes an operation may have before no renames are guessed there.
const PAIRS: usize = 10_000;

/// Takes out of both lists what seems to be the same code, the likeliest first.
pub(crate) fn renames(removed: &mut Vec<&Known<'_>>, added: &mut Vec<&Known<'_>>) -> Vec<Change> {
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

/// The parts of a text that are ASCII letters and digits.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
}
