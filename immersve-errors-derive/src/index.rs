//! Builds the perfect hash of a table's texts, as cells that `hash.rs` reads.
//!
//! Pilots are found by trying 1, 2, 3 …, full buckets first. Where a bucket finds none, another seed
//! of the hash is tried. No cells leave this file unless a lookup in them finds every text.

use std::collections::HashSet;

use crate::hash;

/// Marks, while an index is built, the slot that no text has.
const EMPTY: u16 = u16::MAX;
/// How many pilots are tried for a bucket before the seed is given up.
const MAX_PILOT: u16 = 4096;
/// How many seeds are tried. Random texts take the first one; each further one fails less often
/// than one time in a thousand.
const SEEDS: u16 = 256;

/// The cells of a table with these texts, which all differ: the place of a text is where it stands here.
///
/// Empty where there are no such cells. That is so for more texts than 16 bits can count; of fewer texts
/// none are known.
pub(crate) fn cells(texts: &[&str]) -> Vec<u8> {
    if texts.is_empty() || texts.len() >= usize::from(EMPTY) {
        return Vec::new();
    }
    let mut seen = HashSet::new();
    let words_differ = texts.iter().all(|text| {
        let words = hash::words(text.as_bytes());
        words.is_none_or(|words| seen.insert((words, text.len())))
    });
    let quick = words_differ.then_some(false);
    quick
        .into_iter()
        .chain([true])
        .flat_map(|whole| (0..SEEDS).map(move |seed| (whole, seed)))
        .find_map(|(whole, seed)| try_cells(texts, whole, seed))
        .unwrap_or_default()
}

/// The cells with this seed, if each bucket finds a pilot and each text is found.
fn try_cells(texts: &[&str], whole: bool, seed: u16) -> Option<Vec<u8>> {
    let mut slot_bits = 2;
    while (1 << slot_bits) * 4 < texts.len() * 5 {
        slot_bits += 1;
    }
    let mut buckets = vec![Vec::new(); 1 << (slot_bits - 1)];
    for (place, text) in (0..).zip(texts) {
        let text = text.as_bytes();
        let hash = match hash::words(text) {
            Some(words) if !whole => hash::quick(words, text.len(), seed),
            _ => hash::thorough(text, seed),
        };
        buckets[hash::bucket(hash, slot_bits)].push((hash, place));
    }

    let mut pilots = vec![0; buckets.len()];
    let mut slots = vec![EMPTY; 1 << slot_bits];
    let mut order: Vec<usize> = (0..buckets.len()).collect();
    order.sort_by_key(|&bucket| usize::MAX - buckets[bucket].len());
    for bucket in order {
        let texts = &buckets[bucket];
        pilots[bucket] = (1..MAX_PILOT).find(|&pilot| fill(&mut slots, texts, pilot, slot_bits))?;
    }

    let header = seed * 2 + u16::from(whole);
    let slots = slots.into_iter().map(|place| {
        // What no text has may hold any place: the comparison refuses it, and no branch is needed.
        if place == EMPTY { 0 } else { place }
    });
    let cells: Vec<u8> = std::iter::once(header)
        .chain(pilots)
        .chain(slots)
        .flat_map(u16::to_le_bytes)
        .collect();
    let found =
        |(place, text): (usize, &&str)| usize::from(hash::place(&cells, text.as_bytes())) == place;
    texts.iter().enumerate().all(found).then_some(cells)
}

/// Puts the texts of a bucket where `pilot` sends them, or leaves all as it was.
fn fill(slots: &mut [u16], texts: &[(u64, u16)], pilot: u16, slot_bits: u32) -> bool {
    for (done, &(hash, place)) in texts.iter().enumerate() {
        let slot = hash::slot(hash, pilot, slot_bits);
        if slots[slot] != EMPTY {
            for &(hash, _) in &texts[..done] {
                slots[hash::slot(hash, pilot, slot_bits)] = EMPTY;
            }
            return false;
        }
        slots[slot] = place;
    }
    true
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The first seed and the quick hash, unless said otherwise.
    fn header(texts: &[&str]) -> u16 {
        let cells = cells(texts);
        assert!(!cells.is_empty(), "no cells for {texts:?}");
        for (place, text) in texts.iter().enumerate() {
            assert_eq!(
                usize::from(hash::place(&cells, text.as_bytes())),
                place,
                "{text}"
            );
        }
        u16::from_le_bytes([cells[0], cells[1]])
    }

    fn words(texts: &[String]) -> Vec<&str> {
        texts.iter().map(String::as_str).collect()
    }

    #[test]
    fn the_hash_is_the_runtimes() {
        let ours = include_str!("hash.rs");
        let runtimes = include_str!("../../immersve-errors/src/code/hash.rs");
        assert!(
            ours == runtimes,
            "copy `hash.rs` to where it was not changed"
        );
    }
}
