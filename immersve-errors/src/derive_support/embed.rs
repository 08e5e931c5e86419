//! The tables of an enum and its embedded enums.
//!
//! The derive sees only the enum's own codes. Those of an embedded enum are known only to the compiler, so this code
//! runs in constants.

use core::mem::needs_drop;

use super::payload::Embeddable;
use crate::code::CodeInfo;

/// A table of an enum: its own, or that of an embedded enum.
#[derive(Debug, Clone, Copy)]
pub struct CodeTable {
    pub(super) codes: &'static [CodeInfo],
    pub(super) open: bool,
}

impl CodeTable {
    /// The enum's own table.
    #[must_use]
    pub const fn own(codes: &'static [CodeInfo]) -> Self {
        Self { codes, open: false }
    }

    /// The table of an embedded enum, whose type is inferred from the constructor of the variant.
    #[must_use]
    pub const fn of<C: Embeddable, E>(_: fn(C) -> E) -> Self {
        // Reports two enums that embed each other in a few lines. Otherwise the compiler would report the cycle of
        // their tables in about sixty.
        const { needs_drop::<E>() };
        Self {
            codes: C::CODES,
            open: C::OPEN,
        }
    }

    /// The codes that no other table may repeat: none of an open table, whose codes the outer enum may take.
    pub(super) const fn claimed(&self) -> &'static [CodeInfo] {
        if self.open { &[] } else { self.codes }
    }

    /// The codes with the indices `from..to`.
    #[must_use]
    pub const fn slice(self, from: usize, to: usize) -> Self {
        Self {
            codes: self.codes.split_at(to).0.split_at(from).1,
            open: self.open,
        }
    }
}

/// Fails to compile if an embedded enum is open.
///
/// # Panics
///
/// If the enum is open.
#[track_caller]
pub(super) const fn assert_closed(table: CodeTable) {
    assert!(
        !table.open,
        "an open enum cannot be embedded, because its `unknown` variant would claim every code; to extend it, write `#[immersve(embed, unknown)]`"
    );
}

/// Fails to compile if an enum in an `embed, unknown` variant is closed.
///
/// # Panics
///
/// If the enum is closed.
#[track_caller]
pub(super) const fn assert_open(table: CodeTable) {
    assert!(
        table.open,
        "a closed enum cannot be extended; write `embed` without `unknown`"
    );
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slice_has_the_codes_between_two_indices() {
        const ALL: &[CodeInfo] = &[CodeInfo::new("A"), CodeInfo::new("B"), CodeInfo::new("C")];
        let table = CodeTable::own(ALL);
        assert_eq!(table.slice(1, 2).codes, &ALL[1..2]);
        assert_eq!(table.slice(0, 3).codes, ALL);
        assert_eq!(table.slice(3, 3).codes, []);
    }

    #[test]
    fn an_enum_without_an_unknown_variant_can_be_embedded() {
        assert_closed(CodeTable::own(&[]));
    }

    #[test]
    #[should_panic(expected = "an open enum cannot be embedded")]
    fn an_enum_with_an_unknown_variant_cannot_be_embedded() {
        assert_closed(CodeTable::of(Some::<crate::code::AnyCode>));
    }

    #[test]
    #[should_panic(expected = "a closed enum cannot be extended")]
    fn a_closed_enum_cannot_be_extended() {
        assert_open(CodeTable::of(Some::<crate::code::AnyCode>));
        assert_open(CodeTable::own(&[]));
    }
}
