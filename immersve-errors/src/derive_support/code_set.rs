//! Detects, at compile time, codes claimed by two embedded enums, and joins the tables of an enum.

use super::embed::{CodeTable, assert_closed, assert_open};
use crate::code::{CodeInfo, equal};

/// The number of slots in the [`CodeSet`] of these tables; at least half of them stay free.
#[must_use]
pub const fn slots(tables: &[CodeTable]) -> usize {
    let mut members = 0;
    let mut rest = tables;
    while let [table, others @ ..] = rest {
        let mut codes = table.claimed();
        while let [info, others @ ..] = codes {
            members += 1 + info.aliases.len();
            codes = others;
        }
        rest = others;
    }
    2 * members + 1
}

/// The set of all codes and aliases of several tables, without those of open ones.
///
/// A hash table, because the compiler counts the loop iterations and calls in a constant, and its lint
/// `long_running_const_eval` rejects more than two million.
#[derive(Debug)]
pub struct CodeSet<const SLOTS: usize, const TABLES: usize> {
    slots: [Option<Member>; SLOTS],
    /// Whether a table has a code or an alias of an earlier one.
    repeats: [bool; TABLES],
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
            repeats: [false; TABLES],
        };
        let mut table = 0;
        while table < TABLES {
            let mut codes = tables[table].claimed();
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
            Some(first) => self.repeats[table] |= first.table != table,
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
            if equal(code, member.code) {
                break;
            }
            slot = (slot + 1) % SLOTS;
        }
        slot
    }

    /// Fails to compile if the table of an embedded enum is open and should be closed or the reverse, or if it repeats
    /// codes or aliases of an earlier table.
    ///
    /// # Panics
    ///
    /// In these cases, with a message that lists the codes.
    #[track_caller]
    pub const fn assert_fits(&self, tables: &[CodeTable; TABLES], table: usize, open: bool) {
        if open {
            assert_open(tables[table]);
        } else {
            assert_closed(tables[table]);
        }
        if self.repeats[table] {
            self.refuse(tables[table].codes, table);
        }
    }

    #[track_caller]
    const fn refuse(&self, codes: &[CodeInfo], table: usize) -> ! {
        let mut message = Message::new();
        let mut rest = codes;
        while let [info, others @ ..] = rest {
            self.list(info.code, table, &mut message);
            let mut aliases = info.aliases;
            while let [alias, others @ ..] = aliases {
                self.list(alias, table, &mut message);
                aliases = others;
            }
            rest = others;
        }
        message.panic()
    }

    /// Adds a code to the message if an earlier table has it too.
    const fn list(&self, code: &str, table: usize, message: &mut Message) {
        match self.slots[self.slot(code)] {
            Some(first) if first.table != table => message.list(code),
            _ => {}
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

/// The message of a panic with several codes. A panic in a constant can only print a single string.
struct Message {
    bytes: [u8; 512],
    length: usize,
    is_full: bool,
}

impl Message {
    const START: &str = "an embedded enum may not repeat codes or aliases of other variants";
    const MORE: &str = "; and more";

    const fn new() -> Self {
        let mut message = Self {
            bytes: [0; 512],
            length: 0,
            is_full: false,
        };
        message.push(Self::START);
        message
    }

    /// Adds a code, if there is space for it.
    const fn list(&mut self, code: &str) {
        if self.length + code.len() + 4 + Self::MORE.len() <= self.bytes.len() {
            let is_first = self.length == Self::START.len();
            self.push(if is_first { ": `" } else { ", `" });
            self.push(code);
            self.push("`");
        } else {
            self.is_full = true;
        }
    }

    const fn push(&mut self, text: &str) {
        let mut rest = text.as_bytes();
        while let [byte, others @ ..] = rest {
            self.bytes[self.length] = *byte;
            self.length += 1;
            rest = others;
        }
    }

    #[track_caller]
    const fn panic(mut self) -> ! {
        if self.is_full {
            self.push(Self::MORE);
        }
        match core::str::from_utf8(self.bytes.split_at(self.length).0) {
            Ok(message) => panic!("{}", message),
            Err(_) => panic!("{}", Self::START),
        }
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

    /// What is said of an embedded enum's table.
    fn refusal<const TABLES: usize>(tables: [&[CodeInfo]; TABLES], index: usize) -> String {
        let tables = tables.map(table);
        let set = CodeSet::<32, TABLES>::new(&tables);
        *catch_unwind(|| set.assert_fits(&tables, index, false))
            .expect_err("codes are repeated")
            .downcast()
            .expect("a message")
    }

    #[test]
    fn tables_without_a_common_code_pass() {
        // As long as others and different in one byte: the first, the last, one between.
        let near = ["CLOCKED", "BLOCKEN", "BLOCXED", "BLOCKE", "BLOCKEDS", ""].map(CodeInfo::new);
        let tables: [&[CodeInfo]; 3] = [&[], &[BLOCKED, LOST], &near];
        let tables = tables.map(table);
        assert_eq!(slots(&tables), 23);
        let set = CodeSet::<32, 3>::new(&tables);
        assert_eq!(set.repeats, [false; 3]);
        set.assert_fits(&tables, 2, false);
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
            let message = format!("{}: `{code}`", Message::START);
            for tables in [[a, b, &[]], [b, a, &[]]] {
                assert_eq!(set(tables).repeats, [false, true, false]);
                assert_eq!(refusal(tables, 1), message);
            }
            for tables in [[a, &[], b], [b, &[], a]] {
                assert_eq!(set(tables).repeats, [false, false, true]);
                assert_eq!(refusal(tables, 2), message);
            }
        }
    }

    #[test]
    fn every_code_that_is_repeated_is_listed() {
        let message = format!("{}: `LOST`, `MISSING`, `STOPPED`", Message::START);
        let again = CodeInfo::new("COLD").with_aliases(&["ICY", "STOPPED"]);
        let tables: [&[_]; 4] = [&[LOST], &[BLOCKED], &[], &[STOLEN, LOST, again]];
        assert_eq!(refusal(tables, 3), message);
    }

    #[test]
    fn every_table_that_repeats_a_code_is_found() {
        let found = set([&[LOST], &[STOLEN, LOST], &[STOLEN]]).repeats;
        assert_eq!(found, [false, true, true]);
    }

    #[test]
    fn a_code_twice_in_one_table_is_no_clash_of_two_tables() {
        assert_eq!(set([&[LOST], &[STOLEN, STOLEN]]).repeats, [false, false]);
    }

    #[test]
    fn a_code_of_an_open_table_may_be_that_of_another() {
        let open = CodeTable {
            open: true,
            ..table(&[LOST, STOLEN])
        };
        for tables in [[open, table(&[LOST])], [table(&[LOST]), open]] {
            assert_eq!(slots(&tables), 5);
            assert_eq!(CodeSet::<5, 2>::new(&tables).repeats, [false, false]);
        }
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
    fn the_message_says_that_codes_had_no_space_in_it() {
        let long: &'static str = "LONG".repeat(200).leak();
        let codes = [long, "A", "¿"].map(CodeInfo::new);
        let message = format!("{}: `A`, `¿`; and more", Message::START);
        assert_eq!(refusal([&codes, &codes], 1), message);
        assert_eq!(
            refusal([&codes[..1], &codes[..1]], 1),
            format!("{}; and more", Message::START)
        );

        let many: [CodeInfo; 12] =
            core::array::from_fn(|n| CodeInfo::new(format!("{n:0>100}").leak()));
        let refusal = refusal([&many, &many], 1);
        assert!(
            refusal.len() > 400 && refusal.ends_with("`; and more"),
            "{refusal}"
        );
    }
}
