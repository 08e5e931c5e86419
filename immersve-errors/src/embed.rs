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
