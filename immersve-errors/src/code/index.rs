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
/// Always inlined: if the compiler knows the cells, it removes most of the code that reads them. What is
/// left for nearly all codes has no call and no branch on the length, which the processor would guess wrong.
/// The words of a text are all of it, so they are also what is compared.
#[inline(always)]
#[expect(clippy::inline_always, reason = "measured")]
fn find(cells: &[u8], codes: &'static [CodeInfo], aliases: &'static [Alias], text: &str) -> usize {
    let bytes = text.as_bytes();
    let words = match hash::words(bytes) {
        Some(words) if !cells.is_empty() => words,
        _ => return find_slowly(cells, codes, aliases, text),
    };
    match entry(codes, aliases, hash::place(cells, bytes, Some(words))) {
        Some((found, owner)) if found.len() == bytes.len() && has(found, words) => owner,
        _ => codes.len(),
    }
}

/// Whether a text of the same length has these words, without a branch for each.
#[inline]
fn has(text: &str, words: [u64; 5]) -> bool {
    hash::words(text.as_bytes()).is_some_and(|found| {
        let differ = |word: usize| found[word] ^ words[word];
        differ(0) | differ(1) | differ(2) | differ(3) | differ(4) == 0
    })
}

/// The text at a place that the hash gave, and the place of its code.
#[inline]
fn entry(
    codes: &'static [CodeInfo],
    aliases: &'static [Alias],
    place: u16,
) -> Option<(&'static str, usize)> {
    let place = usize::from(place);
    if let Some(info) = codes.get(place) {
        return Some((info.code, place));
    }
    let alias = aliases.get(place.wrapping_sub(codes.len()))?;
    Some((alias.text, alias.place))
}

/// The same for a text that is very short or long, and for a table without cells.
#[cold]
#[inline(never)]
fn find_slowly(
    cells: &[u8],
    codes: &'static [CodeInfo],
    aliases: &'static [Alias],
    text: &str,
) -> usize {
    if cells.is_empty() {
        return scan(codes, aliases, text);
    }
    let bytes = text.as_bytes();
    match entry(codes, aliases, hash::place(cells, bytes, None)) {
        Some((found, owner)) if found == text => owner,
        _ => codes.len(),
    }
}

/// The same as [`find`], without cells.
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
        CodeInfo::new("CARD_BLOCKED")
            .with_details(&CodeDetails::new().with_aliases(&["CARD_STOPPED"])),
        CodeInfo::new("LOST"),
        CodeInfo::new("CARD_STOLEN")
            .with_details(&CodeDetails::new().with_aliases(&["MISSING", "GONE"])),
    ];
    static ALIASES: [Alias; 3] = [
        Alias::new("CARD_STOPPED", 0),
        Alias::new("MISSING", 2),
        Alias::new("GONE", 2),
    ];

    #[test]
    fn an_index_without_cells_finds_every_text_and_no_other() {
        let index = Index::new(b"", hash::FINGERPRINT);
        for (text, place) in [
            ("CARD_BLOCKED", 0),
            ("LOST", 1),
            ("CARD_STOLEN", 2),
            ("CARD_STOPPED", 0),
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
            for text in [
                "LOST",
                "SOMETHING_NEW",
                "CARD_STOLEM",
                "",
                "CARD_STOPPED",
                "MISSING",
            ] {
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
    fn a_text_has_its_words_and_not_those_of_another_text() {
        let text = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789abcdefgh";
        for length in 0..=text.len() {
            let text = &text[..length];
            let Some(words) = hash::words(text.as_bytes()) else {
                assert!(!(8..=40).contains(&length));
                continue;
            };
            assert!(has(text, words));
            for place in 0..length {
                let other = [&text[..place], "_", &text[place + 1..]].concat();
                assert!(!has(&other, words), "byte {place} of {length}");
            }
        }
    }

    #[test]
    #[should_panic(expected = "are of different versions")]
    fn cells_of_another_version_are_refused() {
        let _ = Index::new(b"", hash::FINGERPRINT ^ 1);
    }
}
