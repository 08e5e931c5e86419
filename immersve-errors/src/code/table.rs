//! Builds the table of an enum's own codes from rows that compile fast.

use crate::{CodeDetails, CodeInfo, Retry};

/// The table of codes: each row is a code and its description. `places` says which code has details, and which
/// of `details` these are.
///
/// # Panics
///
/// If an index is outside its table. In a constant, this stops compilation.
#[must_use]
pub const fn table<const N: usize>(
    rows: &[(&'static str, &'static str); N],
    places: &[(usize, usize)],
    details: &'static [CodeDetails],
) -> [CodeInfo; N] {
    let mut table = [CodeInfo::new(""); N];
    let mut place = 0;
    while place < N {
        table[place].code = rows[place].0;
        table[place].description = rows[place].1;
        place += 1;
    }
    let mut rest = places;
    while let [(place, of_details), others @ ..] = rest {
        table[*place].details = Some(&details[*of_details]);
        rest = others;
    }
    table
}

/// Aliases, statuses, deprecation and retry hint.
type DetailsRow = (
    &'static [&'static str],
    &'static [u16],
    Option<&'static str>,
    Option<Retry>,
);

/// The details that these rows say.
#[must_use]
pub const fn details<const N: usize>(rows: &[DetailsRow; N]) -> [CodeDetails; N] {
    let mut details = [CodeDetails::new(); N];
    let mut place = 0;
    while place < N {
        let (aliases, statuses, deprecated, retry) = rows[place];
        details[place] = CodeDetails {
            aliases,
            statuses,
            deprecated,
            retry,
        };
        place += 1;
    }
    details
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_has_what_its_builders_would_give() {
        static DETAILS: [CodeDetails; 2] = details(&[
            (&["D", "E"], &[400, 409], Some("gone"), None),
            (&[], &[], None, Some(Retry::Never)),
        ]);
        let found = table(
            &[("A", "first"), ("B", ""), ("C", "third"), ("D", "")],
            &[(1, 0), (2, 1), (3, 1)],
            &DETAILS,
        );
        let never = const { &CodeDetails::new().with_retry(Retry::Never) };
        let expected = [
            CodeInfo::new("A").with_description("first"),
            CodeInfo::new("B").with_details(
                const {
                    &CodeDetails::new()
                        .with_aliases(&["D", "E"])
                        .with_statuses(&[400, 409])
                        .with_deprecated("gone")
                },
            ),
            CodeInfo::new("C")
                .with_description("third")
                .with_details(never),
            CodeInfo::new("D").with_details(never),
        ];
        assert_eq!(found, expected);
    }
}
