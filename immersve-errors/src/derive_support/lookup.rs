//! Looks up the index of a code in its table, with the perfect hash that the derive built; see `hash.rs`.
//!
//! Every lookup compares the string with the code found. So cells that do not match their table can hide a code, but
//! never return a wrong one. The derive looks up every code before it emits the cells.

mod hash;

use crate::code::CodeInfo;

/// A table of codes, and the perfect hash of its codes and aliases, in this order.
#[derive(Debug)]
pub struct Lookup {
    codes: &'static [CodeInfo],
    aliases: &'static [Alias],
    cells: &'static [u8],
}

/// An alias, and the index of its code.
#[derive(Debug, Clone, Copy)]
pub struct Alias {
    text: &'static str,
    index: usize,
}

/// The aliases of a table.
///
/// # Panics
///
/// If `N` is not their number.
#[must_use]
pub const fn aliases<const N: usize>(codes: &[CodeInfo]) -> [Alias; N] {
    let mut aliases = [Alias { text: "", index: 0 }; N];
    let (mut count, mut index) = (0, 0);
    while index < codes.len() {
        let mut rest = codes[index].aliases;
        while let [text, others @ ..] = rest {
            aliases[count] = Alias { text, index };
            count += 1;
            rest = others;
        }
        index += 1;
    }
    assert!(count == N, "the table has fewer aliases");
    aliases
}

impl Lookup {
    /// Creates the lookup with these cells.
    ///
    /// # Panics
    ///
    /// If there are none.
    #[must_use]
    pub const fn new(
        codes: &'static [CodeInfo],
        aliases: &'static [Alias],
        cells: &'static [u8],
    ) -> Self {
        assert!(!cells.is_empty(), "these codes have no perfect hash");
        Self {
            codes,
            aliases,
            cells,
        }
    }

    /// The index of the entry with this code or alias.
    ///
    /// Inlined so that the compiler removes most of the code that reads the cells where the lookup is a constant. For
    /// nearly all codes, no call and no branch on the length remains, which the processor would mispredict. The words
    /// cover the whole string, so they are also what is compared.
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "measured")]
    #[must_use]
    pub fn find(&self, code: &str) -> Option<usize> {
        let bytes = code.as_bytes();
        let Some(words) = hash::words(bytes) else {
            return self.find_slowly(code);
        };
        let (text, index) = self.entry(hash::index(self.cells, bytes, Some(words)))?;
        (text.len() == bytes.len() && has(text, words)).then_some(index)
    }

    /// The same for any length.
    #[cold]
    #[inline(never)]
    fn find_slowly(&self, code: &str) -> Option<usize> {
        let bytes = code.as_bytes();
        let (text, index) = self.entry(hash::index(self.cells, bytes, hash::words(bytes)))?;
        (text == code).then_some(index)
    }

    /// The code or alias with this number, and the index of the code.
    #[inline]
    fn entry(&self, number: u16) -> Option<(&'static str, usize)> {
        let number = usize::from(number);
        if let Some(info) = self.codes.get(number) {
            return Some((info.code, number));
        }
        let alias = self.aliases.get(number.wrapping_sub(self.codes.len()))?;
        Some((alias.text, alias.index))
    }

    /// The entry with this code or alias.
    #[must_use]
    pub fn info(&self, code: &str) -> Option<&'static CodeInfo> {
        // Only for values of an `unknown` variant, so not worth compiling for each enum.
        self.codes.get(self.find_slowly(code)?)
    }
}

/// Whether a string of the same length has these words, without a branch for each.
#[inline]
fn has(text: &str, words: [u64; 5]) -> bool {
    hash::words(text.as_bytes()).is_some_and(|found| {
        let differ = |word: usize| found[word] ^ words[word];
        differ(0) | differ(1) | differ(2) | differ(3) | differ(4) == 0
    })
}

#[cfg(test)]
mod tests {
    use alloc::vec;

    use super::*;

    static CODES: [CodeInfo; 3] = [
        CodeInfo::new("CARD_BLOCKED").with_aliases(&["CARD_STOPPED"]),
        CodeInfo::new("LOST"),
        CodeInfo::new("CARD_STOLEN").with_aliases(&["MISSING", "GONE"]),
    ];

    static ALIASES: [Alias; 3] = aliases(&CODES);

    // With wrong cells, the worst result is that a code is not found.
    #[test]
    fn wrong_cells_give_no_wrong_code() {
        let mut found = 0;
        for byte in 0..=u8::MAX {
            let lookup = Lookup::new(&CODES, &ALIASES, vec![byte; 26].leak());
            for code in [
                "LOST",
                "CARD_BLOCKED",
                "SOMETHING_NEW",
                "CARD_STOLEM",
                "",
                "CARD_STOPPED",
                "MISSING",
            ] {
                let Some(index) = lookup.find(code) else {
                    continue;
                };
                found += 1;
                assert!(CODES[index].is_called(code), "{byte} {code}");
            }
        }
        assert!(found > 0);
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
            for byte in 0..length {
                let other = [&text[..byte], "_", &text[byte + 1..]].concat();
                assert!(!has(&other, words), "byte {byte} of {length}");
            }
        }
    }
}
