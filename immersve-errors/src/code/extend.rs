//! What is left of an open enum's table for the enum that extends it.
//!
//! The outer enum's own codes win, and so do those of the closed enums beside it. So a code may be in both:
//! the day on which the inner enum documents it too is no day on which the outer one stops to compile.

use super::embed::{Part, Texts};
use crate::CodeInfo;

/// Fails to compile where an enum that is embedded with `unknown` has no `unknown` variant.
///
/// # Panics
///
/// That is how it fails to compile.
#[track_caller]
pub const fn assert_open(inner: Part) {
    assert!(
        inner.open,
        "an enum that is embedded with `unknown` has an `unknown` variant itself; this one has none, so write `embed` alone"
    );
}

/// How many codes of `inner` no earlier table has as a code or alias.
#[must_use]
pub const fn count_left<const SLOTS: usize, const PARTS: usize>(
    earlier: &Texts<SLOTS, PARTS>,
    inner: Part,
) -> usize {
    let inner = inner.codes;
    let mut count = 0;
    let mut place = 0;
    while place < inner.len() {
        if !earlier.contain(inner[place].code) {
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
pub const fn left<const N: usize, const SLOTS: usize, const PARTS: usize>(
    earlier: &Texts<SLOTS, PARTS>,
    inner: Part,
) -> [CodeInfo; N] {
    let inner = inner.codes;
    let mut left = [CodeInfo::new(""); N];
    let mut count = 0;
    let mut place = 0;
    while place < inner.len() {
        if !earlier.contain(inner[place].code) {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::CodeDetails;

    const BLOCKED: CodeInfo =
        CodeInfo::new("BLOCKED").with_details(&CodeDetails::new().with_aliases(&["STOPPED"]));
    const LOST: CodeInfo =
        CodeInfo::new("LOST").with_details(&CodeDetails::new().with_aliases(&["MISSING"]));
    const STOLEN: CodeInfo = CodeInfo::new("STOLEN");

    const fn part(codes: &'static [CodeInfo], open: bool) -> Part {
        Part { codes, open }
    }

    fn left_of<const N: usize, const PARTS: usize>(
        earlier: [&'static [CodeInfo]; PARTS],
        inner: &'static [CodeInfo],
    ) -> [CodeInfo; N] {
        let earlier = Texts::<16, PARTS>::new(&earlier.map(|codes| part(codes, false)));
        let inner = part(inner, true);
        assert_eq!(count_left(&earlier, inner), N);
        left(&earlier, inner)
    }

    const INNER: &[CodeInfo] = &[BLOCKED, LOST, STOLEN];
    const OTHER: &[CodeInfo] = &[CodeInfo::new("LOSS"), CodeInfo::new("MISSING")];
    const RENAMED: &[CodeInfo] =
        &[CodeInfo::new("VANISHED")
            .with_details(&CodeDetails::new().with_aliases(&["GONE", "LOST"]))];
    const ONE: &[CodeInfo] = &[STOLEN];
    const ANOTHER: &[CodeInfo] = &[BLOCKED];

    #[test]
    fn a_code_that_an_earlier_table_has_is_left_out() {
        assert_eq!(left_of([], INNER), [BLOCKED, LOST, STOLEN]);
        assert_eq!(left_of([ONE], INNER), [BLOCKED, LOST]);
        assert_eq!(left_of([ONE, ANOTHER], INNER), [LOST]);
        assert_eq!(left_of([INNER], INNER), []);
    }

    #[test]
    fn an_alias_of_an_earlier_table_counts_and_one_of_the_inner_does_not() {
        assert_eq!(left_of([RENAMED], INNER), [BLOCKED, STOLEN]);
        assert_eq!(left_of([&[], OTHER], INNER), [BLOCKED, LOST, STOLEN]);
    }

    #[test]
    #[should_panic(expected = "do not fill")]
    fn a_table_of_another_length_is_refused() {
        let _: [_; 3] = left(&Texts::<2, 0>::new(&[]), part(const { &[BLOCKED] }, true));
    }

    #[test]
    #[should_panic(expected = "write `embed` alone")]
    fn a_closed_enum_cannot_be_extended() {
        assert_open(part(&[], true));
        assert_open(part(&[], false));
    }
}
