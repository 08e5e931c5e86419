//! The table of an enum's own codes, from rows that compile fast.

use crate::{code::CodeInfo, taxonomy::Retry};

/// A code and its description.
type CodeRow = (&'static str, &'static str);

/// What few codes have: the index of the code, its aliases, statuses, retry hint and deprecation note.
type DetailsRow = (
    usize,
    &'static [&'static str],
    &'static [u16],
    Option<Retry>,
    Option<&'static str>,
);

/// Builds the table from rows of literals: a call for each code would slow down compilation.
///
/// # Panics
///
/// If an index is outside the table.
#[must_use]
pub const fn table<const N: usize>(rows: &[CodeRow; N], details: &[DetailsRow]) -> [CodeInfo; N] {
    let mut table = [CodeInfo::new(""); N];
    let mut index = 0;
    while index < N {
        table[index].code = rows[index].0;
        table[index].description = rows[index].1;
        index += 1;
    }
    let mut rest = details;
    while let [(index, aliases, statuses, retry, deprecated), others @ ..] = rest {
        let info = &mut table[*index];
        info.aliases = aliases;
        info.statuses = statuses;
        info.retry = *retry;
        info.deprecated = *deprecated;
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
            &[
                (1, &["D", "E"], &[400, 409], None, Some("gone")),
                (2, &[], &[], Some(Retry::Never), None),
            ],
        );
        let expected = [
            CodeInfo::new("A").with_description("first"),
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
