//! From a text to a place in a table: the hash, and how the cells of a perfect hash are read.
//!
//! The derive builds the cells with this file and the runtime reads them with it. Each of the two
//! packages is complete by itself, so each has a copy, and a test sees to it that they are equal. The
//! derive also writes the [`FINGERPRINT`] of its copy into every expansion, so that cells of another
//! copy do not compile.
//!
//! 1. **Hash.** A text of 8 to 40 bytes, as nearly all codes are, is read as five words of 8 bytes. They
//!    overlap and cover all of it, so two texts with the same words and the same length are equal. The
//!    hash is a sum of products of words and factors. Other texts are hashed [whole](thorough), which takes
//!    longer.
//! 2. **Bucket.** The top bits of the hash choose a bucket. Two texts may share it, so each bucket has a
//!    *pilot*, a number that sends every text of the bucket to a slot that no other text has. A small
//!    table has a single bucket and no pilot: its seed alone does that, and a lookup reads one number less.
//! 3. **Slot.** The hash and the pilot choose the slot, which has the text's place. An unknown text lands in a
//!    slot too, so whoever looks up a text compares it once, with the text of the place found.
//!
//! Cells are numbers of 16 bits in little-endian bytes: a header, a pilot for each bucket if there are several,
//! and the slots. The numbers of buckets and of slots are powers of two. The header has, from the lowest bit
//! up: whether all texts are hashed whole (1 bit), how many bits choose the bucket (5), and the seed of the
//! hash (10). The sums of a few texts are equal with every seed, such as those that differ by an exchange of
//! the bytes 16 to 24 with the next eight. A table with two such texts is hashed whole.

/// Stands for this file. It is a number, as the compiler would compute it anew for every crate with code enums. A
/// test says which number it must be.
pub(crate) const FINGERPRINT: u64 = 0x9B1C_4EE7_A851_82C6;

/// The factors of the words, odd and with well-mixed bits as in other multiplicative hashes, and what each seed
/// adds to them, an even number. They differ, as texts whose sums are equal with one seed must mostly differ with
/// another.
const FACTORS: [(u64, u64); 4] = [
    (0x9E37_79B9_7F4A_7C15, 0xF135_7AEA_2E62_A9C6),
    (0xD6E8_FEB8_6659_FD93, 0x94D0_49BB_1331_11EA),
    (0xA076_1D64_78BD_642F, 0xBF58_476D_1CE4_E5B8),
    (0xE703_7ED1_A0B4_28DB, 0xFF51_AFD7_ED55_8CCC),
];

/// Whether each text of a table is hashed whole.
#[inline]
pub(crate) fn whole(cells: &[u8]) -> bool {
    cell(cells, 0) & 1 == 1
}

/// The place of a text of the table that the cells were built for, and any number for another text. `words` are
/// those of the text, unless it is hashed whole.
#[inline(always)]
#[expect(clippy::inline_always, reason = "measured")]
pub(crate) fn place(cells: &[u8], text: &[u8], words: Option<[u64; 5]>) -> u16 {
    let header = cell(cells, 0);
    let bucket_bits = u32::from(header >> 1 & 31);
    let hash = hash(text, words, header >> 6);
    let (pilot, first_slot) = if bucket_bits == 0 {
        (0, 1)
    } else {
        let pilot = cell(cells, 1 + bucket(hash, bucket_bits));
        (pilot, 1 + (1 << bucket_bits))
    };
    let slots = (cells.len() / 2).saturating_sub(first_slot).max(2);
    let slot = slot(hash, bucket_bits, pilot, slots.ilog2());
    cell(cells, first_slot + slot)
}

/// The cell with this number.
#[inline]
fn cell(cells: &[u8], number: usize) -> u16 {
    match cells.get(2 * number..2 * number + 2) {
        Some(&[low, high]) => u16::from_le_bytes([low, high]),
        _ => 0,
    }
}

/// The bucket of a hash, which is one of several: its top bits.
#[inline]
pub(crate) fn bucket(hash: u64, bucket_bits: u32) -> usize {
    (hash >> 1 >> (u64::BITS - 1 - bucket_bits)) as usize
}

/// The slot where `pilot` sends a hash: the bits below those of the bucket, combined with the pilot.
#[inline]
#[expect(clippy::cast_possible_truncation, reason = "at most 17 bits are left")]
pub(crate) fn slot(hash: u64, bucket_bits: u32, pilot: u16, slot_bits: u32) -> usize {
    (hash << bucket_bits >> (u64::BITS - slot_bits)) as usize ^ usize::from(pilot)
}

/// The first three words of a text and the last two, if they are all of it.
///
/// Their places are within the text whatever its length is, so the processor has no branch to guess.
#[inline(always)]
#[expect(clippy::inline_always, reason = "measured")]
pub(crate) fn words(text: &[u8]) -> Option<[u64; 5]> {
    let length = text.len();
    if !matches!(length, 8..=40) {
        return None;
    }
    let start = |end: usize| text.split_at(end.min(length)).0;
    let end = text.split_at(length - length.min(16)).1;
    Some([
        first(text),
        last(start(16)),
        last(start(24)),
        first(end),
        last(text),
    ])
}

/// The first word of a text that has one.
#[inline]
fn first(text: &[u8]) -> u64 {
    text.first_chunk()
        .map_or(0, |word| u64::from_le_bytes(*word))
}

/// The last word of a text that has one.
#[inline]
fn last(text: &[u8]) -> u64 {
    text.last_chunk()
        .map_or(0, |word| u64::from_le_bytes(*word))
}

/// The hash of a text with these words, or of the whole text. The third word tells texts of more than 32 bytes apart,
/// so it has no factor of its own.
#[inline(always)]
#[expect(clippy::inline_always, reason = "measured")]
pub(crate) fn hash(text: &[u8], words: Option<[u64; 5]>, seed: u16) -> u64 {
    match words {
        Some([first, second, third, before_last, last]) => {
            let last = last.wrapping_add(text.len() as u64);
            let product = |number, word: u64| word.wrapping_mul(factor(number, seed));
            product(0, first)
                .wrapping_add(product(1, second))
                .wrapping_add(product(2, third.wrapping_add(before_last)))
                .wrapping_add(product(3, last))
        }
        None => thorough(text, seed),
    }
}

/// The hash of a whole text, 8 bytes at a time.
#[cold]
#[inline(never)]
fn thorough(text: &[u8], seed: u16) -> u64 {
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

/// The two halves of a product, combined, so that every bit of it depends on all bits of both numbers.
#[inline]
#[expect(clippy::cast_possible_truncation, reason = "both halves are used")]
fn mix(one: u64, other: u64) -> u64 {
    let product = u128::from(one) * u128::from(other);
    product as u64 ^ (product >> 64) as u64
}
