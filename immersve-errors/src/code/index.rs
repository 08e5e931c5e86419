//! From the text of a code to its place in a table: a perfect hash, built at compile time.
//!
//! A `match` on strings compares with one candidate after the other, and the processor guesses
//! wrong on the way. Here every code has a place of its own, so one lookup reads a few words,
//! computes one place and makes one comparison, however many codes there are.
//!
//! 1. **Hash.** A text of 8 bytes or more is read as three words of 8 bytes, its first, its middle
//!    and its last, which overlap in a short text and cover all of it up to 24 bytes. The words and
//!    the length are mixed into 64 bits.
//! 2. **Pilot.** The middle bits choose a bucket. Two texts may share it, so each bucket has a *pilot*:
//!    a factor that sends every text of the bucket to a slot that no other text has. Pilots are found
//!    by trying 1, 2, 3 … while the crate compiles, full buckets first.
//! 3. **Slot.** The slot holds the code's place in the table. An unknown text lands in a slot too, so
//!    the text is compared once with the code found there.
//!
//! Where two texts of a table agree in length and in all three words, the words cannot tell them
//! apart, and that table's texts are hashed [whole](thorough). Texts under 8 bytes always are.

use crate::CodeInfo;

/// Marks, while an index is built, what no text has.
const EMPTY: u16 = u16::MAX;
/// How many pilots are tried for a bucket before the hash itself is given up.
const MAX_PILOT: u16 = 4096;
/// Odd factors with well-mixed bits, as multiplicative hashes use them.
const FACTORS: [u64; 3] = [
    0x9E37_79B9_7F4A_7C15,
    0xD6E8_FEB8_6659_FD93,
    0xA076_1D64_78BD_642F,
];

/// The perfect hash of one table: a cell that says whether texts are hashed whole, then a pilot for
/// each bucket, then the slots, twice as many as buckets.
///
/// A slot holds the place of a code, or for an alias that place plus the length of the table.
#[derive(Debug)]
pub struct Index<const CELLS: usize> {
    cells: [u16; CELLS],
}

/// The number of cells that the index of so many texts takes, codes and aliases counted.
#[must_use]
pub const fn cells(texts: usize) -> usize {
    let mut bits = 2;
    while (1 << bits) * 4 < texts * 5 {
        bits += 1;
    }
    1 + (1 << (bits - 1)) + (1 << bits)
}

impl<const CELLS: usize> Index<CELLS> {
    /// There are `1 << SLOT_BITS` slots; see [`cells`] for the sum.
    const SLOT_BITS: u32 = CELLS.ilog2();
    const BUCKETS: usize = 1 << (Self::SLOT_BITS - 1);

    /// Builds the index of a table whose codes and aliases all differ.
    ///
    /// # Panics
    ///
    /// In a constant this stops compilation: where two texts are equal, and where `CELLS` is not
    /// what [`cells`] gives.
    #[must_use]
    pub const fn new(codes: &[CodeInfo]) -> Self {
        let mut whole = false;
        loop {
            let texts = Texts::<CELLS>::new(codes, whole);
            if let Some(index) = Self::try_new(&texts, whole) {
                return index;
            }
            assert!(!whole, "a text stands twice in one table");
            whole = true;
        }
    }

    /// Finds all pilots, or gives up on this way to hash.
    const fn try_new(texts: &Texts<CELLS>, whole: bool) -> Option<Self> {
        // The texts of a bucket form a list: its first, and for each text the next.
        let mut first = [EMPTY; CELLS];
        let mut next = [EMPTY; CELLS];
        let mut lengths = [0; CELLS];
        let mut longest = 0;
        let mut text = 0;
        while text < texts.count {
            let bucket = Self::bucket(texts.hashes[text as usize]);
            next[text as usize] = first[bucket];
            first[bucket] = text;
            lengths[bucket] += 1;
            if lengths[bucket] > longest {
                longest = lengths[bucket];
            }
            text += 1;
        }

        let mut cells = [EMPTY; CELLS];
        cells[0] = whole as u16;
        let mut length = longest;
        while length > 0 {
            let mut bucket = 0;
            while bucket < Self::BUCKETS {
                if lengths[bucket] == length {
                    let mut pilot = 1;
                    while !Self::place(&mut cells, texts, &next, first[bucket], pilot) {
                        pilot += 1;
                        if pilot == MAX_PILOT {
                            return None;
                        }
                    }
                    cells[1 + bucket] = pilot;
                }
                bucket += 1;
            }
            length -= 1;
        }

        // What no text has may hold any code: the comparison refuses it, and no branch is needed.
        let mut cell = 0;
        while cell < CELLS {
            if cells[cell] == EMPTY {
                cells[cell] = 0;
            }
            cell += 1;
        }
        Some(Self { cells })
    }

    /// Puts the texts of a bucket where `pilot` sends them, or leaves all as it was.
    const fn place(
        cells: &mut [u16; CELLS],
        texts: &Texts<CELLS>,
        next: &[u16; CELLS],
        first: u16,
        pilot: u16,
    ) -> bool {
        let mut text = first;
        while text != EMPTY {
            let cell = Self::slot(texts.hashes[text as usize], pilot);
            if cells[cell] != EMPTY {
                let mut placed = first;
                while placed != text {
                    cells[Self::slot(texts.hashes[placed as usize], pilot)] = EMPTY;
                    placed = next[placed as usize];
                }
                return false;
            }
            cells[cell] = texts.owners[text as usize];
            text = next[text as usize];
        }
        true
    }

    /// The bucket of a hash: the top bits of its low half.
    #[expect(clippy::cast_possible_truncation, reason = "the low half is asked for")]
    const fn bucket(hash: u64) -> usize {
        (hash as u32 >> (u32::BITS + 1 - Self::SLOT_BITS)) as usize
    }

    /// The cell of the slot where `pilot` sends a hash: the top bits of their product.
    #[expect(clippy::cast_possible_truncation, reason = "at most 17 bits are left")]
    const fn slot(hash: u64, pilot: u16) -> usize {
        let product = hash.wrapping_mul(pilot as u64);
        1 + Self::BUCKETS + (product >> (u64::BITS - Self::SLOT_BITS)) as usize
    }

    /// The place of the code that has this text as its code or alias; `codes.len()` if none has.
    #[inline]
    #[must_use]
    pub fn find<const N: usize>(&self, codes: &'static [CodeInfo; N], text: &str) -> usize {
        match (self.cells[0], words(text.as_bytes())) {
            (0, Some(words)) => self.compare(codes, text, quick(words, text.len())),
            _ => self.find_whole(codes, text),
        }
    }

    /// The same for a text that the three words do not tell apart.
    #[cold]
    #[inline(never)]
    fn find_whole(&self, codes: &'static [CodeInfo], text: &str) -> usize {
        self.compare(codes, text, thorough(text.as_bytes()))
    }

    #[inline]
    fn compare(&self, codes: &'static [CodeInfo], text: &str, hash: u64) -> usize {
        let pilot = self.cells[1 + Self::bucket(hash)];
        let place = usize::from(self.cells[Self::slot(hash, pilot)]);
        match codes.get(place) {
            Some(info) if info.code == text => place,
            Some(_) => codes.len(),
            None => owner_of_alias(codes, text, place - codes.len()),
        }
    }
}

/// The place itself if the code there has this alias.
#[cold]
#[inline(never)]
fn owner_of_alias(codes: &'static [CodeInfo], text: &str, place: usize) -> usize {
    match codes.get(place) {
        Some(info) if info.aliases.contains(&text) => place,
        _ => codes.len(),
    }
}

/// The codes and aliases of a table, hashed, and for each one what its slot holds.
///
/// The fields of [`CodeInfo`] are read directly: while the crate compiles every call counts.
struct Texts<const CELLS: usize> {
    hashes: [u64; CELLS],
    owners: [u16; CELLS],
    count: u16,
}

impl<const CELLS: usize> Texts<CELLS> {
    #[expect(clippy::cast_possible_truncation, reason = "asserted")]
    const fn new(codes: &[CodeInfo], whole: bool) -> Self {
        let mut texts = Self {
            hashes: [0; CELLS],
            owners: [0; CELLS],
            count: 0,
        };
        let mut place = 0;
        while place < codes.len() {
            let info = &codes[place];
            let mut text = info.code;
            let mut owner = place;
            let mut aliases = info.aliases;
            loop {
                assert!(owner < EMPTY as usize, "a table holds at most 32767 codes");
                assert!(
                    (texts.count as usize) < CELLS,
                    "the index does not fit its table"
                );
                texts.hashes[texts.count as usize] = match words(text.as_bytes()) {
                    Some(words) if !whole => quick(words, text.len()),
                    _ => thorough(text.as_bytes()),
                };
                texts.owners[texts.count as usize] = owner as u16;
                texts.count += 1;
                let [alias, others @ ..] = aliases else {
                    break;
                };
                text = alias;
                aliases = others;
                owner = codes.len() + place;
            }
            place += 1;
        }
        assert!(
            CELLS == cells(texts.count as usize),
            "the index does not fit its table"
        );
        texts
    }
}

/// The first, the middle and the last 8 bytes; `None` for a shorter text.
///
/// Patterns and not `first_chunk`: they are one step while the crate compiles, not a dozen calls.
#[inline]
#[expect(clippy::many_single_char_names, reason = "eight bytes in a row")]
const fn words(text: &[u8]) -> Option<[u64; 3]> {
    let [a, b, c, d, e, f, g, h, ..] = text else {
        return None;
    };
    let first = u64::from_le_bytes([*a, *b, *c, *d, *e, *f, *g, *h]);
    let [.., a, b, c, d, e, f, g, h] = text else {
        return None;
    };
    let last = u64::from_le_bytes([*a, *b, *c, *d, *e, *f, *g, *h]);
    // From two halves, so that the compiler sees that they are long enough and checks no bounds.
    let ([.., a, b, c, d], [e, f, g, h, ..]) = text.split_at(text.len() / 2) else {
        return None;
    };
    let middle = u64::from_le_bytes([*a, *b, *c, *d, *e, *f, *g, *h]);
    Some([first, middle, last])
}

/// The hash of three words and a length.
#[inline]
const fn quick([first, middle, last]: [u64; 3], length: usize) -> u64 {
    mix(first.wrapping_mul(FACTORS[0])
        ^ middle.wrapping_mul(FACTORS[1])
        ^ last.wrapping_add(length as u64).wrapping_mul(FACTORS[2]))
}

/// The hash of a whole text, 8 bytes at a time.
const fn thorough(text: &[u8]) -> u64 {
    let mut hash = text.len() as u64;
    let mut rest = text;
    while let Some((word, after)) = rest.split_first_chunk() {
        hash = mix(hash.wrapping_mul(FACTORS[0]) ^ u64::from_le_bytes(*word));
        rest = after;
    }
    while let [byte, after @ ..] = rest {
        hash = mix(hash.wrapping_mul(FACTORS[0]) ^ *byte as u64);
        rest = after;
    }
    mix(hash.wrapping_mul(FACTORS[1]))
}

/// A product depends on all bits only at its top: brings the top down.
#[inline]
const fn mix(product: u64) -> u64 {
    product ^ (product >> 32)
}

#[cfg(test)]
mod tests {
    extern crate std;

    use std::{boxed::Box, format, string::String, vec::Vec};

    use super::*;

    static NONE: [CodeInfo; 0] = [];
    static NO_INDEX: Index<{ cells(0) }> = Index::new(&NONE);

    static SHORT: [CodeInfo; 4] = [
        CodeInfo::new("A").with_aliases(&["AB", "ABCDEFG"]),
        CodeInfo::new("B"),
        CodeInfo::new("ABCDEFGH"),
        CodeInfo::new("BA"),
    ];
    static SHORT_INDEX: Index<{ cells(6) }> = Index::new(&SHORT);

    // Equal in length, first, middle and last word; they differ in the 9th byte only.
    static ALIKE: [CodeInfo; 2] = [
        CodeInfo::new("ABCDEFGH1234567890ABCDEFGH1234567890ABCDEFGH"),
        CodeInfo::new("ABCDEFGH_234567890ABCDEFGH1234567890ABCDEFGH"),
    ];
    static ALIKE_INDEX: Index<{ cells(2) }> = Index::new(&ALIKE);

    fn holds<const N: usize, const C: usize>(codes: &'static [CodeInfo; N], index: &Index<C>) {
        for (place, info) in codes.iter().enumerate() {
            for text in core::iter::once(&info.code()).chain(info.aliases()) {
                assert_eq!(index.find(codes, text), place, "{text}");
            }
        }
        for text in [
            "",
            "C",
            "ABCDEFGX",
            "ABCDEFGH1234567890XBCDEFGH1234567890ABCDEFGH",
        ] {
            assert_eq!(index.find(codes, text), N, "{text}");
        }
    }

    #[test]
    fn every_code_and_alias_is_found_and_nothing_else() {
        holds(&NONE, &NO_INDEX);
        holds(&SHORT, &SHORT_INDEX);
        holds(&ALIKE, &ALIKE_INDEX);
    }

    #[test]
    fn codes_that_three_words_cannot_tell_apart_are_hashed_whole() {
        let [a, b] = ALIKE.map(|info| words(info.code().as_bytes()));
        assert_eq!(a, b);
        assert_eq!(ALIKE_INDEX.cells[0], 1);
        assert_eq!(SHORT_INDEX.cells[0], 0);
    }

    #[test]
    fn four_slots_of_five_are_taken_at_most() {
        let sizes = [0, 3, 4, 6, 7, 12, 13, 25, 26, 51, 52, 819, 820].map(cells);
        let slots = [4, 4, 8, 8, 16, 16, 32, 32, 64, 64, 128, 1024, 2048];
        assert_eq!(sizes, slots.map(|slots| 1 + slots / 2 + slots));
    }

    #[test]
    fn three_words_cover_a_text_of_24_bytes() {
        let word = |text: &[u8; 8]| u64::from_le_bytes(*text);
        assert_eq!(words(b"ABCDEFG"), None);
        assert_eq!(words(b"ABCDEFGH"), Some([word(b"ABCDEFGH"); 3]));
        assert_eq!(
            words(b"ABCDEFGHIJKLMNOPQRSTUVWX"),
            Some([b"ABCDEFGH", b"IJKLMNOP", b"QRSTUVWX"].map(word))
        );
        assert_eq!(
            words(b"ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
            Some([b"ABCDEFGH", b"JKLMNOPQ", b"STUVWXYZ"].map(word))
        );
    }

    /// Checks the index of 800 codes, about as many as 1024 slots may hold.
    fn spreads(code: impl Fn(usize) -> String, whole: bool) {
        const CELLS: usize = cells(800);
        let codes: Vec<_> = (0..800).map(|n| CodeInfo::new(code(n).leak())).collect();
        let codes: &'static [_; 800] = Box::leak(codes.try_into().expect("800 codes"));
        let index = Index::<CELLS>::new(codes);
        holds(codes, &index);
        assert_eq!(index.cells[0], u16::from(whole), "{}", code(0));
        let tries: u32 = index.cells[1..=512]
            .iter()
            .map(|cell| u32::from(*cell))
            .sum();
        assert!(tries < 4000, "{}: {tries} pilots for 512 buckets", code(0));
        assert!(index.cells.iter().all(|cell| *cell != EMPTY));
    }

    // Random codes take some 1400 pilots.
    #[test]
    fn codes_that_differ_in_one_number_spread_nearly_as_random_ones() {
        for length in [8, 9, 12, 16, 20, 24] {
            for before in 0..=length - 3 {
                let after = length - 3 - before;
                spreads(|n| format!("{:X<before$}{n:03}{:X<after$}", "", ""), false);
            }
        }
        spreads(|n| format!("{n}"), false);
        spreads(|n| format!("CODE_{n:04}"), false);
        spreads(|n| format!("CARD_{n}_BLOCKED"), false);
        spreads(|n| format!("{n}_INSUFFICIENT_FUNDS"), false);
        spreads(|n| format!("LIMIT_{n:010b}_REACHED"), false);
        spreads(|n| format!("ABCDEFGH{n:03}ABCDEFGHIABCDEFGHABCDEFGH"), true);
    }

    #[test]
    #[should_panic(expected = "a text stands twice")]
    fn equal_codes_are_refused() {
        const TWICE: &[CodeInfo] = &[CodeInfo::new("SAME_CODE"), CodeInfo::new("SAME_CODE")];
        let _ = Index::<{ cells(2) }>::new(TWICE);
    }

    #[test]
    #[should_panic(expected = "does not fit")]
    fn an_index_of_another_size_is_refused() {
        let _ = Index::<13>::new(&[]);
    }
}
