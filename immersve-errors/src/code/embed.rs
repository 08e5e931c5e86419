//! What the expansion of an enum with embedded enums asks of the compiler: one table of all codes,
//! and proof that no code is claimed twice.
//!
//! The derive sees the enum's own codes only; those of an embedded enum are known to the compiler.

use core::mem::needs_drop;

use crate::{CodeInfo, ImmersveErrorCode};

/// A table among those that make up an enum: its own, or that of an enum that it embeds.
#[derive(Debug, Clone, Copy)]
pub struct Part {
    pub(super) codes: &'static [CodeInfo],
    pub(super) open: bool,
}

impl Part {
    /// The enum's own table.
    #[must_use]
    pub const fn own(codes: &'static [CodeInfo]) -> Self {
        Self { codes, open: false }
    }

    /// The table of the enum that the variant with this constructor embeds.
    #[must_use]
    pub const fn of<C: ImmersveErrorCode, E>(_: fn(C) -> E) -> Self {
        // Of two enums that embed each other the compiler knows no answer, and says so in a few lines at the
        // enums. Their tables would be a cycle too, of which it has sixty lines to say.
        const { needs_drop::<E>() };
        Self {
            codes: C::CODES,
            open: C::OPEN,
        }
    }

    /// The codes from one place to another.
    #[must_use]
    pub const fn run(self, from: usize, to: usize) -> Self {
        Self {
            codes: self.codes.split_at(to).0.split_at(from).1,
            open: self.open,
        }
    }
}

/// The number of codes in several tables.
#[must_use]
pub const fn total(parts: &[Part]) -> usize {
    let mut total = 0;
    let mut part = 0;
    while part < parts.len() {
        total += parts[part].codes.len();
        part += 1;
    }
    total
}

/// Several tables as one.
///
/// # Panics
///
/// Where `N` is not their [`total`]; in a constant this stops compilation.
#[must_use]
pub const fn flatten<const N: usize>(parts: &[Part]) -> [CodeInfo; N] {
    let mut all = [CodeInfo::new(""); N];
    let mut place = 0;
    let mut part = 0;
    while part < parts.len() {
        let codes = parts[part].codes;
        let mut of_part = 0;
        while of_part < codes.len() {
            all[place] = codes[of_part];
            place += 1;
            of_part += 1;
        }
        part += 1;
    }
    assert!(place == N, "the parts of a table do not fill it");
    all
}

/// Stops compilation where an enum that is embedded has an `unknown` variant.
///
/// # Panics
///
/// That is how it stops compilation.
#[track_caller]
pub const fn assert_closed(part: Part) {
    assert!(
        !part.open,
        "an embedded enum cannot have an `unknown` variant, as that would claim every code; write `#[immersve(embed, unknown)]` to extend an open enum"
    );
}

/// Stops compilation where a text was claimed twice, and names it.
///
/// # Panics
///
/// That is how it stops compilation.
#[track_caller]
pub const fn assert_unclaimed(claimed: Option<&str>) {
    if let Some(text) = claimed {
        claimed_twice(text);
    }
}

/// The number of slots that [`Texts`] of several tables take.
#[must_use]
pub const fn slots(parts: &[Part]) -> usize {
    let mut texts = 0;
    let mut part = 0;
    while part < parts.len() {
        let mut codes = parts[part].codes;
        texts += codes.len();
        while let [info, others @ ..] = codes {
            texts += info.aliases.len();
            codes = others;
        }
        part += 1;
    }
    let mut slots = 2;
    while slots < texts * 2 {
        slots *= 2;
    }
    slots
}

/// The codes and aliases of several tables as a set, and which of them a later table repeats.
///
/// Each text costs the same, however many there are. Each loop turn and each call counts while a
/// crate compiles, and after two million of them the compiler complains: this takes some eight
/// for each text.
#[derive(Debug)]
pub struct Texts<const SLOTS: usize, const PARTS: usize> {
    parts: [Part; PARTS],
    slots: [Slot; SLOTS],
    repeated: [Option<&'static str>; PARTS],
}

/// Where a text stands, found by its hash; a hash of 0 marks a slot that is free.
#[derive(Debug, Clone, Copy)]
struct Slot {
    hash: u64,
    part: u32,
    code: u32,
}

impl<const SLOTS: usize, const PARTS: usize> Texts<SLOTS, PARTS> {
    /// The texts of these tables, which [`slots`] has counted.
    #[must_use]
    #[expect(clippy::cast_possible_truncation, reason = "no enum is so large")]
    pub const fn new(parts: &[Part; PARTS]) -> Self {
        let free = Slot {
            hash: 0,
            part: 0,
            code: 0,
        };
        let mut texts = Self {
            parts: *parts,
            slots: [free; SLOTS],
            repeated: [None; PARTS],
        };
        let mut part = 0;
        while part < PARTS {
            let codes = parts[part].codes;
            let mut code = 0;
            while code < codes.len() {
                let mut text = codes[code].code;
                let mut aliases = codes[code].aliases;
                loop {
                    let hash = hash(text.as_bytes());
                    let slot = texts.slot(hash, text);
                    let found = texts.slots[slot];
                    if found.hash == 0 {
                        texts.slots[slot] = Slot {
                            hash,
                            part: part as u32,
                            code: code as u32,
                        };
                    } else if found.part as usize != part && texts.repeated[part].is_none() {
                        texts.repeated[part] = Some(text);
                    }
                    let [alias, others @ ..] = aliases else {
                        break;
                    };
                    text = alias;
                    aliases = others;
                }
                code += 1;
            }
            part += 1;
        }
        texts
    }

    /// For each table, the first of its texts that one before it has too.
    #[must_use]
    pub const fn repeated(&self) -> [Option<&'static str>; PARTS] {
        self.repeated
    }

    /// Whether one of the tables has this text.
    pub(super) const fn contain(&self, text: &str) -> bool {
        self.slots[self.slot(hash(text.as_bytes()), text)].hash != 0
    }

    /// The slot of a text, or the free one where it belongs. Half of all are free.
    #[expect(
        clippy::cast_possible_truncation,
        reason = "the low bits are asked for"
    )]
    const fn slot(&self, hash: u64, text: &str) -> usize {
        let mut slot = hash as usize % SLOTS;
        loop {
            let found = self.slots[slot];
            if found.hash == 0 {
                return slot;
            }
            if found.hash == hash {
                let codes = self.parts[found.part as usize].codes;
                if has(&codes[found.code as usize], text) {
                    return slot;
                }
            }
            slot = (slot + 1) % SLOTS;
        }
    }
}

/// Whether the code or one of the aliases is this text.
const fn has(info: &CodeInfo, text: &str) -> bool {
    let mut other = info.code;
    let mut aliases = info.aliases;
    loop {
        if equal(text.as_bytes(), other.as_bytes()) {
            return true;
        }
        let [alias, others @ ..] = aliases else {
            return false;
        };
        other = alias;
        aliases = others;
    }
}

const fn equal(a: &[u8], b: &[u8]) -> bool {
    if a.len() != b.len() {
        return false;
    }
    let mut i = 0;
    while i < a.len() {
        if a[i] != b[i] {
            return false;
        }
        i += 1;
    }
    true
}

/// A hash of a text, never 0.
///
/// Patterns and operators only: while a crate compiles, a method such as `wrapping_mul` is a call or
/// several.
#[expect(clippy::many_single_char_names, reason = "eight bytes in a row")]
#[expect(clippy::cast_possible_truncation, reason = "the low half is meant")]
const fn hash(text: &[u8]) -> u64 {
    const FACTOR: u128 = 0x9E37_79B9_7F4A_7C15;
    let mut hash = text.len() as u64;
    let mut rest = text;
    loop {
        let (word, after): (_, &[u8]) = match (rest, text) {
            ([], _) => return hash | 1,
            ([a, b, c, d, e, f, g, h, after @ ..], _) => ([*a, *b, *c, *d, *e, *f, *g, *h], after),
            // The last word overlaps the one before it.
            (_, [.., a, b, c, d, e, f, g, h]) => ([*a, *b, *c, *d, *e, *f, *g, *h], &[]),
            ([byte, after @ ..], _) => ([*byte, 0, 0, 0, 0, 0, 0, 0], after),
        };
        let product = (hash ^ u64::from_le_bytes(word)) as u128 * FACTOR;
        hash = (product >> 64) as u64 ^ product as u64;
        rest = after;
    }
}

/// A constant's panic can only print one string, so the message is put together by hand.
#[track_caller]
const fn claimed_twice(text: &str) -> ! {
    let parts = [
        "code `",
        text,
        "` is claimed twice; an embedded enum may not repeat a code or alias of another variant",
    ];
    let mut message = [0; 512];
    let mut length = 0;
    let mut part = 0;
    while part < parts.len() {
        let bytes = parts[part].as_bytes();
        let mut i = 0;
        while i < bytes.len() && length < message.len() {
            message[length] = bytes[i];
            length += 1;
            i += 1;
        }
        part += 1;
    }
    match core::str::from_utf8(message.split_at(length).0) {
        Ok(message) => panic!("{}", message),
        Err(_) => panic!("a code is claimed twice"),
    }
}

#[cfg(test)]
mod tests {
    extern crate std;

    use std::{panic::catch_unwind, string::String};

    use super::*;

    const BLOCKED: CodeInfo = CodeInfo::new("BLOCKED").with_aliases(&["STOPPED", "FROZEN"]);
    const LOST: CodeInfo = CodeInfo::new("LOST").with_aliases(&["MISSING"]);
    const STOLEN: CodeInfo = CodeInfo::new("STOLEN");

    fn part(codes: &[CodeInfo]) -> Part {
        Part::own(codes.to_vec().leak())
    }

    fn refusal(claimed: Option<&'static str>) -> String {
        *catch_unwind(|| assert_unclaimed(claimed))
            .expect_err("a text is claimed twice")
            .downcast()
            .expect("a message")
    }

    #[test]
    fn tables_follow_each_other() {
        let parts = [part(&[BLOCKED, LOST]), part(&[]), part(&[STOLEN])];
        assert_eq!(total(&parts), 3);
        let all: [_; 3] = flatten(&parts);
        assert_eq!(all, [BLOCKED, LOST, STOLEN]);
        assert_eq!(part(&all).run(1, 2).codes, [LOST]);
        assert_eq!(part(&all).run(0, 3).codes, all);
        assert_eq!(part(&all).run(3, 3).codes, []);
    }

    #[test]
    #[should_panic(expected = "do not fill it")]
    fn a_table_of_another_length_is_refused() {
        let _: [_; 3] = flatten(&[part(&[BLOCKED, LOST])]);
    }

    #[test]
    fn an_enum_without_an_unknown_variant_can_be_embedded() {
        assert_closed(part(&[]));
    }

    #[test]
    #[should_panic(expected = "cannot have an `unknown` variant")]
    fn an_enum_with_an_unknown_variant_cannot_be_embedded() {
        assert_closed(Part::of(Some::<crate::AnyCode>));
    }

    #[test]
    fn tables_without_a_common_text_pass() {
        // As long as others and different in one byte: the first, the last, one between.
        let near = ["CLOCKED", "BLOCKEN", "BLOCXED", "BLOCKE", "BLOCKEDS", ""].map(CodeInfo::new);
        let parts = [part(&[]), part(&[BLOCKED, LOST]), part(&near)];
        assert_eq!(slots(&parts), 32);
        assert_eq!(Texts::<32, 3>::new(&parts).repeated(), [None; 3]);
        assert_unclaimed(None);
    }

    #[test]
    fn a_common_text_is_named_wherever_it_stands() {
        for (text, other) in [
            ("BLOCKED", CodeInfo::new("BLOCKED")),
            ("STOPPED", CodeInfo::new("STOPPED")),
            (
                "FROZEN",
                CodeInfo::new("COLD").with_aliases(&["ICY", "FROZEN"]),
            ),
            ("MISSING", CodeInfo::new("GONE").with_aliases(&["MISSING"])),
        ] {
            let (a, b) = (part(&[BLOCKED, LOST]), part(&[STOLEN, other]));
            let empty = part(&[]);
            for parts in [[a, b, empty], [b, a, empty]] {
                assert_eq!(
                    Texts::<32, 3>::new(&parts).repeated(),
                    [None, Some(text), None]
                );
            }
            for parts in [[a, empty, b], [b, empty, a]] {
                assert_eq!(
                    Texts::<32, 3>::new(&parts).repeated(),
                    [None, None, Some(text)]
                );
            }
            let message = std::format!(
                "code `{text}` is claimed twice; an embedded enum may not repeat a code or alias \
                 of another variant"
            );
            assert_eq!(refusal(Some(text)), message);
        }
    }

    #[test]
    fn every_table_that_repeats_a_text_is_named() {
        let parts = [part(&[LOST]), part(&[STOLEN, LOST]), part(&[STOLEN])];
        let found = Texts::<16, 3>::new(&parts).repeated();
        assert_eq!(found, [None, Some("LOST"), Some("STOLEN")]);
    }

    #[test]
    fn a_text_twice_in_one_table_is_not_claimed_by_another() {
        let parts = [part(&[LOST]), part(&[STOLEN, STOLEN])];
        assert_eq!(Texts::<16, 2>::new(&parts).repeated(), [None, None]);
    }

    #[test]
    fn equal_hashes_of_different_texts_are_told_apart() {
        let mut texts = Texts::<16, 1>::new(&[part(&[BLOCKED])]);
        for hash in [1, 2, 4, 5, 7, 8] {
            let [slot, other] = ["FROZEN", "LOST"].map(|text| texts.slot(hash, text));
            texts.slots[slot] = Slot {
                hash,
                part: 0,
                code: 0,
            };
            assert_eq!(texts.slot(hash, "FROZEN"), slot);
            assert_eq!(other, slot);
            let after = texts.slot(hash, "LOST");
            assert_ne!(after, slot);
            assert_eq!(texts.slots[after].hash, 0);
            texts = Texts::new(&[part(&[BLOCKED])]);
        }
    }

    #[test]
    fn texts_contain_codes_and_aliases_of_every_table() {
        let texts = Texts::<16, 2>::new(&[part(&[BLOCKED, LOST]), part(&[STOLEN])]);
        for text in ["BLOCKED", "STOPPED", "FROZEN", "LOST", "MISSING", "STOLEN"] {
            assert!(texts.contain(text), "{text}");
        }
        for text in ["", "BLOCKE", "LOSS", "STOLE"] {
            assert!(!texts.contain(text), "{text}");
        }
        assert!(!Texts::<2, 0>::new(&[]).contain(""));
    }

    #[test]
    fn each_byte_and_the_length_change_the_hash() {
        for length in 1..=40 {
            let text = std::vec![b'A'; length];
            assert_ne!(hash(&text), hash(&text[1..]));
            for place in 0..length {
                let mut other = text.clone();
                other[place] = b'B';
                assert_ne!(hash(&text), hash(&other), "byte {place} of {length}");
            }
        }
    }

    #[test]
    fn a_long_text_is_cut() {
        for text in ["LONG".repeat(200), "¿".repeat(300)] {
            let message = std::format!("code `{}", &text[..506]);
            assert_eq!(refusal(Some(text.leak())), message);
        }
    }

    #[test]
    #[should_panic(expected = "a code is claimed twice")]
    fn a_text_that_would_be_cut_within_a_character_is_left_out() {
        assert_unclaimed(Some(&std::format!("?{}", "¿".repeat(300))));
    }
}
