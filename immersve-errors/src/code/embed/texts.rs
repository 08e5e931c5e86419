//! Finds codes and aliases that more than one of an enum's tables has.

use super::Part;
use crate::CodeInfo;

/// Stops compilation if a text was claimed twice, and names that text.
///
/// # Panics
///
/// If there is such a text. In a constant, this stops compilation.
#[track_caller]
pub const fn assert_unclaimed(claimed: Option<&str>) {
    if let Some(text) = claimed {
        claimed_twice(text);
    }
}

/// The number of slots that the [`Texts`] of these tables need.
#[must_use]
pub const fn slots(parts: &[Part]) -> usize {
    let mut texts = 0;
    let mut part = 0;
    while part < parts.len() {
        let mut codes = parts[part].codes;
        texts += codes.len();
        while let [info, others @ ..] = codes {
            texts += info.aliases().len();
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

/// The set of all codes and aliases of several tables, and those that a later table repeats.
///
/// It is a hash table, so the time for each text does not depend on the number of texts. The compiler
/// counts the loop turns and calls in a constant, and its lint `long_running_const_eval` refuses more
/// than two million. This needs about eight for each text.
#[derive(Debug)]
pub struct Texts<const SLOTS: usize, const PARTS: usize> {
    parts: [Part; PARTS],
    slots: [Slot; SLOTS],
    repeated: [Option<&'static str>; PARTS],
}

/// The table and the place of one text, with its hash. A hash of 0 marks a free slot.
#[derive(Debug, Clone, Copy)]
struct Slot {
    hash: u64,
    part: u32,
    code: u32,
}

impl<const SLOTS: usize, const PARTS: usize> Texts<SLOTS, PARTS> {
    /// The texts of these tables. `SLOTS` is the result of [`slots`].
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
                let mut aliases = codes[code].aliases();
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

    /// For each table, the first of its texts that an earlier table has too.
    #[must_use]
    pub const fn repeated(&self) -> [Option<&'static str>; PARTS] {
        self.repeated
    }

    /// Whether one of the tables has this text.
    pub(in crate::code) const fn contains(&self, text: &str) -> bool {
        self.slots[self.slot(hash(text.as_bytes()), text)].hash != 0
    }

    /// The slot that has this text, or the free slot where the search for it ends. At least half of all
    /// slots are free.
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
    let mut aliases = info.aliases();
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
/// It uses patterns and operators only: in a constant, a method such as `wrapping_mul` counts as one
/// call or more.
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

/// A panic in a constant can print one string only, so the message is put together by hand.
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
    use crate::{
        CodeDetails,
        code::embed::tests::{BLOCKED, LOST, STOLEN, part},
    };

    fn refusal(claimed: Option<&'static str>) -> String {
        *catch_unwind(|| assert_unclaimed(claimed))
            .expect_err("a text is claimed twice")
            .downcast()
            .expect("a message")
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
    fn a_text_of_two_tables_is_named_in_the_error() {
        for (text, other) in [
            ("BLOCKED", CodeInfo::new("BLOCKED")),
            ("STOPPED", CodeInfo::new("STOPPED")),
            (
                "FROZEN",
                CodeInfo::new("COLD")
                    .with_details(const { &CodeDetails::new().with_aliases(&["ICY", "FROZEN"]) }),
            ),
            (
                "MISSING",
                CodeInfo::new("GONE")
                    .with_details(const { &CodeDetails::new().with_aliases(&["MISSING"]) }),
            ),
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
    fn every_table_that_repeats_a_text_is_found() {
        let parts = [part(&[LOST]), part(&[STOLEN, LOST]), part(&[STOLEN])];
        let found = Texts::<16, 3>::new(&parts).repeated();
        assert_eq!(found, [None, Some("LOST"), Some("STOLEN")]);
    }

    #[test]
    fn a_text_twice_in_one_table_is_no_clash_of_two_tables() {
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
    fn texts_contain_the_codes_and_aliases_of_every_table() {
        let texts = Texts::<16, 2>::new(&[part(&[BLOCKED, LOST]), part(&[STOLEN])]);
        for text in ["BLOCKED", "STOPPED", "FROZEN", "LOST", "MISSING", "STOLEN"] {
            assert!(texts.contains(text), "{text}");
        }
        for text in ["", "BLOCKE", "LOSS", "STOLE"] {
            assert!(!texts.contains(text), "{text}");
        }
        assert!(!Texts::<2, 0>::new(&[]).contains(""));
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
    fn a_long_text_is_cut_in_the_error() {
        for text in ["LONG".repeat(200), "¿".repeat(300)] {
            let message = std::format!("code `{}", &text[..506]);
            assert_eq!(refusal(Some(text.leak())), message);
        }
    }

    #[test]
    #[should_panic(expected = "a code is claimed twice")]
    fn a_text_that_would_be_cut_within_a_character_is_not_shown() {
        assert_unclaimed(Some(&std::format!("?{}", "¿".repeat(300))));
    }
}
