//! Escapes untrusted text for single-line logs.

use core::fmt::{self, Write};

/// Shows untrusted text on one line, escaped and limited to a length.
///
/// These characters are shown as Rust escapes, such as `\n`: line breaks, control characters (so ANSI
/// escapes too), bidirectional controls, and all other characters that print nothing, but not the space.
/// A backslash is escaped too, so that the output is unambiguous. If the text is longer, `…` follows.
///
/// ```
/// use immersve_errors::Escaped;
///
/// assert_eq!(Escaped::new("KYC_REQUIRED\n200 OK", 64).to_string(), r"KYC_REQUIRED\n200 OK");
/// assert_eq!(Escaped::new("KYC_REQUIRED", 3).to_string(), "KYC…");
/// ```
///
/// `Display` shows the text like this. `Debug` adds quotes, and escapes each `"` in the text, so that no
/// text can close the quotes:
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

/// How much of a code is shown at most, in bytes.
const CODE_LIMIT: usize = 128;

/// How much of a reason or a field error is shown at most, in bytes.
#[cfg(feature = "response")]
const REASON_LIMIT: usize = 256;

impl<'a> Escaped<'a> {
    /// Shows at most `limit` bytes of a text. Bytes are counted after escaping, without quotes and `…`.
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

    /// Whether the output has no visible character. All blank characters but the space are escaped, so
    /// they are visible.
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

/// How a character is shown.
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
            // The standard library does not escape these, as Unicode counts them as letters or symbols.
            // They print nothing: the fillers of Hangul, the Braille pattern without dots, the blanks of
            // Egyptian hieroglyphs, and the musical note without a head.
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
