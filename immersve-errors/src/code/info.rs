//! One documented code, with its statuses, aliases, retry hint and description.

use core::str;

use crate::taxonomy::Retry;

/// One documented code, with its HTTP statuses, aliases, retry hint and description.
///
/// [`ImmersveErrorCode::CODES`](crate::ImmersveErrorCode::CODES) is a table of these, built by the derive. For a
/// manual implementation or a test, build one in a constant:
///
/// ```
/// use immersve_errors::{CodeInfo, Retry};
///
/// static PAYMENT_BRIDGE_ERROR: CodeInfo = CodeInfo::new("PAYMENT_BRIDGE_ERROR")
///     .with_description("The upstream provisioning service is down.")
///     .with_statuses(&[503])
///     .with_retry(Retry::Always);
///
/// assert_eq!(PAYMENT_BRIDGE_ERROR.code(), "PAYMENT_BRIDGE_ERROR");
/// assert_eq!(PAYMENT_BRIDGE_ERROR.statuses(), [503]);
/// assert_eq!(CodeInfo::new("KYC_REQUIRED").statuses(), [403]);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct CodeInfo {
    pub(crate) code: &'static str,
    pub(crate) description: &'static str,
    pub(crate) aliases: &'static [&'static str],
    /// Empty for 403 alone, the status of nearly all codes, whose entries then need no relocation.
    pub(crate) statuses: &'static [u16],
    pub(crate) retry: Option<Retry>,
    pub(crate) deprecated: Option<&'static str>,
}

impl CodeInfo {
    /// Creates a code with status 403 and without aliases, description or retry hint.
    #[must_use]
    pub const fn new(code: &'static str) -> Self {
        Self {
            code,
            description: "",
            aliases: &[],
            statuses: &[],
            retry: None,
            deprecated: None,
        }
    }

    /// Sets the description: the [`meaning`](Self::meaning), the [`remedy`](Self::remedy) and any details,
    /// separated by blank lines.
    ///
    /// Write each paragraph on one line, because line breaks are preserved.
    #[must_use]
    pub const fn with_description(mut self, description: &'static str) -> Self {
        self.description = description;
        self
    }

    /// Sets the aliases: other strings for the same code.
    #[must_use]
    pub const fn with_aliases(mut self, aliases: &'static [&'static str]) -> Self {
        self.aliases = aliases;
        self
    }

    /// Sets the HTTP statuses the code is documented under; an empty slice means 403.
    #[must_use]
    pub const fn with_statuses(mut self, statuses: &'static [u16]) -> Self {
        self.statuses = statuses;
        self
    }

    /// Sets the retry hint, which takes precedence over the verdict of an error status.
    #[must_use]
    pub const fn with_retry(mut self, retry: Retry) -> Self {
        self.retry = Some(retry);
        self
    }

    /// Marks the code as deprecated; `note` may be empty.
    #[must_use]
    pub const fn with_deprecated(mut self, note: &'static str) -> Self {
        self.deprecated = Some(note);
        self
    }

    /// The canonical code.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        self.code
    }

    /// Other strings for the same code, such as former names, in the order of declaration.
    #[must_use]
    pub const fn aliases(&self) -> &'static [&'static str] {
        self.aliases
    }

    /// The HTTP statuses the code is documented under; 403 by default.
    #[must_use]
    pub const fn statuses(&self) -> &'static [u16] {
        match self.statuses {
            [] => &[403],
            statuses => statuses,
        }
    }

    /// The documented retry hint; if `None`, the HTTP status decides.
    #[must_use]
    pub const fn retry(&self) -> Option<Retry> {
        self.retry
    }

    /// The variant's doc comment; empty if there is none.
    ///
    /// The first paragraph is the [`meaning`](Self::meaning), the second the [`remedy`](Self::remedy). The rest are
    /// details, such as what the API does not document.
    ///
    /// The derive joins the lines of each paragraph. It preserves the line breaks of lists, tables and code
    /// blocks, and of doc comments that contain a macro, such as `include_str!`.
    #[must_use]
    pub const fn description(&self) -> &'static str {
        self.description
    }

    /// What happened: the first paragraph of the [description](Self::description); empty if there is none.
    ///
    /// ```
    /// use immersve_errors::ImmersveErrorCode;
    ///
    /// #[derive(Debug, ImmersveErrorCode)]
    /// enum UploadErrorCode {
    ///     /// The file is larger than 10 MB.
    ///     ///
    ///     /// Upload a smaller file.
    ///     FileTooLarge,
    ///     /// The file has a type that is not accepted.
    ///     FileTypeInvalid,
    /// }
    ///
    /// let [too_large, bad_type] = UploadErrorCode::CODES else { panic!() };
    /// assert_eq!(too_large.meaning(), "The file is larger than 10 MB.");
    /// assert_eq!(too_large.remedy(), Some("Upload a smaller file."));
    /// assert_eq!(bad_type.meaning(), bad_type.description());
    /// assert_eq!(bad_type.remedy(), None);
    /// ```
    #[must_use]
    pub const fn meaning(&self) -> &'static str {
        split_paragraph(self.description).0
    }

    /// What to do about it: the second paragraph of the [description](Self::description), if any.
    ///
    /// A blank line outside a code block ends a paragraph.
    #[must_use]
    pub const fn remedy(&self) -> Option<&'static str> {
        match split_paragraph(self.description).1 {
            Some(rest) => Some(split_paragraph(rest).0),
            None => None,
        }
    }

    /// The note of the variant's `#[deprecated]`, empty without a note; `None` if the code is not deprecated.
    #[must_use]
    pub const fn deprecated(&self) -> Option<&'static str> {
        self.deprecated
    }

    /// Whether this is the code or an alias.
    #[cfg(any(feature = "response", feature = "endpoints", test))]
    pub(crate) fn is_called(&self, text: &str) -> bool {
        self.code == text || self.aliases().contains(&text)
    }
}

/// Splits off the first paragraph. Blank lines in a code block do not count.
const fn split_paragraph(text: &'static str) -> (&'static str, Option<&'static str>) {
    let text = text.trim_ascii();
    let mut rest = text.as_bytes();
    let mut fence: &[u8] = &[];
    while let [_, ..] = rest {
        let (line, tail) = split_line(rest);
        let line = line.trim_ascii();
        let marks = fence_marks(line);
        if !fence.is_empty() {
            let closes =
                marks.len() == line.len() && marks.len() >= fence.len() && marks[0] == fence[0];
            if closes {
                fence = &[];
            }
        } else if line.is_empty() {
            let first = text.as_bytes().split_at(text.len() - rest.len()).0;
            // A line feed is never part of another character, so both halves are valid.
            if let (Ok(first), Ok(rest)) = (str::from_utf8(first), str::from_utf8(rest)) {
                return (first.trim_ascii(), Some(rest.trim_ascii()));
            }
        } else {
            fence = marks;
        }
        rest = tail;
    }
    (text, None)
}

/// Splits off the first line.
const fn split_line(text: &[u8]) -> (&[u8], &[u8]) {
    let mut tail = text;
    while let [byte, after @ ..] = tail {
        if *byte == b'\n' {
            return (text.split_at(text.len() - tail.len()).0, after);
        }
        tail = after;
    }
    (text, tail)
}

/// The code fence at the start of a line: three or more backticks or tildes; empty if there is none.
const fn fence_marks(line: &[u8]) -> &[u8] {
    let [mark @ (b'`' | b'~'), ..] = line else {
        return &[];
    };
    let mut after = line;
    while let [byte, tail @ ..] = after {
        if *byte != *mark {
            break;
        }
        after = tail;
    }
    let marks = line.split_at(line.len() - after.len()).0;
    if marks.len() < 3 { &[] } else { marks }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blank_lines_end_the_meaning_and_the_remedy() {
        for (description, meaning, remedy) in [
            ("", "", None),
            ("One.", "One.", None),
            ("One.\nStill one.", "One.\nStill one.", None),
            ("One.\n\nTwo.", "One.", Some("Two.")),
            ("Ü—1.\n\nTwo – ½.", "Ü—1.", Some("Two – ½.")),
            ("One.\n\nTwo.\n\nThree.", "One.", Some("Two.")),
            ("One.\n\nÜ–2.\n\n\nThree.\n\nFour.", "One.", Some("Ü–2.")),
            ("\n\nOne.\n\n\n\nTwo.\n\n", "One.", Some("Two.")),
            ("One.\n\n", "One.", None),
            ("One.\r\n\r\nTwo.\r\n", "One.", Some("Two.")),
            ("One.\n \t\nTwo.", "One.", Some("Two.")),
            ("```\na\n\nb\n```\n\nTwo.", "```\na\n\nb\n```", Some("Two.")),
            (
                "````\n```\n\n~~~~\n\n````\n\nTwo.",
                "````\n```\n\n~~~~\n\n````",
                Some("Two."),
            ),
            (
                "One.\n\n~~~ text\na\n\nb\n~~~\n\nThree.",
                "One.",
                Some("~~~ text\na\n\nb\n~~~"),
            ),
            ("\n\n", "", None),
        ] {
            let info = CodeInfo::new("A").with_description(description);
            let found = (info.meaning(), info.remedy());
            assert_eq!(found, (meaning, remedy), "{description:?}");
        }
    }

    #[test]
    fn meaning_and_remedy_are_constants() {
        const INFO: CodeInfo = CodeInfo::new("A").with_description("One.\n\nTwo.");
        const TEXTS: (&str, Option<&str>) = (INFO.meaning(), INFO.remedy());
        assert_eq!(TEXTS, ("One.", Some("Two.")));
    }
}
