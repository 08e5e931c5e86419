//! Gives new variants discriminants, if those of the enum are written.

use std::collections::BTreeSet;

use crate::{
    scaffold::variant::NewVariant,
    source::item::{Discriminant, EnumItem},
};

/// Gives each new variant a free number; an error says why there is none. New variants come last, so that no other
/// variant gets another number.
pub(crate) fn assign(item: &EnumItem, new: &mut [NewVariant]) -> Result<(), &'static str> {
    let mut numbers = BTreeSet::new();
    let mut next = 0;
    for variant in &item.variants {
        next = match variant.discriminant {
            Discriminant::Implicit => next,
            Discriminant::Number(number) => number,
            Discriminant::Unknown => return Err("a discriminant of the enum is not a number"),
        };
        numbers.insert(next);
        next = next.saturating_add(1);
    }
    let is_written = |variant| matches!(variant, Discriminant::Number(_));
    let are_written = item.variants.iter().any(|it| is_written(it.discriminant));
    let largest = largest(item.repr.as_deref());
    for new in new {
        let after_all = numbers.last().map_or(0, |last| last.saturating_add(1));
        let mut candidates = (after_all..=largest).chain(0..=largest.min(after_all));
        let free = candidates
            .find(|number| !numbers.contains(number))
            .ok_or("all discriminants of the enum are taken")?;
        numbers.insert(free);
        new.discriminant = are_written.then_some(free);
    }
    Ok(())
}

/// The largest number of an integer type.
fn largest(repr: Option<&str>) -> i128 {
    match repr {
        Some("u8") => u8::MAX.into(),
        Some("i8") => i8::MAX.into(),
        Some("u16") => u16::MAX.into(),
        Some("i16") => i16::MAX.into(),
        // Where `isize` and `usize` have 32 bits, a larger number does not compile.
        Some("u32" | "usize") => u32::MAX.into(),
        Some("u64") => u64::MAX.into(),
        Some("u128" | "i128") => i128::MAX,
        _ => i32::MAX.into(),
    }
}
