//! Builds the perfect hash of a table's texts, as cells that `hash.rs` reads.
//!
//! To find the pilot of a bucket, it tries 1, 2, 3 and so on; buckets with many texts come first. If a bucket
//! has no pilot, it tries another shape of the table, and then another seed of the hash. It returns cells only
//! if a lookup in them finds every text.

use std::collections::HashSet;

use crate::hash;

/// Marks a slot that no text has yet, while an index is built.
const EMPTY: u16 = u16::MAX;
/// How many pilots are tried for a bucket before another seed is tried.
const MAX_PILOT: u16 = 4096;
/// A table of at most so many texts has a single bucket, if that has a pilot.
const SINGLE: usize = 64;
/// How many seeds are tried. For random texts the first one is enough; each further one fails less often than
/// one time in a thousand.
const SEEDS: u16 = 256;

/// The cells of a table with these texts, which all differ. The place of a text is its index in `texts`.
///
/// Empty if there are no such cells: if there are more texts than 16 bits can count. No other such texts are
/// known.
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
        .flat_map(|(whole, seed)| shapes(texts.len()).map(move |shape| (whole, seed, shape)))
        .find_map(|(whole, seed, shape)| try_cells(texts, whole, seed, shape))
        .unwrap_or_default()
}

/// How many bits choose the bucket, and how many the slot.
type Shape = (u32, u32);

/// The shapes to try for a table of so many texts, the fastest first.
fn shapes(texts: usize) -> impl Iterator<Item = Shape> {
    let bits = |slots: usize| slots.next_power_of_two().trailing_zeros().max(2);
    let usual = bits((texts * 5).div_ceil(4));
    // With so many slots, about one pilot in 50 sends every text to a slot of its own.
    let single = bits(texts * texts / 8).max(usual);
    (texts <= SINGLE)
        .then_some((0, single))
        .into_iter()
        .chain([(usual - 1, usual)])
}

/// The cells with this seed and shape, if each bucket has a pilot and each text is found.
fn try_cells(
    texts: &[&str],
    whole: bool,
    seed: u16,
    (bucket_bits, slot_bits): Shape,
) -> Option<Vec<u8>> {
    let mut buckets = vec![Vec::new(); 1 << bucket_bits];
    for (place, text) in (0..).zip(texts) {
        let text = text.as_bytes();
        let hash = match hash::words(text) {
            Some(words) if !whole => hash::quick(words, text.len(), seed),
            _ => hash::thorough(text, seed),
        };
        buckets[hash::bucket(hash, bucket_bits)].push((hash, place));
    }

    let mut pilots = vec![0; buckets.len()];
    let mut slots = vec![EMPTY; 1 << slot_bits];
    let mut order: Vec<usize> = (0..buckets.len()).collect();
    order.sort_by_key(|&bucket| usize::MAX - buckets[bucket].len());
    for bucket in order {
        let texts = &buckets[bucket];
        pilots[bucket] = (1..MAX_PILOT).find(|&pilot| fill(&mut slots, texts, pilot, slot_bits))?;
    }

    let header = seed << 6 | u16::try_from(bucket_bits).ok()? << 1 | u16::from(whole);
    let slots = slots.into_iter().map(|place| {
        // A slot that no text has may contain any place: a lookup compares the text anyway.
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

/// Puts the texts of a bucket into the slots that `pilot` gives them, if all of these are free.
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
    use std::collections::BTreeSet;

    use proptest::collection::{btree_set, vec};
    use proptest::prelude::*;

    use super::*;

    /// The seed, and whether texts are hashed whole. Checks that the cells lead to every text.
    fn header(texts: &[&str]) -> (u16, bool) {
        let cells = cells(texts);
        for (place, text) in texts.iter().enumerate() {
            let found = hash::place(&cells, text.as_bytes());
            assert_eq!(usize::from(found), place, "{text} of {texts:?}");
        }
        let header = u16::from_le_bytes([cells[0], cells[1]]);
        (header >> 6, header & 1 == 1)
    }

    fn header_of(texts: impl IntoIterator<Item = String>) -> (u16, bool) {
        let texts: Vec<String> = texts.into_iter().collect();
        header(&texts.iter().map(String::as_str).collect::<Vec<_>>())
    }

    /// The sum of the pilots of 800 codes. 1024 slots may have 819 codes at most.
    fn tries(code: impl Fn(usize) -> String, whole: bool) -> u32 {
        let texts: Vec<String> = (0..800).map(code).collect();
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        assert_eq!(header(&texts), (0, whole), "{}", texts[0]);
        let cells = cells(&texts);
        assert_eq!(cells.len(), 2 * (1 + 512 + 1024));
        let pilots = cells[2..].chunks(2).take(512);
        pilots
            .map(|cell| u32::from(u16::from_le_bytes([cell[0], cell[1]])))
            .sum()
    }

    // For random codes the sum is about 1400.
    #[test]
    fn codes_that_differ_in_one_number_spread_nearly_as_well_as_random_ones() {
        for length in [8, 9, 12, 16, 20, 24] {
            for before in 0..=length - 3 {
                let after = length - 3 - before;
                let code = |n| format!("{:X<before$}{n:03}{:X<after$}", "", "");
                assert!(tries(code, false) < 4000, "{}", code(0));
            }
        }
        for code in [
            |n| format!("{n}"),
            |n| format!("CODE_{n:04}"),
            |n| format!("CARD_{n}_BLOCKED"),
            |n| format!("{n}_INSUFFICIENT_FUNDS"),
            |n| format!("LIMIT_{n:010b}_REACHED"),
        ] {
            assert!(tries(code, false) < 4000, "{}", code(0));
        }
        assert!(tries(|n| format!("ABCDEFGH{n:03}ABCDEFGHIABCDEFGHABCDEFGH"), true) < 4000);
    }

    /// The numbers of buckets and of slots for so many texts.
    fn shape(count: usize) -> (usize, usize) {
        let texts: Vec<String> = (0..count).map(|n| format!("CODE_{n}")).collect();
        let cells = cells(&texts.iter().map(String::as_str).collect::<Vec<_>>());
        let buckets = 1 << (cells[0] >> 1 & 31);
        (buckets, cells.len() / 2 - 1 - buckets)
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
    fn texts_that_three_words_cannot_tell_apart_are_hashed_whole() {
        let alike = [
            "ABCDEFGH1234567890ABCDEFGH1234567890ABCDEFGH",
            "ABCDEFGH_234567890ABCDEFGH1234567890ABCDEFGH",
        ];
        assert_eq!(header(&alike), (0, true));
        assert_eq!(header(&alike[..1]), (0, false));
    }

    // With the first seed, neither pair has a pilot below 4096, though the texts differ.
    #[test]
    fn texts_that_no_pilot_separates_take_another_seed() {
        let alike = [
            "ABCDEFGH1234567890ABCDEFGH1234567890ABCDEFGH",
            "ABCDEFGH_234567890ABCDEFGH1234567890ABCDEFGH",
        ];
        let pair = ["2DNEX4KSW73579RA", "AZ88A_KI5DHSCQXQ"];
        let (seed, whole) = header(&[pair[0], pair[1], alike[0], alike[1]]);
        assert!(whole && seed > 0, "{seed}");
        assert!(!header(&pair).1);
    }

    #[test]
    fn no_text_and_too_many_have_no_cells() {
        assert!(cells(&[]).is_empty());
        let texts: Vec<String> = (0..65_535).map(|n| n.to_string()).collect();
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        assert!(cells(&texts).is_empty());
        assert!(header(&texts[1..]).0 < 8);
    }

    #[test]
    fn equal_texts_have_no_cells() {
        assert!(cells(&["SAME_CODE", "SAME_CODE"]).is_empty());
    }

    proptest! {
        #[test]
        fn every_text_of_a_random_table_is_found(texts in btree_set("[!-~]{1,128}", 1..60)) {
            header_of(texts);
        }

        // Long texts that differ in a few places are those whose hashes may be equal.
        #[test]
        fn every_text_of_a_table_of_similar_texts_is_found(
            base in "[A-Z_]{8,128}",
            changes in vec(vec((any::<prop::sample::Index>(), "[0-9A-Z_]"), 0..3), 1..200),
        ) {
            let texts: BTreeSet<String> = changes
                .into_iter()
                .map(|changes| {
                    let mut text = base.clone();
                    for (place, new) in changes {
                        let place = place.index(text.len());
                        text.replace_range(place..=place, &new);
                    }
                    text
                })
                .collect();
            header_of(texts);
        }
    }
}
