//! Builds the perfect hash of a table's codes and aliases, as cells that `hash.rs` reads.
//!
//! A small table has a single bucket, and the seed of the hash is one that sends every text to a slot of its own. In
//! others, the pilot of a bucket is the first number that does that; buckets with many texts come first. If a
//! bucket has no pilot, it tries another seed, then other words. It returns cells only if a lookup in them finds
//! every text.

use std::collections::HashSet;

use crate::hash;

/// Marks a slot that no text has yet, while the cells are built.
const EMPTY: u16 = u16::MAX;
/// A table of at most so many texts has a single bucket, if there is a seed for that.
const SINGLE: usize = 64;
/// How many seeds there are. One in 55 or more is right for a single bucket, one in two or more for several.
const SEEDS: u16 = 256;

/// The cells of a table with these texts, which all differ.
///
/// Empty if there are no such cells. No such texts are known.
pub(crate) fn cells(texts: &[&str]) -> Vec<u8> {
    shapes(texts.len())
        .flat_map(|shape| choices().into_iter().map(move |chosen| (shape, chosen)))
        .find_map(|(shape, chosen)| {
            let hashes: Vec<Hash<'_>> = texts.iter().map(|text| Hash::of(text, chosen)).collect();
            let mut different = HashSet::new();
            if !hashes.iter().all(|hash| different.insert(hash)) {
                return None;
            }
            (0..SEEDS).find_map(|seed| cells_with(&hashes, shape, chosen, seed))
        })
        .filter(|cells| leads_to(cells, texts))
        .unwrap_or_default()
}

/// Which words to hash: each set of the five words as bits, small sets first. The last is none, for all bytes.
fn choices() -> Vec<u16> {
    let mut sets: Vec<u16> = (1..1 << 5).collect();
    sets.sort_by_key(|set| set.count_ones());
    sets.push(0);
    sets
}

/// The hash of a text, with all seeds.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Hash<'a> {
    /// The hash of words with the first seed, and what each further seed adds to it; the hash is a sum.
    Sum(u64, u64),
    /// A text that is hashed with all its bytes: the hash is computed anew with each seed.
    Bytes(&'a [u8]),
}

impl<'a> Hash<'a> {
    fn of(text: &'a str, chosen: u16) -> Self {
        let text = text.as_bytes();
        let words = hash::words(text);
        if words.is_none() || chosen == 0 {
            return Self::Bytes(text);
        }
        let [first, second] = [0, 1].map(|seed| hash::hash(text, words, chosen, seed));
        Self::Sum(first, second.wrapping_sub(first))
    }

    fn with(self, seed: u16) -> u64 {
        match self {
            Self::Sum(first, step) => first.wrapping_add(step.wrapping_mul(seed.into())),
            Self::Bytes(text) => hash::hash(text, None, 0, seed),
        }
    }
}

/// The shapes to try for a table of so many texts, the fastest first: whether there are several buckets, and how many
/// bits choose the slot.
fn shapes(texts: usize) -> impl Iterator<Item = (bool, u32)> {
    let bits = |slots: usize| slots.next_power_of_two().trailing_zeros().max(2);
    let usual = bits((texts * 5).div_ceil(4));
    let single = bits(texts * texts / 8).max(usual);
    (texts <= SINGLE)
        .then_some((false, single))
        .into_iter()
        .chain([(true, usual)])
}

/// The cells with this shape, these words and this seed, if every text gets a slot of its own.
fn cells_with(
    hashes: &[Hash<'_>],
    (several, slot_bits): (bool, u32),
    chosen: u16,
    seed: u16,
) -> Option<Vec<u8>> {
    let bucket_bits = if several { slot_bits - 1 } else { 0 };
    let slot = |hash, pilot| hash::slot(hash, bucket_bits, pilot, slot_bits);
    let hashes = (0..)
        .zip(hashes)
        .map(|(index, hash)| (hash.with(seed), index));
    let mut slots = vec![EMPTY; 1 << slot_bits];
    let mut pilots = Vec::new();
    if several {
        let mut buckets = vec![Vec::new(); 1 << bucket_bits];
        for (hash, index) in hashes {
            buckets[hash::bucket(hash, bucket_bits)].push((hash, index));
        }
        let mut order: Vec<usize> = (0..buckets.len()).collect();
        order.sort_by_key(|&bucket| usize::MAX - buckets[bucket].len());
        let last_pilot = u16::try_from(slots.len() - 1).unwrap_or(u16::MAX);
        pilots = vec![0; buckets.len()];
        for bucket in order {
            pilots[bucket] = (0..=last_pilot)
                .find(|&pilot| fill(&mut slots, &buckets[bucket], |hash| slot(hash, pilot)))?;
        }
    } else {
        for (hash, index) in hashes {
            fill(&mut slots, &[(hash, index)], |hash| slot(hash, 0)).then_some(())?;
        }
    }

    let header = seed << 6 | u16::from(several) << 5 | chosen;
    let slots = slots.into_iter().map(|index| {
        // A slot that no text has may contain any index: a lookup compares the text anyway.
        if index == EMPTY { 0 } else { index }
    });
    let cells = std::iter::once(header).chain(pilots).chain(slots);
    Some(cells.flat_map(u16::to_le_bytes).collect())
}

/// Puts the texts of a bucket into their slots, if all of these are free.
fn fill(slots: &mut [u16], texts: &[(u64, u16)], slot: impl Fn(u64) -> usize) -> bool {
    for (done, &(hash, index)) in texts.iter().enumerate() {
        if slots[slot(hash)] != EMPTY {
            for &(hash, _) in &texts[..done] {
                slots[slot(hash)] = EMPTY;
            }
            return false;
        }
        slots[slot(hash)] = index;
    }
    true
}

/// Whether a lookup in the cells finds every text.
fn leads_to(cells: &[u8], texts: &[&str]) -> bool {
    (0..).zip(texts).all(|(index, text)| {
        let text = text.as_bytes();
        hash::index(cells, text, hash::words(text)) == index
    })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::collection::{btree_set, vec};
    use proptest::prelude::*;

    use super::*;

    /// The words of the cells and their seed. Checks that the cells lead to every text.
    fn header(texts: &[&str]) -> (u16, u16) {
        let cells = cells(texts);
        assert!(!cells.is_empty() && leads_to(&cells, texts), "{texts:?}");
        let header = u16::from_le_bytes([cells[0], cells[1]]);
        (header & 31, header >> 6)
    }

    fn seed(texts: &[&str]) -> u16 {
        header(texts).1
    }

    fn seed_of(texts: impl IntoIterator<Item = String>) -> u16 {
        let texts: Vec<String> = texts.into_iter().collect();
        seed(&texts.iter().map(String::as_str).collect::<Vec<_>>())
    }

    // With random codes, every second seed is right for 800 of them. 1024 slots may have 819 codes at most.
    #[test]
    fn codes_that_differ_in_one_number_spread_nearly_as_well_as_random_ones() {
        let mut seeds = Vec::new();
        for length in [8, 9, 12, 16, 20, 24, 33, 40, 41, 60] {
            for before in 0..=length - 3 {
                let after = length - 3 - before;
                let code = |n| format!("{:X<before$}{n:03}{:X<after$}", "", "");
                seeds.push(seed_of((0..800).map(code)));
            }
        }
        for code in [
            |n| format!("{n}"),
            |n| format!("CODE_{n:04}"),
            |n| format!("CARD_{n}_BLOCKED"),
            |n| format!("{n}_INSUFFICIENT_FUNDS"),
            |n| format!("LIMIT_{n:010b}_REACHED"),
        ] {
            seeds.push(seed_of((0..800).map(code)));
        }
        let sum: u16 = seeds.iter().sum();
        assert!(usize::from(sum) < 2 * seeds.len(), "{seeds:?}");
        assert!(seeds.iter().all(|&seed| seed < 32), "{seeds:?}");
    }

    /// The numbers of buckets and of slots for so many texts.
    fn shape(count: usize) -> (usize, usize) {
        let texts: Vec<String> = (0..count).map(|n| format!("CODE_{n}")).collect();
        let cells = cells(&texts.iter().map(String::as_str).collect::<Vec<_>>());
        let several = cells[0] >> 5 & 1 == 1;
        let slots = 1 << (cells.len() / 2 - 1).ilog2();
        let buckets = if several { slots / 2 } else { 1 };
        let pilots = if several { buckets } else { 0 };
        assert_eq!(cells.len() / 2, 1 + pilots + slots);
        (buckets, slots)
    }

    #[test]
    fn a_small_table_has_a_single_bucket() {
        let slots = [1, 3, 4, 6, 7, 12, 13, 16, 17, 32, 33, 64].map(|count| {
            let (buckets, slots) = shape(count);
            assert_eq!(buckets, 1, "{count}");
            slots
        });
        assert_eq!(slots, [4, 4, 8, 8, 16, 32, 32, 32, 64, 128, 256, 512]);
    }

    #[test]
    fn at_most_four_slots_of_five_of_a_large_table_have_a_text() {
        let shapes = [65, 102, 103, 204, 205, 819, 820].map(shape);
        let slots = [128, 128, 256, 256, 512, 1024, 2048];
        assert_eq!(shapes, slots.map(|slots| (slots / 2, slots)));
    }

    #[test]
    fn the_fewest_words_that_tell_texts_apart_are_hashed() {
        for (texts, words) in [
            // The first word, the last, the second, the one before the last, and the third.
            (vec!["CARD_NOT_FOUND", "USER_NOT_FOUND"], 0b00001),
            (
                vec!["CARD_TRANSACTION_LOST", "CARD_TRANSACTION_GONE"],
                0b00010,
            ),
            (
                vec!["CARD_TRANSACTION_NOT_LISTED", "CARD_TRANSFERRED_NOT_LISTED"],
                0b00100,
            ),
            (
                vec![
                    "CARD_TRANSACTION_OF_SHOP_NOT_FOUND",
                    "CARD_TRANSACTION_OF_MALL_NOT_FOUND",
                ],
                0b01000,
            ),
            (
                vec![
                    "CARD_TRANSACTION_SHOP_IN_STATE_NOT_FOUND",
                    "CARD_TRANSACTION_MALL_IN_STATE_NOT_FOUND",
                ],
                0b10000,
            ),
            (
                vec!["CARD_NOT_FOUND", "USER_NOT_FOUND", "CARD_NOT_KNOWN"],
                0b00011,
            ),
            // The second word alone, although the first and the last together would do.
            (
                vec![
                    "CARDHELD_STOLEN__IN_SHOP",
                    "CARDHELD_LOST____AT_BANK",
                    "FUNDHELD_EXPIRED_IN_SHOP",
                ],
                0b00100,
            ),
            // The length counts with the last word.
            (vec!["AAAAAAAA", "AAAAAAAAA"], 0b00010),
        ] {
            assert_eq!(header(&texts).0, words, "{texts:?}");
        }
    }

    #[test]
    fn all_bytes_are_the_last_resort() {
        assert_eq!(choices().last(), Some(&0));
        for count in [2, 60, 500] {
            let texts: Vec<String> = (0..count).map(|n| format!("CODE_NUMBER_{n}")).collect();
            let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
            let hashes: Vec<Hash<'_>> = texts.iter().map(|text| Hash::of(text, 0)).collect();
            for shape in shapes(count) {
                let cells = (0..SEEDS).find_map(|seed| cells_with(&hashes, shape, 0, seed));
                assert!(leads_to(&cells.unwrap(), &texts), "{count} {shape:?}");
            }
        }
    }

    #[test]
    fn texts_of_which_two_words_are_exchanged_are_told_apart() {
        let with = |middle| format!("CARD_TRANSACTION{middle}_REFUSED");
        for [one, other] in [
            ["_IN_STORE_ONLINE", "_ONLINE_IN_STORE"],
            ["_IN_SHOP_ONLINE_", "_ONLINE__IN_SHOP"],
        ] {
            seed_of([one, other].map(with));
        }
    }

    #[test]
    fn texts_of_every_length_are_found_beside_each_other() {
        let all = "ABCDEFGHIJ".repeat(10);
        for count in [40, 64, 65, 100] {
            seed_of((1..=count).map(|length| all[..length].to_owned()));
        }
    }

    #[test]
    fn equal_texts_have_no_cells() {
        assert!(cells(&["SAME_CODE", "SAME_CODE"]).is_empty());
    }

    proptest! {
        #[test]
        fn every_text_of_a_random_table_is_found(texts in btree_set("[!-~]{1,128}", 1..60)) {
            seed_of(texts);
        }

        // Long texts that differ in a few bytes are those whose sums may be equal.
        #[test]
        fn every_text_of_a_table_of_similar_texts_is_found(
            base in "[A-Z_]{8,128}",
            changes in vec(vec((any::<prop::sample::Index>(), "[0-9A-Z_]"), 0..3), 1..200),
        ) {
            let texts: BTreeSet<String> = changes
                .into_iter()
                .map(|changes| {
                    let mut text = base.clone();
                    for (byte, new) in changes {
                        let byte = byte.index(text.len());
                        text.replace_range(byte..=byte, &new);
                    }
                    text
                })
                .collect();
            let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
            header(&texts);
        }
    }
}
