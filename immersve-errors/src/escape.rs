//! Text from outside, made safe for one line of a log.

use core::fmt::{self, Write};

/// A text from outside, shown on one line of bounded length.
///
/// Line breaks, control characters, ANSI escapes, bidirectional controls and other characters that
/// do not print come out as Rust escapes; a backslash does too, so that the output is unambiguous.
/// What was cut is marked with `…`.
///
/// ```
/// use immersve_errors::Escaped;
///
/// assert_eq!(Escaped::new("KYC_REQUIRED\n200 OK", 64).to_string(), r"KYC_REQUIRED\n200 OK");
/// assert_eq!(Escaped::new("KYC_REQUIRED", 3).to_string(), "KYC…");
/// ```
///
/// `Display` shows the text as it is described here, `Debug` the same in quotes. `Send`, `Sync` and `Copy`.
#[derive(Clone, Copy)]
pub struct Escaped<'a> {
    text: &'a str,
    limit: usize,
}

/// How much of a code is shown, in bytes.
const CODE_LIMIT: usize = 128;

/// How much of a sentence for people is shown, in bytes.
#[cfg(feature = "response")]
const REASON_LIMIT: usize = 256;

impl<'a> Escaped<'a> {
    /// At most `limit` bytes of what a text is shown as, counted after escaping.
    #[must_use]
    pub const fn new(text: &'a str, limit: usize) -> Self {
        Self { text, limit }
    }

    pub(crate) const fn code(text: &'a str) -> Self {
        Self::new(text, CODE_LIMIT)
    }

    #[cfg(feature = "response")]
    pub(crate) const fn reason(text: &'a str) -> Self {
        Self::new(text, REASON_LIMIT)
    }
}

impl fmt::Debug for Escaped<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "\"{self}\"")
    }
}

impl fmt::Display for Escaped<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut room = self.limit;
        for char in self.text.chars() {
            let quote = matches!(char, '\'' | '"');
            let length = if quote {
                1
            } else {
                char.escape_debug().map(char::len_utf8).sum()
            };
            let Some(left) = room.checked_sub(length) else {
                return f.write_char('…');
            };
            room = left;
            if quote {
                f.write_char(char)?;
            } else {
                write!(f, "{}", char.escape_debug())?;
            }
        }
        Ok(())
    }
}
