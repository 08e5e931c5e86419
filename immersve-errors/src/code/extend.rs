//! What is left of an open enum's table for the enum that extends it.
//!
//! The outer enum's own codes win, and so do those of the closed enums beside it. So a code may be in both:
//! the day on which the inner enum documents it too is no day on which the outer one stops to compile.

use crate::CodeInfo;

/// The number of codes in a table.
#[must_use]
pub const fn length(codes: &[CodeInfo]) -> usize {
    codes.len()
}

/// Fails to compile where an enum that is embedded with `unknown` has no `unknown` variant.
///
/// # Panics
///
/// That is how it fails to compile.
#[track_caller]
pub const fn assert_open(open: bool) {
    assert!(
        open,
        "an enum that is embedded with `unknown` has an `unknown` variant itself; this one has none, so write `embed` alone"
    );
}

/// How many codes of `inner` no earlier table has as a code or alias.
#[must_use]
pub const fn count_left(earlier: &[&[CodeInfo]], inner: &[CodeInfo]) -> usize {
    let mut count = 0;
    let mut place = 0;
    while place < inner.len() {
        if !is_claimed(earlier, inner[place].code.as_bytes()) {
            count += 1;
        }
        place += 1;
    }
    count
}

/// Those codes.
///
/// # Panics
///
/// Where `N` is not what [`count_left`] gives; in a constant this stops compilation.
#[must_use]
pub const fn left<const N: usize>(earlier: &[&[CodeInfo]], inner: &[CodeInfo]) -> [CodeInfo; N] {
    let mut left = [CodeInfo::new(""); N];
    let mut count = 0;
    let mut place = 0;
    while place < inner.len() {
        if !is_claimed(earlier, inner[place].code.as_bytes()) {
            left[count] = inner[place];
            count += 1;
        }
        place += 1;
    }
    assert!(
        count == N,
        "the codes that are left do not fill their table"
    );
    left
}

const fn is_claimed(tables: &[&[CodeInfo]], text: &[u8]) -> bool {
    let mut table = 0;
    while table < tables.len() {
        let mut place = 0;
        while place < tables[table].len() {
            let info = &tables[table][place];
            if equal(info.code.as_bytes(), text) {
                return true;
            }
            let mut alias = 0;
            while alias < info.aliases.len() {
                if equal(info.aliases[alias].as_bytes(), text) {
                    return true;
                }
                alias += 1;
            }
            place += 1;
        }
        table += 1;
    }
    false
}

const fn equal(mut a: &[u8], mut b: &[u8]) -> bool {
    if a.len() != b.len() {
        return false;
    }
    while let ([first, rest @ ..], [other, others @ ..]) = (a, b) {
        if *first != *other {
            return false;
        }
        (a, b) = (rest, others);
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    const BLOCKED: CodeInfo = CodeInfo::new("BLOCKED").with_aliases(&["STOPPED"]);
    const LOST: CodeInfo = CodeInfo::new("LOST").with_aliases(&["MISSING"]);
    const STOLEN: CodeInfo = CodeInfo::new("STOLEN");

    fn left_of<const N: usize>(earlier: &[&[CodeInfo]], inner: &[CodeInfo]) -> [CodeInfo; N] {
        assert_eq!(count_left(earlier, inner), N);
        left(earlier, inner)
    }

    #[test]
    fn a_code_that_an_earlier_table_has_is_left_out() {
        let inner = [BLOCKED, LOST, STOLEN];
        assert_eq!(left_of(&[], &inner), inner);
        assert_eq!(left_of(&[&[], &[CodeInfo::new("LOSS")]], &inner), inner);
        assert_eq!(left_of(&[&[LOST]], &inner), [BLOCKED, STOLEN]);
        assert_eq!(left_of(&[&[STOLEN], &[BLOCKED]], &inner), [LOST]);
        assert_eq!(left_of(&[&inner], &inner), []);
    }

    #[test]
    fn an_alias_of_an_earlier_table_counts_and_one_of_the_inner_does_not() {
        let renamed = CodeInfo::new("VANISHED").with_aliases(&["GONE", "LOST"]);
        assert_eq!(left_of(&[&[renamed]], &[BLOCKED, LOST]), [BLOCKED]);
        assert_eq!(left_of(&[&[CodeInfo::new("MISSING")]], &[LOST]), [LOST]);
    }

    #[test]
    #[should_panic(expected = "do not fill")]
    fn a_table_of_another_length_is_refused() {
        let _: [_; 3] = left(&[], &[BLOCKED]);
    }

    #[test]
    #[should_panic(expected = "write `embed` alone")]
    fn a_closed_enum_cannot_be_extended() {
        assert_open(true);
        assert_open(false);
    }
}
