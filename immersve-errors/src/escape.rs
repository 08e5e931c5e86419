//! Text from outside, made safe for one line of a log.

use core::fmt::{self, Write};

/// Shows a text on one line, with at most `limit` bytes.
///
/// Line breaks, control characters, ANSI escapes, bidirectional controls and other characters that
/// do not print come out as Rust escapes; a backslash does too, so that the output is unambiguous.
/// What was cut is marked with `…`.
#[derive(Clone, Copy)]
pub(crate) struct Escaped<'a> {
    pub(crate) text: &'a str,
    pub(crate) limit: usize,
}

/// How much of a code is shown, in bytes.
const CODE_LIMIT: usize = 128;

/// How much of a sentence for people is shown, in bytes.
#[cfg(feature = "response")]
const REASON_LIMIT: usize = 256;

impl<'a> Escaped<'a> {
    pub(crate) const fn code(text: &'a str) -> Self {
        Self {
            text,
            limit: CODE_LIMIT,
        }
    }

    #[cfg(feature = "response")]
    pub(crate) const fn reason(text: &'a str) -> Self {
        Self {
            text,
            limit: REASON_LIMIT,
        }
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
