//! Escapes untrusted text for single-line logs.

use core::fmt::{self, Write};

/// Untrusted text on a single line, escaped and truncated to a number of bytes.
///
/// Line breaks, control characters (including ANSI escapes), bidirectional controls and all other invisible
/// characters except the space are written as Rust escapes, such as `\n`. So is the backslash, which makes the
/// output unambiguous. `…` marks a truncated text.
///
/// ```
/// use immersve_errors::Escaped;
///
/// assert_eq!(Escaped::new("KYC_REQUIRED\n200 OK", 64).to_string(), r"KYC_REQUIRED\n200 OK");
/// assert_eq!(Escaped::new("KYC_REQUIRED", 3).to_string(), "KYC…");
/// ```
///
/// `Debug` adds quotes, and escapes each `"` in the text so that it cannot close them:
///
/// ```
/// # use immersve_errors::Escaped;
/// assert_eq!(format!("{:?}", Escaped::new(r#"fine") "#, 64)), r#""fine\") ""#);
/// ```
#[derive(Clone, Copy)]
pub struct Escaped<'a> {
    text: &'a str,
    limit: usize,
}

/// The limit for a code, in bytes.
const CODE_LIMIT: usize = 128;

/// The limit for a reason, and for the path and the message of a field error, in bytes.
#[cfg(feature = "response")]
const REASON_LIMIT: usize = 256;

impl<'a> Escaped<'a> {
    /// Escapes a text. `limit` is in bytes of output, without quotes and `…`.
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

    /// Whether the output has no visible character. Only the space counts: all other blanks are escaped.
    #[cfg(feature = "response")]
    pub(crate) fn is_blank(self) -> bool {
        self.text.bytes().all(|byte| byte == b' ')
    }
}

impl Escaped<'_> {
    fn write(&self, f: &mut fmt::Formatter<'_>, in_quotes: bool) -> fmt::Result {
        let mut room = self.limit;
        for char in self.text.chars() {
            let shown = Shown::new(char, in_quotes);
            let length = match &shown {
                Shown::Raw => char.len_utf8(),
                // An escape is ASCII.
                Shown::Debug(escape) => escape.len(),
                Shown::Unicode(escape) => escape.len(),
            };
            let Some(left) = room.checked_sub(length) else {
                return f.write_char('…');
            };
            room = left;
            match shown {
                Shown::Raw => f.write_char(char)?,
                Shown::Debug(escape) => write!(f, "{escape}")?,
                Shown::Unicode(escape) => write!(f, "{escape}")?,
            }
        }
        Ok(())
    }
}

/// How a character is written.
enum Shown {
    Raw,
    Debug(core::char::EscapeDebug),
    Unicode(core::char::EscapeUnicode),
}

impl Shown {
    fn new(char: char, in_quotes: bool) -> Self {
        match char {
            '\'' => Self::Raw,
            '"' if !in_quotes => Self::Raw,
            // Invisible, but not escaped by the standard library because Unicode classifies them as letters or
            // symbols: the Hangul fillers, the blank Braille pattern, the blanks of Egyptian hieroglyphs, and the
            // null notehead.
            '\u{115f}' | '\u{1160}' | '\u{2800}' | '\u{3164}' | '\u{ffa0}' | '\u{13441}'
            | '\u{13442}' | '\u{1d159}' => Self::Unicode(char.escape_unicode()),
            _ => {
                let escape = char.escape_debug();
                // The character itself, unescaped.
                if escape.len() == 1 {
                    Self::Raw
                } else {
                    Self::Debug(escape)
                }
            }
        }
    }
}

impl fmt::Debug for Escaped<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_char('"')?;
        self.write(f, true)?;
        f.write_char('"')
    }
}

impl fmt::Display for Escaped<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write(f, false)
    }
}
