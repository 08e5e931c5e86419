//! Detects, at compile time, codes claimed by two embedded enums, and joins the tables of an enum.

use super::embed::CodeTable;
use crate::code::CodeInfo;

/// The number of slots in the [`CodeSet`] of these tables; at least half of them stay free.
#[must_use]
pub const fn slots(tables: &[CodeTable]) -> usize {
    let mut members = 0;
    let mut rest = tables;
    while let [table, others @ ..] = rest {
        let mut codes = table.codes;
        while let [info, others @ ..] = codes {
            members += 1 + info.aliases.len();
            codes = others;
        }
        rest = others;
    }
    2 * members + 1
}

/// The set of all codes and aliases of several tables, and those that a later table repeats.
///
/// A hash table, because the compiler counts the loop iterations and calls in a constant, and its lint
/// `long_running_const_eval` rejects more than two million.
#[derive(Debug)]
pub struct CodeSet<const SLOTS: usize, const TABLES: usize> {
    slots: [Option<Member>; SLOTS],
    repeated: [Option<&'static str>; TABLES],
}

/// A code or an alias, and the first table with it.
#[derive(Debug, Clone, Copy)]
struct Member {
    code: &'static str,
    table: usize,
}

impl<const SLOTS: usize, const TABLES: usize> CodeSet<SLOTS, TABLES> {
    /// Collects these tables. `SLOTS` is the result of [`slots`].
    #[must_use]
    pub const fn new(tables: &[CodeTable; TABLES]) -> Self {
        let mut set = Self {
            slots: [None; SLOTS],
            repeated: [None; TABLES],
        };
        let mut table = 0;
        while table < TABLES {
            let mut codes = tables[table].codes;
            while let [info, others @ ..] = codes {
                set.insert(info.code, table);
                let mut aliases = info.aliases;
                while let [alias, others @ ..] = aliases {
                    set.insert(alias, table);
                    aliases = others;
                }
                codes = others;
            }
            table += 1;
        }
        set
    }

    const fn insert(&mut self, code: &'static str, table: usize) {
        let slot = self.slot(code);
        match self.slots[slot] {
            None => self.slots[slot] = Some(Member { code, table }),
            Some(first) if first.table != table && self.repeated[table].is_none() => {
                self.repeated[table] = Some(code);
            }
            Some(_) => {}
        }
    }

    /// The slot with this code, or the free slot for it.
    #[expect(
        clippy::cast_possible_truncation,
        reason = "the low bits are as good as all"
    )]
    const fn slot(&self, code: &str) -> usize {
        let mut slot = hash(code.as_bytes()) as usize % SLOTS;
        while let Some(member) = self.slots[slot] {
            if equal(code.as_bytes(), member.code.as_bytes()) {
                break;
            }
            slot = (slot + 1) % SLOTS;
        }
        slot
    }

    /// Fails to compile if this table repeats a code or alias of an earlier one.
    ///
    /// # Panics
    ///
    /// If there is such a code, with a message that names it.
    #[track_caller]
    pub const fn assert_unclaimed(&self, table: usize) {
        if let Some(code) = self.repeated[table] {
            claimed_twice(code);
        }
    }

    /// The number of codes in the result of [`join`](Self::join).
    #[must_use]
    pub const fn count(&self, tables: &[CodeTable]) -> usize {
        let mut count = 0;
        let mut rest = tables;
        while let [table, others @ ..] = rest {
            let mut codes = table.codes;
            while let [info, others @ ..] = codes {
                if self.takes(*table, info) {
                    count += 1;
                }
                codes = others;
            }
            rest = others;
        }
        count
    }

    /// Concatenates tables, without the codes of an open table that are in the set.
    ///
    /// So an enum still compiles after the open enum it extends gains one of its codes.
    ///
    /// # Panics
    ///
    /// If `N` is not the result of [`count`](Self::count).
    #[must_use]
    pub const fn join<const N: usize>(&self, tables: &[CodeTable]) -> [CodeInfo; N] {
        let mut all = [CodeInfo::new(""); N];
        let mut index = 0;
        let mut rest = tables;
        while let [table, others @ ..] = rest {
            let mut codes = table.codes;
            while let [info, others @ ..] = codes {
                if self.takes(*table, info) {
                    all[index] = *info;
                    index += 1;
                }
                codes = others;
            }
            rest = others;
        }
        assert!(index == N, "the tables do not fill their array");
        all
    }

    const fn takes(&self, table: CodeTable, info: &CodeInfo) -> bool {
        !table.open || self.slots[self.slot(info.code)].is_none()
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

/// FNV-1a.
const fn hash(text: &[u8]) -> u64 {
    let mut hash: u64 = 0xCBF2_9CE4_8422_2325;
    let mut rest = text;
    while let [byte, others @ ..] = rest {
        hash = (hash ^ *byte as u64).wrapping_mul(0x0100_0000_01B3);
        rest = others;
    }
    hash
}

/// A panic in a constant can only print a single string, so the message is assembled by hand.
#[track_caller]
const fn claimed_twice(code: &str) -> ! {
    let parts = [
        "code `",
        code,
        "` is claimed twice; an embedded enum may not repeat a code or alias of another variant",
    ];
    let mut message = [0; 512];
    let mut length = 0;
    let mut part = 0;
    while part < parts.len() {
        let mut rest = parts[part].as_bytes();
        while let [byte, others @ ..] = rest {
            if length < message.len() {
                message[length] = *byte;
                length += 1;
            }
            rest = others;
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

    use std::{format, panic::catch_unwind, string::String};

    use super::*;

    const BLOCKED: CodeInfo = CodeInfo::new("BLOCKED").with_aliases(&["STOPPED", "FROZEN"]);
    const LOST: CodeInfo = CodeInfo::new("LOST").with_aliases(&["MISSING"]);
    const STOLEN: CodeInfo = CodeInfo::new("STOLEN");

    fn table(codes: &[CodeInfo]) -> CodeTable {
        CodeTable::own(codes.to_vec().leak())
    }

    fn set<const TABLES: usize>(tables: [&[CodeInfo]; TABLES]) -> CodeSet<32, TABLES> {
        CodeSet::new(&tables.map(table))
    }

    fn refusal(code: &str) -> String {
        *catch_unwind(|| claimed_twice(code))
            .expect_err("a code is claimed twice")
            .downcast()
            .expect("a message")
    }

    #[test]
    fn tables_without_a_common_code_pass() {
        // As long as others and different in one byte: the first, the last, one between.
        let near = ["CLOCKED", "BLOCKEN", "BLOCXED", "BLOCKE", "BLOCKEDS", ""].map(CodeInfo::new);
        let tables: [&[CodeInfo]; 3] = [&[], &[BLOCKED, LOST], &near];
        assert_eq!(slots(&tables.map(table)), 23);
        let set = set(tables);
        assert_eq!(set.repeated, [None; 3]);
        set.assert_unclaimed(2);
    }

    #[test]
    fn a_code_of_two_tables_is_named_in_the_error() {
        for (code, other) in [
            ("BLOCKED", CodeInfo::new("BLOCKED")),
            ("STOPPED", CodeInfo::new("STOPPED")),
            (
                "FROZEN",
                CodeInfo::new("COLD").with_aliases(&["ICY", "FROZEN"]),
            ),
            ("MISSING", CodeInfo::new("GONE").with_aliases(&["MISSING"])),
        ] {
            let (a, b): (&[_], &[_]) = (&[BLOCKED, LOST], &[STOLEN, other]);
            for tables in [[a, b, &[]], [b, a, &[]]] {
                assert_eq!(set(tables).repeated, [None, Some(code), None]);
            }
            for tables in [[a, &[], b], [b, &[], a]] {
                assert_eq!(set(tables).repeated, [None, None, Some(code)]);
            }
            let message = format!(
                "code `{code}` is claimed twice; an embedded enum may not repeat a code or alias \
                 of another variant"
            );
            assert_eq!(refusal(code), message);
        }
    }

    #[test]
    #[should_panic(expected = "code `LOST` is claimed twice")]
    fn a_repeated_code_is_refused() {
        set([&[LOST], &[LOST]]).assert_unclaimed(1);
    }

    #[test]
    fn every_table_that_repeats_a_code_is_found() {
        let found = set([&[LOST], &[STOLEN, LOST], &[STOLEN]]).repeated;
        assert_eq!(found, [None, Some("LOST"), Some("STOLEN")]);
    }

    #[test]
    fn a_code_twice_in_one_table_is_no_clash_of_two_tables() {
        assert_eq!(set([&[LOST], &[STOLEN, STOLEN]]).repeated, [None, None]);
    }

    #[test]
    fn codes_that_share_a_slot_are_told_apart() {
        let full = CodeSet::<4, 1>::new(&[table(&[BLOCKED])]);
        for code in ["BLOCKED", "STOPPED", "FROZEN"] {
            let member = full.slots[full.slot(code)].unwrap();
            assert_eq!(member.code, code);
        }
        for code in ["", "BLOCKE", "LOST", "STOPPER", "FROZE"] {
            assert!(full.slots[full.slot(code)].is_none(), "{code}");
        }
    }

    #[test]
    fn tables_are_joined_in_order() {
        let tables = [table(&[BLOCKED, LOST]), table(&[]), table(&[STOLEN])];
        let set = CodeSet::<32, 3>::new(&tables);
        assert_eq!(set.count(&tables), 3);
        assert_eq!(set.join(&tables), [BLOCKED, LOST, STOLEN]);
    }

    #[test]
    #[should_panic(expected = "do not fill")]
    fn a_table_of_another_length_is_refused() {
        let _: [_; 3] = set([]).join(&[table(&[BLOCKED, LOST])]);
    }

    /// What is left of an open table beside these others.
    fn left<const N: usize, const TABLES: usize>(others: [&[CodeInfo]; TABLES]) -> [CodeInfo; N] {
        let open = CodeTable {
            open: true,
            ..table(&[BLOCKED, LOST, STOLEN])
        };
        let set = set(others);
        assert_eq!(set.count(&[open]), N);
        set.join(&[open])
    }

    #[test]
    fn a_code_that_another_table_has_is_left_out_of_an_open_one() {
        assert_eq!(left([]), [BLOCKED, LOST, STOLEN]);
        assert_eq!(left([&[STOLEN]]), [BLOCKED, LOST]);
        assert_eq!(left([&[STOLEN], &[BLOCKED]]), [LOST]);
        assert_eq!(left([&[BLOCKED, LOST, STOLEN]]), []);
    }

    #[test]
    fn a_code_that_is_an_alias_in_another_table_is_left_out_but_not_the_reverse() {
        let renamed = CodeInfo::new("VANISHED").with_aliases(&["GONE", "LOST"]);
        assert_eq!(left([&[renamed]]), [BLOCKED, STOLEN]);
        let aliases = ["LOSS", "MISSING"].map(CodeInfo::new);
        assert_eq!(left([&[], &aliases]), [BLOCKED, LOST, STOLEN]);
    }

    #[test]
    fn a_long_code_is_cut_off_in_the_error() {
        for code in ["LONG".repeat(200), "¿".repeat(300)] {
            assert_eq!(refusal(&code), format!("code `{}", &code[..506]));
        }
    }

    #[test]
    #[should_panic(expected = "a code is claimed twice")]
    fn a_code_that_would_be_cut_off_within_a_character_is_not_shown() {
        claimed_twice(&format!("?{}", "¿".repeat(300)));
    }
}
