//! A text of any length. A short one, as codes are, takes one allocation.
//!
//! A `Box<str>` is two words large, and an enum with it is three. A function returns an enum of two
//! words in registers, but not one of three, and that costs more than the lookup of a code. So
//! [`UnknownCode`](crate::UnknownCode) is a box of this type.

use alloc::boxed::Box;
use core::{
    cmp::Ordering,
    hash::{Hash, Hasher},
    str,
};

/// The longest text that needs no second allocation, in bytes. With it, a `Text` takes 48 bytes.
const SHORT: usize = 46;

/// A text, in place if it is short.
#[derive(Clone)]
pub(super) enum Text {
    Short { length: u8, bytes: [u8; SHORT] },
    Long(Box<str>),
}

impl Text {
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

impl PartialEq for Text {
    fn eq(&self, other: &Self) -> bool {
        self.as_str() == other.as_str()
    }
}

impl Eq for Text {}

impl PartialOrd for Text {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Text {
    fn cmp(&self, other: &Self) -> Ordering {
        self.as_str().cmp(other.as_str())
    }
}

impl Hash for Text {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.as_str().hash(state);
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
                let kept = Text::new(&text);
                assert_eq!(kept.as_str(), text);
                assert_eq!(matches!(kept, Text::Long(_)), text.len() > SHORT);
                text.push_str(character);
            }
        }
    }

    #[test]
    fn texts_compare_and_hash_as_strings_do() {
        fn hash<T: Hash>(value: T) -> u64 {
            #[derive(Default)]
            struct Sum(u64);

            impl Hasher for Sum {
                fn finish(&self) -> u64 {
                    self.0
                }

                fn write(&mut self, bytes: &[u8]) {
                    for &byte in bytes {
                        self.0 = self.0.wrapping_mul(31).wrapping_add(byte.into());
                    }
                }
            }

            let mut sum = Sum::default();
            value.hash(&mut sum);
            sum.finish()
        }

        let long = "LONG_".repeat(20);
        let texts = ["", "A", "AB", "B", &long, &long[1..]];
        for one in texts {
            assert_eq!(hash(Text::new(one)), hash(one));
            for other in texts {
                assert_eq!(Text::new(one).cmp(&Text::new(other)), one.cmp(other));
                assert_eq!(Text::new(one) == Text::new(other), one == other);
            }
        }
    }
}
