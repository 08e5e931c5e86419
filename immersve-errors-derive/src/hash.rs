//! From a text to a place in a table: the hash, and how the cells of a perfect hash are read.
//!
//! The derive builds the cells with this file and the runtime reads them with it. Each of the two
//! packages is complete by itself, so each has a copy, and a test sees to it that they are equal. The
//! derive also writes the [`FINGERPRINT`] of its copy into every expansion, so that cells of another
//! version do not compile.
//!
//! 1. **Hash.** A text of 8 bytes or more is read as three words of 8 bytes, its first, its middle
//!    and its last, which overlap in a short text and cover all of it up to 24 bytes. The words and
//!    the length are mixed into 64 bits. Where two texts of a table agree in all of these, the words
//!    cannot tell them apart, and that table's texts are hashed [whole](thorough). Texts under 8 bytes
//!    always are.
//! 2. **Pilot.** The top bits of the low half choose a bucket. Two texts may share it, so each bucket
//!    has a *pilot*: a factor that sends every text of the bucket to a slot that no other text has.
//!    A small table has a single bucket, so that the pilot is known before the hash is.
//! 3. **Slot.** The slot has the text's place. An unknown text lands in a slot too, so whoever looks
//!    up a text compares it once, with the text of the place found.
//!
//! Cells are numbers of 16 bits in little-endian bytes: a header, a pilot for each bucket, and the slots.
//! The numbers of buckets and of slots are powers of two. The header has, from the lowest bit up: whether
//! texts are hashed whole (1 bit), how many bits choose the bucket (5), and the seed of the hash (10).

/// Stands for this file and the version of the package: cells fit where these are the same.
pub(crate) const FINGERPRINT: u64 = fingerprint(
    include_bytes!("hash.rs"),
    fingerprint(env!("CARGO_PKG_VERSION").as_bytes(), 0xCBF2_9CE4_8422_2325),
);

/// Odd factors with well-mixed bits, as multiplicative hashes use them.
const FACTORS: [u64; 3] = [
    0x9E37_79B9_7F4A_7C15,
    0xD6E8_FEB8_6659_FD93,
    0xA076_1D64_78BD_642F,
];
/// What each seed adds to every factor. Even, so that they stay odd.
const STEP: u64 = 0xF135_7AEA_2E62_A9C6;

/// The place of a text of the table that the cells were built for, and any number for another text.
#[inline]
pub(crate) fn place(cells: &[u8], text: &[u8]) -> u16 {
    let header = cell(cells, 0);
    match words(text) {
        Some(words) if header & 1 == 0 => {
            place_of_hash(cells, quick(words, text.len(), header >> 6))
        }
        _ => place_of_whole(cells, text),
    }
}

/// The same for a text that the three words do not tell apart.
#[cold]
#[inline(never)]
fn place_of_whole(cells: &[u8], text: &[u8]) -> u16 {
    place_of_hash(cells, thorough(text, cell(cells, 0) >> 6))
}

#[inline]
fn place_of_hash(cells: &[u8], hash: u64) -> u16 {
    let bucket_bits = u32::from(cell(cells, 0) >> 1 & 31);
    let first_slot = 1 + (1 << bucket_bits);
    let slots = (cells.len() / 2).saturating_sub(first_slot);
    let pilot = cell(cells, 1 + bucket(hash, bucket_bits));
    cell(cells, first_slot + slot(hash, pilot, slots.max(2).ilog2()))
}

/// The cell with this number.
#[inline]
fn cell(cells: &[u8], number: usize) -> u16 {
    match cells.get(2 * number..2 * number + 2) {
        Some(&[low, high]) => u16::from_le_bytes([low, high]),
        _ => 0,
    }
}

/// The bucket of a hash: the top bits of its low half.
#[inline]
#[expect(clippy::cast_possible_truncation, reason = "the low half is asked for")]
pub(crate) fn bucket(hash: u64, bucket_bits: u32) -> usize {
    (u64::from(hash as u32) >> (u32::BITS - bucket_bits)) as usize
}

/// The slot where `pilot` sends a hash: the top bits of their product.
#[inline]
#[expect(clippy::cast_possible_truncation, reason = "at most 17 bits are left")]
pub(crate) fn slot(hash: u64, pilot: u16, slot_bits: u32) -> usize {
    (hash.wrapping_mul(u64::from(pilot)) >> (u64::BITS - slot_bits)) as usize
}

/// The first, the middle and the last 8 bytes; `None` for a shorter text.
#[inline]
pub(crate) fn words(text: &[u8]) -> Option<[u64; 3]> {
    let first = text.first_chunk()?;
    let (before, last) = text.split_last_chunk()?;
    let half = before.len() / 2;
    let middle = text.get(half..half + 8)?.first_chunk()?;
    Some([first, middle, last].map(|word| u64::from_le_bytes(*word)))
}

/// The hash of three words and a length.
#[inline]
pub(crate) fn quick([first, middle, last]: [u64; 3], length: usize, seed: u16) -> u64 {
    mix(first.wrapping_mul(factor(0, seed))
        ^ middle.wrapping_mul(factor(1, seed))
        ^ last
            .wrapping_add(length as u64)
            .wrapping_mul(factor(2, seed)))
}

/// The hash of a whole text, 8 bytes at a time.
pub(crate) fn thorough(text: &[u8], seed: u16) -> u64 {
    let mut hash = text.len() as u64;
    let mut rest = text;
    while let Some((word, after)) = rest.split_first_chunk() {
        hash = mix(hash.wrapping_mul(factor(0, seed)) ^ u64::from_le_bytes(*word));
        rest = after;
    }
    for byte in rest {
        hash = mix(hash.wrapping_mul(factor(0, seed)) ^ u64::from(*byte));
    }
    mix(hash.wrapping_mul(factor(1, seed)))
}

#[inline]
fn factor(number: usize, seed: u16) -> u64 {
    FACTORS[number].wrapping_add(STEP.wrapping_mul(u64::from(seed)))
}

/// A product depends on all bits only at its top: brings the top down.
#[inline]
fn mix(product: u64) -> u64 {
    product ^ (product >> 32)
}

/// FNV-1a.
const fn fingerprint(bytes: &[u8], mut hash: u64) -> u64 {
    let mut byte = 0;
    while byte < bytes.len() {
        hash = (hash ^ bytes[byte] as u64).wrapping_mul(0x0100_0000_01B3);
        byte += 1;
    }
    hash
}
