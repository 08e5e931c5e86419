//! Joins the tables of an enum and of its embedded enums into one table.
//!
//! The derive sees only the enum's own codes. Those of an embedded enum are known to the compiler, so
//! this code runs in constants.

mod texts;

use core::mem::needs_drop;

pub use self::texts::{Texts, assert_unclaimed, slots};
use crate::{CodeInfo, ImmersveErrorCode};

/// One of the tables that an enum consists of: its own, or that of an embedded enum.
#[derive(Debug, Clone, Copy)]
pub struct Part {
    pub(super) codes: &'static [CodeInfo],
    pub(super) open: bool,
}

impl Part {
    /// The enum's own table.
    #[must_use]
    pub const fn own(codes: &'static [CodeInfo]) -> Self {
        Self { codes, open: false }
    }

    /// The table of an embedded enum. Its type is known from the constructor of the variant.
    #[must_use]
    pub const fn of<C: ImmersveErrorCode, E>(_: fn(C) -> E) -> Self {
        // Two enums that embed each other are an error here, where the compiler needs few lines to report it.
        // Without this it would report the cycle of their tables, in some sixty lines.
        const { needs_drop::<E>() };
        Self {
            codes: C::CODES,
            open: C::OPEN,
        }
    }

    /// The codes at the places `from..to`.
    #[must_use]
    pub const fn run(self, from: usize, to: usize) -> Self {
        Self {
            codes: self.codes.split_at(to).0.split_at(from).1,
            open: self.open,
        }
    }
}

/// The number of codes in several tables.
#[must_use]
pub const fn total(parts: &[Part]) -> usize {
    let mut total = 0;
    let mut part = 0;
    while part < parts.len() {
        total += parts[part].codes.len();
        part += 1;
    }
    total
}

/// Joins several tables into one.
///
/// # Panics
///
/// If `N` is not their [`total`]. In a constant, this stops compilation.
#[must_use]
pub const fn flatten<const N: usize>(parts: &[Part]) -> [CodeInfo; N] {
    let mut all = [CodeInfo::new(""); N];
    let mut place = 0;
    let mut part = 0;
    while part < parts.len() {
        let codes = parts[part].codes;
        let mut of_part = 0;
        while of_part < codes.len() {
            all[place] = codes[of_part];
            place += 1;
            of_part += 1;
        }
        part += 1;
    }
    assert!(place == N, "the parts of a table do not fill it");
    all
}

/// Stops compilation if an embedded enum has an `unknown` variant.
///
/// # Panics
///
/// If the enum is open. In a constant, this stops compilation.
#[track_caller]
pub const fn assert_closed(part: Part) {
    assert!(
        !part.open,
        "an embedded enum cannot have an `unknown` variant, as that would claim every code; write `#[immersve(embed, unknown)]` to extend an open enum"
    );
}

#[cfg(test)]
mod tests {
    extern crate std;

    use super::*;
    use crate::CodeDetails;

    pub(super) const BLOCKED: CodeInfo = CodeInfo::new("BLOCKED")
        .with_details(&CodeDetails::new().with_aliases(&["STOPPED", "FROZEN"]));
    pub(super) const LOST: CodeInfo =
        CodeInfo::new("LOST").with_details(&CodeDetails::new().with_aliases(&["MISSING"]));
    pub(super) const STOLEN: CodeInfo = CodeInfo::new("STOLEN");

    pub(super) fn part(codes: &[CodeInfo]) -> Part {
        Part::own(codes.to_vec().leak())
    }

    #[test]
    fn tables_are_joined_in_order() {
        let parts = [part(&[BLOCKED, LOST]), part(&[]), part(&[STOLEN])];
        assert_eq!(total(&parts), 3);
        let all: [_; 3] = flatten(&parts);
        assert_eq!(all, [BLOCKED, LOST, STOLEN]);
        assert_eq!(part(&all).run(1, 2).codes, [LOST]);
        assert_eq!(part(&all).run(0, 3).codes, all);
        assert_eq!(part(&all).run(3, 3).codes, []);
    }

    #[test]
    #[should_panic(expected = "do not fill it")]
    fn a_table_of_another_length_is_refused() {
        let _: [_; 3] = flatten(&[part(&[BLOCKED, LOST])]);
    }

    #[test]
    fn an_enum_without_an_unknown_variant_can_be_embedded() {
        assert_closed(part(&[]));
    }

    #[test]
    #[should_panic(expected = "cannot have an `unknown` variant")]
    fn an_enum_with_an_unknown_variant_cannot_be_embedded() {
        assert_closed(Part::of(Some::<crate::AnyCode>));
    }
}
