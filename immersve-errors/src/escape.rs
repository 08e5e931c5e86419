//! Text from outside, made safe for one line of a log.

use core::fmt::{self, Write};

/// A text from outside, shown on one line of bounded length.
///
/// Line breaks, control characters, ANSI escapes, bidirectional controls and every other character that
/// leaves no ink, but the space, come out as Rust escapes; a backslash does too, so that the output is
/// unambiguous. What was cut is marked with `…`.
///
/// ```
/// use immersve_errors::Escaped;
///
/// assert_eq!(Escaped::new("KYC_REQUIRED\n200 OK", 64).to_string(), r"KYC_REQUIRED\n200 OK");
/// assert_eq!(Escaped::new("KYC_REQUIRED", 3).to_string(), "KYC…");
/// ```
///
/// `Display` shows the text as it is described here. `Debug` shows it in quotes, with each `"` escaped, so
/// that no text can close them:
///
/// ```
/// # use immersve_errors::Escaped;
/// assert_eq!(format!("{:?}", Escaped::new(r#"fine") "#, 64)), r#""fine\") ""#);
/// ```
///
/// `Send`, `Sync` and `Copy`.
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

    /// Whether nothing would be seen of it. Any blank character but the space is escaped.
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
            // Letters and symbols to the standard library, which escapes what is blank by category: the
            // fillers of Hangul, the Braille pattern without dots, the blanks of Egyptian hieroglyphs,
            // and the musical note without a head.
            '\u{115f}' | '\u{1160}' | '\u{2800}' | '\u{3164}' | '\u{ffa0}' | '\u{13441}'
            | '\u{13442}' | '\u{1d159}' => Self::Unicode(char.escape_unicode()),
            _ => {
                let escape = char.escape_debug();
                // Shown as it is.
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
