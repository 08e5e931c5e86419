//! Finds the place of a code in its table, with the perfect hash that the derive built.
//!
//! A `match` on strings compares the text with one code after the other, and the processor mispredicts
//! branches. A perfect hash needs one computation and one comparison, however many codes there are.
//! `hash.rs` describes it.
//!
//! Because of that comparison, cells that do not fit their table can hide a code, but never give a wrong
//! one. The derive looks up every text before it writes the cells.

use super::hash;
use crate::CodeInfo;

/// The perfect hash of the texts of one table: its codes in order, then its aliases.
///
/// Without cells it compares the text with one code after the other.
#[derive(Debug)]
pub struct Index<const BYTES: usize> {
    cells: [u8; BYTES],
}

/// An alias, and the place of its code in the table.
#[derive(Debug)]
pub struct Alias {
    text: &'static str,
    place: usize,
}

impl Alias {
    /// The alias `text` of the code at `place`.
    #[must_use]
    pub const fn new(text: &'static str, place: usize) -> Self {
        Self { text, place }
    }
}

impl<const BYTES: usize> Index<BYTES> {
    /// The index with these cells. `fingerprint` is that of the derive that built them.
    ///
    /// # Panics
    ///
    /// If the derive has another version. In a constant, this stops compilation.
    #[must_use]
    pub const fn new(cells: &[u8; BYTES], fingerprint: u64) -> Self {
        assert!(
            fingerprint == hash::FINGERPRINT,
            "`immersve-errors` and its derive are of different versions; use the derive that `immersve-errors` re-exports"
        );
        Self { cells: *cells }
    }

    /// The place of the code with this text as its code or alias; `CODES` if there is none.
    #[inline]
    #[must_use]
    pub fn find<const CODES: usize, const ALIASES: usize>(
        &self,
        codes: &'static [CodeInfo; CODES],
        aliases: &'static [Alias; ALIASES],
        text: &str,
    ) -> usize {
        find(&self.cells, codes, aliases, text)
    }

    /// The table entry with this text as its code or alias.
    #[inline]
    #[must_use]
    pub fn info(
        &self,
        codes: &'static [CodeInfo],
        aliases: &'static [Alias],
        text: &str,
    ) -> Option<&'static CodeInfo> {
        info(&self.cells, codes, aliases, text)
    }
}

/// Compiled once, not once for each enum: it is called only for values of an `unknown` variant.
fn info(
    cells: &[u8],
    codes: &'static [CodeInfo],
    aliases: &'static [Alias],
    text: &str,
) -> Option<&'static CodeInfo> {
    codes.get(find(cells, codes, aliases, text))
}

/// The place of the code with this text; `codes.len()` if there is none.
///
/// Always inlined: if the compiler knows the cells, it removes most of the code that reads them.
#[inline(always)]
#[expect(clippy::inline_always, reason = "measured")]
fn find(cells: &[u8], codes: &'static [CodeInfo], aliases: &'static [Alias], text: &str) -> usize {
    if cells.is_empty() {
        return scan(codes, aliases, text);
    }
    let place = usize::from(hash::place(cells, text.as_bytes()));
    let (found, owner) = match codes.get(place) {
        Some(info) => (info.code, place),
        None => match aliases.get(place.wrapping_sub(codes.len())) {
            Some(alias) => (alias.text, alias.place),
            None => return codes.len(),
        },
    };
    if same(found.as_bytes(), text.as_bytes()) {
        owner
    } else {
        codes.len()
    }
}

/// Whether two texts are equal, without a call for those of 16 to 48 bytes, as most codes are.
///
/// A call branches on the length, and the processor guesses wrong where lengths vary.
#[inline]
fn same(one: &[u8], other: &[u8]) -> bool {
    if one.len() != other.len() {
        return false;
    }
    match (parts(one), parts(other)) {
        (Some(one), Some(other)) => {
            (one[0] ^ other[0]) | (one[1] ^ other[1]) | (one[2] ^ other[2]) == 0
        }
        _ => one == other,
    }
}

/// The first, the middle and the last 16 bytes, which are all of it; `None` for another length.
#[inline]
fn parts(text: &[u8]) -> Option<[u128; 3]> {
    if text.len() > 48 {
        return None;
    }
    let first = text.first_chunk()?;
    let (before, last) = text.split_last_chunk()?;
    let half = before.len() / 2;
    let middle = text.get(half..half + 16)?.first_chunk()?;
    Some([first, middle, last].map(|part| u128::from_ne_bytes(*part)))
}

/// The same as [`find`], without cells.
#[cold]
#[inline(never)]
fn scan(codes: &'static [CodeInfo], aliases: &'static [Alias], text: &str) -> usize {
    let code = codes.iter().position(|info| info.code == text);
    let alias = || aliases.iter().find(|alias| alias.text == text);
    code.or_else(|| alias().map(|alias| alias.place))
        .unwrap_or(codes.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::CodeDetails;

    static CODES: [CodeInfo; 3] = [
        CodeInfo::new("BLOCKED").with_details(&CodeDetails::new().with_aliases(&["STOPPED"])),
        CodeInfo::new("LOST"),
        CodeInfo::new("STOLEN")
            .with_details(&CodeDetails::new().with_aliases(&["MISSING", "GONE"])),
    ];
    static ALIASES: [Alias; 3] = [
        Alias::new("STOPPED", 0),
        Alias::new("MISSING", 2),
        Alias::new("GONE", 2),
    ];

    #[test]
    fn an_index_without_cells_finds_every_text_and_no_other() {
        let index = Index::new(b"", hash::FINGERPRINT);
        for (text, place) in [
            ("BLOCKED", 0),
            ("LOST", 1),
            ("STOLEN", 2),
            ("STOPPED", 0),
            ("MISSING", 2),
            ("GONE", 2),
            ("", 3),
            ("LOSS", 3),
        ] {
            assert_eq!(index.find(&CODES, &ALIASES, text), place, "{text}");
            assert_eq!(index.info(&CODES, &ALIASES, text), CODES.get(place));
        }
    }

    // With wrong cells, the worst result is that a code is not found.
    #[test]
    fn wrong_cells_give_no_wrong_code() {
        for byte in 0..=u8::MAX {
            let index = Index::new(&[byte; 26], hash::FINGERPRINT);
            for text in ["LOST", "SOMETHING_NEW", "", "STOPPED", "MISSING"] {
                let found = index.find(&CODES, &ALIASES, text);
                let right = CODES
                    .iter()
                    .position(|info| info.code() == text || info.aliases().contains(&text));
                assert!(
                    found == CODES.len() || Some(found) == right,
                    "{byte} {text}"
                );
            }
        }
    }

    #[test]
    fn texts_are_equal_where_every_byte_is() {
        let text: [u8; 64] = core::array::from_fn(|place| b'A' + (place % 26).to_le_bytes()[0]);
        for length in 0..=text.len() {
            let text = &text[..length];
            let mut other = text.to_vec();
            assert!(same(text, &other));
            for place in 0..length {
                other[place] ^= 1;
                assert!(!same(text, &other), "byte {place} of {length}");
                other[place] ^= 1;
            }
            other.push(0);
            assert!(!same(text, &other));
        }
    }

    #[test]
    #[should_panic(expected = "are of different versions")]
    fn cells_of_another_version_are_refused() {
        let _ = Index::new(b"", hash::FINGERPRINT ^ 1);
    }
}
