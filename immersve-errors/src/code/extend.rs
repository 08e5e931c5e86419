//! The codes of an open enum that the enum around it, with `embed, unknown`, does not have itself.
//!
//! A code may be in both. Then the variant of the outer enum counts, or that of a closed enum embedded
//! beside the open one. So the outer enum still compiles after the inner enum gets a code that the outer
//! one has.

use super::embed::{Part, Texts};
use crate::CodeInfo;

/// Stops compilation if an enum that is embedded with `unknown` has no `unknown` variant.
///
/// # Panics
///
/// If the enum is closed. In a constant, this stops compilation.
#[track_caller]
pub const fn assert_open(inner: Part) {
    assert!(
        inner.open,
        "an enum that is embedded with `unknown` has an `unknown` variant itself; this one has none, so write `embed` alone"
    );
}

/// The number of codes of `inner` that no earlier table has as a code or alias.
#[must_use]
pub const fn count_left<const SLOTS: usize, const PARTS: usize>(
    earlier: &Texts<SLOTS, PARTS>,
    inner: Part,
) -> usize {
    let inner = inner.codes;
    let mut count = 0;
    let mut place = 0;
    while place < inner.len() {
        if !earlier.contains(inner[place].code) {
            count += 1;
        }
        place += 1;
    }
    count
}

/// The codes that [`count_left`] counts.
///
/// # Panics
///
/// If `N` is not the result of [`count_left`]. In a constant, this stops compilation.
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
        if !earlier.contains(inner[place].code) {
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
    fn a_code_that_is_an_alias_in_an_earlier_table_is_left_out_but_not_the_reverse() {
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
