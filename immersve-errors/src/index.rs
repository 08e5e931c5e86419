//! From the text of a code to its place in a table: a perfect hash, built at compile time.
//!
//! A `match` on strings compares with one candidate after the other, and the processor guesses
//! wrong on the way. Here every code has a place of its own, so one lookup reads a few words,
//! computes one place and makes one comparison, however many codes there are.
//!
//! 1. **Hash.** A text of 8 bytes or more is read as three words of 8 bytes, its first, its middle
//!    and its last, which overlap in a short text and cover all of it up to 24 bytes. The words and
//!    the length are mixed into 64 bits.
//! 2. **Pilot.** The top bits choose a bucket. Two codes may share it, so each bucket has a *pilot*:
//!    a number that, mixed into the hash, sends every code of the bucket to a slot that no other
//!    code has. Pilots are found by trying 0, 1, 2 … while the crate compiles, full buckets first.
//! 3. **Slot.** The slot holds the code's index into the table. An unknown text lands in a slot too,
//!    so the text is compared once with the code found there.
//!
//! Where two codes of an enum agree in length and in all three words, the words cannot tell them
//! apart, and that enum's texts are hashed [whole](thorough). Texts under 8 bytes always are.

use crate::CodeInfo;

/// Marks a slot that no code has.
const EMPTY: u16 = u16::MAX;
/// How many pilots are tried for a bucket before the hash itself is given up.
const MAX_PILOT: u16 = 4096;
/// Odd constants with well-mixed bits, as multiplicative hashes use them.
const MIX: [u64; 4] = [
    0x9E37_79B9_7F4A_7C15,
    0xD6E8_FEB8_6659_FD93,
    0xA076_1D64_78BD_642F,
    0xE703_7ED1_A0B4_28DB,
];

/// The perfect hash of one table: a cell that says how texts are hashed, then a pilot for each
/// bucket, then the slots, twice as many as buckets.
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
                    let mut pilot = 0;
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

    /// The bucket of a hash: its top bits.
    #[expect(clippy::cast_possible_truncation, reason = "at most 16 bits are left")]
    const fn bucket(hash: u64) -> usize {
        (hash >> (u64::BITS - (Self::SLOT_BITS - 1))) as usize
    }

    /// The cell of the slot where `pilot` sends a hash.
    #[expect(clippy::cast_possible_truncation, reason = "at most 17 bits are left")]
    const fn slot(hash: u64, pilot: u16) -> usize {
        let mixed = (hash ^ pilot as u64).wrapping_mul(MIX[0]);
        1 + Self::BUCKETS + (mixed >> (u64::BITS - Self::SLOT_BITS)) as usize
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
            Some(info) if info.code() == text || info.has_alias(text) => place,
            _ => codes.len(),
        }
    }
}

/// The codes and aliases of a table, hashed, and for each one the place of its code.
///
/// The fields of [`CodeInfo`] are read directly: while the crate compiles every call counts.
struct Texts<const CELLS: usize> {
    hashes: [u64; CELLS],
    owners: [u16; CELLS],
    count: u16,
}

impl<const CELLS: usize> Texts<CELLS> {
    const fn new(codes: &[CodeInfo], whole: bool) -> Self {
        let mut texts = Self {
            hashes: [0; CELLS],
            owners: [0; CELLS],
            count: 0,
        };
        let mut owner = 0;
        while (owner as usize) < codes.len() {
            let info = &codes[owner as usize];
            let mut text = info.code;
            let mut aliases = info.aliases;
            loop {
                assert!(texts.count < EMPTY, "a table holds at most 65534 texts");
                assert!(
                    (texts.count as usize) < CELLS,
                    "the index does not fit its table"
                );
                texts.hashes[texts.count as usize] = match words(text.as_bytes()) {
                    Some(words) if !whole => quick(words, text.len()),
                    _ => thorough(text.as_bytes()),
                };
                texts.owners[texts.count as usize] = owner;
                texts.count += 1;
                let [alias, others @ ..] = aliases else {
                    break;
                };
                text = alias;
                aliases = others;
            }
            owner += 1;
        }
        assert!(
            CELLS == cells(texts.count as usize),
            "the index does not fit its table"
        );
        texts
    }
}

/// The first, the middle and the last 8 bytes; `None` for a shorter text.
#[inline]
const fn words(text: &[u8]) -> Option<[u64; 3]> {
    let [a, b, c, d, e, f, g, h, ..] = text else {
        return None;
    };
    let first = u64::from_le_bytes([*a, *b, *c, *d, *e, *f, *g, *h]);
    let (_, from_middle) = text.split_at((text.len() - 8) / 2);
    let [a, b, c, d, e, f, g, h, ..] = from_middle else {
        return None;
    };
    let middle = u64::from_le_bytes([*a, *b, *c, *d, *e, *f, *g, *h]);
    let [.., a, b, c, d, e, f, g, h] = text else {
        return None;
    };
    let last = u64::from_le_bytes([*a, *b, *c, *d, *e, *f, *g, *h]);
    Some([first, middle, last])
}

/// The hash of three words and a length.
#[inline]
const fn quick([first, middle, last]: [u64; 3], length: usize) -> u64 {
    fold(first ^ MIX[0], last ^ MIX[1]).wrapping_add(fold(middle ^ MIX[2], length as u64 ^ MIX[3]))
}

/// The hash of a whole text, 8 bytes at a time.
const fn thorough(text: &[u8]) -> u64 {
    let mut hash = text.len() as u64 ^ MIX[3];
    let mut rest = text;
    while let Some((word, after)) = rest.split_first_chunk() {
        hash = fold(hash ^ MIX[0], u64::from_le_bytes(*word) ^ MIX[1]);
        rest = after;
    }
    let mut tail = 0;
    while let Some((byte, after)) = rest.split_first() {
        tail = tail << 8 | *byte as u64;
        rest = after;
    }
    fold(hash ^ MIX[2], tail ^ MIX[3])
}

/// Multiplies to 128 bits and folds them, so that every bit of both counts in every bit of the
/// result.
#[inline]
#[expect(clippy::cast_possible_truncation, reason = "both halves are used")]
const fn fold(a: u64, b: u64) -> u64 {
    let product = a as u128 * b as u128;
    product as u64 ^ (product >> 64) as u64
}

#[cfg(test)]
mod tests {
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
