//! A string behind a single word. A short one, such as a code, takes one allocation.
//!
//! An enum with a `Box<str>` is three words, which functions return through memory. With it,
//! `serde_json::from_str` of one of 5 codes took 1.3 times as long as with serde's derive, instead of 1.1
//! (`benches/codes`, `n5::json_str`), and `from_code` 78 instructions instead of 66.

use alloc::boxed::Box;
use core::{cmp::Ordering, str};

/// The length of the longest string without a second allocation, in bytes; it makes a `CompactText` 48 bytes.
const SHORT: usize = 46;

/// A string, inline if it is short.
#[derive(Clone, PartialEq, Eq, Hash)]
pub(super) enum CompactText {
    Short { length: u8, bytes: [u8; SHORT] },
    Long(Box<str>),
}

impl CompactText {
    pub(super) fn new(text: &str) -> Self {
        let mut bytes = [0; SHORT];
        match (bytes.get_mut(..text.len()), u8::try_from(text.len())) {
            (Some(start), Ok(length)) => {
                start.copy_from_slice(text.as_bytes());
                Self::Short { length, bytes }
            }
            _ => Self::Long(text.into()),
        }
    }

    pub(super) fn as_str(&self) -> &str {
        match self {
            // The bytes are those of a `&str`, so the check never fails.
            Self::Short { length, bytes } => bytes
                .get(..usize::from(*length))
                .and_then(|bytes| str::from_utf8(bytes).ok())
                .unwrap_or_default(),
            Self::Long(text) => text,
        }
    }
}

impl PartialOrd for CompactText {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for CompactText {
    fn cmp(&self, other: &Self) -> Ordering {
        self.as_str().cmp(other.as_str())
    }
}

#[cfg(test)]
mod tests {
    use alloc::string::String;

    use super::*;

    #[test]
    fn a_text_of_every_length_comes_back() {
        for character in ["A", "é", "€", "🦀"] {
            let mut text = String::new();
            while text.len() < 3 * SHORT {
                let kept = CompactText::new(&text);
                assert_eq!(kept.as_str(), text);
                assert_eq!(matches!(kept, CompactText::Long(_)), text.len() > SHORT);
                text.push_str(character);
            }
        }
    }

    #[test]
    fn texts_compare_as_strings_do() {
        let long = "LONG_".repeat(20);
        let texts = ["", "\0", "A", "A\0", "AB", "B", &long, &long[1..]];
        for one in texts {
            for other in texts {
                assert_eq!(
                    CompactText::new(one).cmp(&CompactText::new(other)),
                    one.cmp(other)
                );
                assert_eq!(
                    CompactText::new(one) == CompactText::new(other),
                    one == other
                );
            }
        }
    }
}
