//! Builds the table of an enum's own codes from rows that compile fast.

use crate::{CodeInfo, Retry};

/// The table of codes: each row is a code and its description. The other lists add what few codes have, each
/// with the index of its code in the table.
///
/// # Panics
///
/// If an index is outside the table. In a constant, this stops compilation.
#[must_use]
pub const fn table<const N: usize>(
    rows: &[(&'static str, &'static str); N],
    aliases: &[(usize, &'static [&'static str])],
    statuses: &[(usize, &'static [u16])],
    retry: &[(usize, Retry)],
    deprecated: &[(usize, &'static str)],
) -> [CodeInfo; N] {
    let mut table = [CodeInfo::new(""); N];
    let mut place = 0;
    while place < N {
        table[place].code = rows[place].0;
        table[place].description = rows[place].1;
        place += 1;
    }
    let mut rest = aliases;
    while let [(place, aliases), others @ ..] = rest {
        table[*place].aliases = aliases;
        rest = others;
    }
    let mut rest = statuses;
    while let [(place, statuses), others @ ..] = rest {
        table[*place].statuses = statuses;
        rest = others;
    }
    let mut rest = retry;
    while let [(place, retry), others @ ..] = rest {
        table[*place].retry = Some(*retry);
        rest = others;
    }
    let mut rest = deprecated;
    while let [(place, note), others @ ..] = rest {
        table[*place].deprecated = Some(note);
        rest = others;
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_has_what_its_builders_would_give() {
        let found = table(
            &[("A", "first"), ("B", ""), ("C", "third")],
            &[(1, &["D", "E"])],
            &[(0, &[503]), (1, &[400, 409])],
            &[(2, Retry::Never)],
            &[(1, "gone")],
        );
        let expected = [
            CodeInfo::new("A")
                .with_description("first")
                .with_statuses(&[503]),
            CodeInfo::new("B")
                .with_aliases(&["D", "E"])
                .with_statuses(&[400, 409])
                .with_deprecated("gone"),
            CodeInfo::new("C")
                .with_description("third")
                .with_retry(Retry::Never),
        ];
        assert_eq!(found, expected);
    }
}
