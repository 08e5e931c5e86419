//! The perfect hash of codes: its hash function, and the format of its cells.
//!
//! The derive builds the cells and the runtime reads them, both with this file. It is a link in the derive's folder and
//! a copy in its package.
//!
//! 1. **Hash.** A string of 8 to 40 bytes, such as nearly any code, is read as five words of 8 bytes. They overlap and
//!    cover all of it, so strings with the same words and the same length are equal. The hash is the sum of some of
//!    the words, each multiplied by its factor. The derive chooses the fewest words that distinguish the strings of
//!    the table, often one or two. Longer and shorter strings use a slower hash of [all bytes](of_bytes). So do all
//!    strings of a table that no choice of words distinguishes.
//! 2. **Bucket.** The top bits of the hash select a bucket. Strings may share one, so each bucket has a *pilot*, a
//!    number that sends every string of the bucket to a slot of its own. A small table has a single bucket and no
//!    pilot: its seed alone prevents collisions, and a lookup loads one number less.
//! 3. **Slot.** The hash and the pilot select the slot, which has the index of the code. An unknown string gets a slot
//!    too, so every lookup compares the string with the code found.
//!
//! Cells are 16-bit little-endian numbers: a header, a pilot for each bucket if there are several, and the slots. The
//! number of slots is a power of two; there are half as many buckets, or one. The header has, from the lowest bit: the
//! words that are hashed (5 bits; none means all bytes), whether there are several buckets (1 bit), and the seed (10
//! bits).

/// The factor of each word, odd with well-mixed bits as in other multiplicative hashes, and its even increment per
/// seed. The increments differ, so that strings that collide with one seed rarely collide with another.
const FACTORS: [(u64, u64); 5] = [
    (0x9E37_79B9_7F4A_7C15, 0xF135_7AEA_2E62_A9C6),
    (0xE703_7ED1_A0B4_28DB, 0xFF51_AFD7_ED55_8CCC),
    (0xD6E8_FEB8_6659_FD93, 0x94D0_49BB_1331_11EA),
    (0xA076_1D64_78BD_642F, 0xBF58_476D_1CE4_E5B8),
    (0x8EBC_6AF0_9C88_C6E3, 0xC4CE_B9FE_1A85_EC54),
];

/// The index of a string in the table of the cells; any number for another string. `words` are those of the string.
#[inline(always)]
#[expect(clippy::inline_always, reason = "measured")]
pub(crate) fn index(cells: &[u8], text: &[u8], words: Option<[u64; 5]>) -> u16 {
    let header = cell(cells, 0);
    let hash = hash(text, words, header & 31, header >> 6);
    let slot_bits = (cells.len() / 2).saturating_sub(1).max(2).ilog2();
    let (bucket_bits, pilot, first_slot) = if header >> 5 & 1 == 0 {
        (0, 0, 1)
    } else {
        let bucket_bits = slot_bits - 1;
        let pilot = cell(cells, 1 + bucket(hash, bucket_bits));
        (bucket_bits, pilot, 1 + (1 << bucket_bits))
    };
    cell(
        cells,
        first_slot + slot(hash, bucket_bits, pilot, slot_bits),
    )
}

/// The cell with this number.
#[inline]
fn cell(cells: &[u8], number: usize) -> u16 {
    match cells.get(2 * number..2 * number + 2) {
        Some(&[low, high]) => u16::from_le_bytes([low, high]),
        _ => 0,
    }
}

/// The bucket of a hash, if there are several: its top bits.
#[inline]
pub(crate) fn bucket(hash: u64, bucket_bits: u32) -> usize {
    (hash >> 1 >> (u64::BITS - 1 - bucket_bits)) as usize
}

/// The slot of a hash: the bits below those of the bucket, combined with the pilot.
#[inline]
#[expect(clippy::cast_possible_truncation, reason = "at most 17 bits are left")]
pub(crate) fn slot(hash: u64, bucket_bits: u32, pilot: u16, slot_bits: u32) -> usize {
    (hash << bucket_bits >> (u64::BITS - slot_bits)) as usize ^ usize::from(pilot)
}

/// The words of a string, if they cover it; those that take fewer instructions to read come first.
///
/// They are within the string for any length, so there is no branch to mispredict.
#[inline(always)]
#[expect(clippy::inline_always, reason = "measured")]
pub(crate) fn words(text: &[u8]) -> Option<[u64; 5]> {
    let length = text.len();
    if !matches!(length, 8..=40) {
        return None;
    }
    let start = |end: usize| text.split_at(end.min(length)).0;
    let end = text.split_at(length - length.min(16)).1;
    let (second, third, before_last) = (last(start(16)), last(start(24)), first(end));
    Some([first(text), last(text), second, before_last, third])
}

/// The first word of a string that has one.
#[inline]
fn first(text: &[u8]) -> u64 {
    text.first_chunk()
        .map_or(0, |word| u64::from_le_bytes(*word))
}

/// The last word of a string that has one.
#[inline]
fn last(text: &[u8]) -> u64 {
    text.last_chunk()
        .map_or(0, |word| u64::from_le_bytes(*word))
}

/// The hash of a string with these words, of which the five bits of `chosen` select some. With none, or for a string
/// without words, it is the hash of all bytes.
#[inline(always)]
#[expect(clippy::inline_always, reason = "measured")]
pub(crate) fn hash(text: &[u8], words: Option<[u64; 5]>, chosen: u16, seed: u16) -> u64 {
    let [first, last, second, before_last, third] = match words {
        Some(words) if chosen != 0 => words,
        _ => return of_bytes(text, seed),
    };
    let product = |number: usize, word: u64| {
        let counts = chosen >> number & 1 == 1;
        if counts {
            word.wrapping_mul(factor(number, seed))
        } else {
            0
        }
    };
    product(0, first)
        .wrapping_add(product(1, last.wrapping_add(text.len() as u64)))
        .wrapping_add(product(2, second))
        .wrapping_add(product(3, before_last))
        .wrapping_add(product(4, third))
}

/// The hash of all bytes of a string, 8 at a time.
#[cold]
#[inline(never)]
fn of_bytes(text: &[u8], seed: u16) -> u64 {
    let mut hash = text.len() as u64;
    let mut rest = text;
    while let Some((word, after)) = rest.split_first_chunk() {
        hash = mix(hash ^ u64::from_le_bytes(*word), factor(0, seed));
        rest = after;
    }
    for byte in rest {
        hash = mix(hash ^ u64::from(*byte), factor(1, seed));
    }
    hash
}

#[inline]
fn factor(number: usize, seed: u16) -> u64 {
    let (factor, step) = FACTORS[number];
    factor.wrapping_add(step.wrapping_mul(u64::from(seed)))
}

/// Combines the halves of the product, so that every bit depends on all bits of both numbers.
#[inline]
#[expect(clippy::cast_possible_truncation, reason = "both halves are used")]
fn mix(one: u64, other: u64) -> u64 {
    let product = u128::from(one) * u128::from(other);
    product as u64 ^ (product >> 64) as u64
}
