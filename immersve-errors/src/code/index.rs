//! From the text of a code to its place in a table: the perfect hash that the derive has built.
//!
//! A `match` on strings compares with one candidate after the other, and the processor guesses
//! wrong on the way. Here every code has a place of its own, so one lookup reads a few words,
//! computes one place and makes one comparison, however many codes there are. `hash.rs` says how.
//!
//! Cells that do not fit a table could only hide codes of it, never give a wrong one, because of
//! that comparison. The derive looks every text up before it writes the cells.

use super::hash;
use crate::CodeInfo;

/// The perfect hash of the texts of one table: its codes in order, then its aliases.
///
/// Without cells it finds every text too, by comparing with one after the other.
#[derive(Debug)]
pub struct Index<const BYTES: usize> {
    cells: [u8; BYTES],
}

/// Another text for the code at this place of a table.
#[derive(Debug)]
pub struct Alias {
    text: &'static str,
    place: usize,
}

impl Alias {
    /// This text is another one for the code at that place.
    #[must_use]
    pub const fn new(text: &'static str, place: usize) -> Self {
        Self { text, place }
    }
}

impl<const BYTES: usize> Index<BYTES> {
    /// The index with these cells, which a derive of this `fingerprint` has built.
    ///
    /// # Panics
    ///
    /// In a constant this stops compilation: where the derive is not the one of this version.
    #[must_use]
    pub const fn new(cells: &[u8; BYTES], fingerprint: u64) -> Self {
        assert!(
            fingerprint == hash::FINGERPRINT,
            "`immersve-errors` and its derive are of different versions; use the derive that `immersve-errors` re-exports"
        );
        Self { cells: *cells }
    }

    /// The place of the code that has this text as its code or alias; `CODES` if none has.
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

    /// What is known of the code that has this text as its code or alias.
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

/// Compiled once and not once per enum: only a value that was parsed as unknown asks.
fn info(
    cells: &[u8],
    codes: &'static [CodeInfo],
    aliases: &'static [Alias],
    text: &str,
) -> Option<&'static CodeInfo> {
    codes.get(find(cells, codes, aliases, text))
}

/// The place of the code that has this text; `codes.len()` if none has.
///
/// Always inlined: where the compiler knows the cells, most of what reads them falls away.
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
    if found == text { owner } else { codes.len() }
}

/// The same without cells.
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

    // Whatever the cells say, at worst a code is not found.
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
    #[should_panic(expected = "are of different versions")]
    fn cells_of_another_version_are_refused() {
        let _ = Index::new(b"", hash::FINGERPRINT ^ 1);
    }
}
