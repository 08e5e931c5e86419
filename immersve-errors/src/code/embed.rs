//! What the expansion of an enum with embedded enums asks of the compiler: one table of all codes,
//! and proof that no code is claimed twice.

use crate::CodeInfo;

/// A part of a table.
#[must_use]
pub const fn run(codes: &[CodeInfo], from: usize, to: usize) -> &[CodeInfo] {
    codes.split_at(to).0.split_at(from).1
}

/// Several tables as one.
///
/// # Panics
///
/// Where `N` is not the sum of the lengths; in a constant this stops compilation.
#[must_use]
pub const fn flatten<const N: usize>(parts: &[&[CodeInfo]]) -> [CodeInfo; N] {
    let mut all = [CodeInfo::new(""); N];
    let mut place = 0;
    let mut part = 0;
    while part < parts.len() {
        let mut of_part = 0;
        while of_part < parts[part].len() {
            all[place] = parts[part][of_part];
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
pub const fn assert_closed(open: bool) {
    assert!(
        !open,
        "an embedded enum cannot have an `unknown` variant; it would claim every code, so move the variant to the outer enum"
    );
}

/// Stops compilation where two tables claim the same text, and names it.
///
/// # Panics
///
/// That is how it stops compilation.
#[track_caller]
pub const fn assert_disjoint(earlier: &[CodeInfo], embedded: &[CodeInfo]) {
    let mut a = 0;
    while a < earlier.len() {
        let mut b = 0;
        while b < embedded.len() {
            if let Some(text) = shared_text(&earlier[a], &embedded[b]) {
                claimed_twice(text);
            }
            b += 1;
        }
        a += 1;
    }
}

/// A text that both have as code or alias.
const fn shared_text(a: &CodeInfo, b: &CodeInfo) -> Option<&'static str> {
    let mut of_a = 0;
    while let Some(text) = nth_text(a, of_a) {
        let mut of_b = 0;
        while let Some(other) = nth_text(b, of_b) {
            if equal(text.as_bytes(), other.as_bytes()) {
                return Some(text);
            }
            of_b += 1;
        }
        of_a += 1;
    }
    None
}

/// The code, then its aliases.
const fn nth_text(info: &CodeInfo, n: usize) -> Option<&'static str> {
    if n == 0 {
        Some(info.code())
    } else if n <= info.aliases().len() {
        Some(info.aliases()[n - 1])
    } else {
        None
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

    fn refusal(earlier: &[CodeInfo], embedded: &[CodeInfo]) -> String {
        *catch_unwind(|| assert_disjoint(earlier, embedded))
            .expect_err("a text is claimed twice")
            .downcast()
            .expect("a message")
    }

    #[test]
    fn tables_follow_each_other() {
        let all: [_; 3] = flatten(&[&[BLOCKED, LOST], &[], &[STOLEN]]);
        assert_eq!(all, [BLOCKED, LOST, STOLEN]);
        assert_eq!(run(&all, 1, 2), [LOST]);
        assert_eq!(run(&all, 0, 3), all);
        assert_eq!(run(&all, 3, 3), []);
    }

    #[test]
    #[should_panic(expected = "do not fill it")]
    fn a_table_of_another_length_is_refused() {
        let _: [_; 3] = flatten(&[&[BLOCKED, LOST]]);
    }

    #[test]
    fn an_enum_without_an_unknown_variant_can_be_embedded() {
        assert_closed(false);
    }

    #[test]
    #[should_panic(expected = "cannot have an `unknown` variant")]
    fn an_enum_with_an_unknown_variant_cannot_be_embedded() {
        assert_closed(true);
    }

    #[test]
    fn tables_without_a_common_text_pass() {
        assert_disjoint(&[], &[BLOCKED]);
        assert_disjoint(&[BLOCKED], &[]);
        assert_disjoint(
            &[BLOCKED, LOST],
            // As long as others and different in one byte: the first, the last, one between.
            &["CLOCKED", "BLOCKEN", "BLOCXED", "BLOCKE", "BLOCKEDS", ""].map(CodeInfo::new),
        );
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
            let message = std::format!(
                "code `{text}` is claimed twice; an embedded enum may not repeat a code or alias \
                 of another variant"
            );
            assert_eq!(refusal(&[BLOCKED, LOST], &[STOLEN, other]), message);
            assert_eq!(refusal(&[STOLEN, other], &[BLOCKED, LOST]), message);
        }
    }

    #[test]
    fn a_long_text_is_cut() {
        for text in ["LONG".repeat(200), "¿".repeat(300)] {
            let code = CodeInfo::new(text.leak());
            let message = refusal(&[code], &[code]);
            assert_eq!(message, std::format!("code `{}", &code.code()[..506]));
        }
    }

    #[test]
    #[should_panic(expected = "a code is claimed twice")]
    fn a_text_that_would_be_cut_within_a_character_is_left_out() {
        let code = CodeInfo::new(std::format!("?{}", "¿".repeat(300)).leak());
        assert_disjoint(&[code], &[code]);
    }
}
