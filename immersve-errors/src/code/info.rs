//! One documented code: its text, statuses, aliases, retry hint and description.

use core::{
    fmt,
    hash::{Hash, Hasher},
    str,
};

use crate::{CodeDetails, Retry};

/// One documented code, with its HTTP statuses, aliases, retry hint and description.
///
/// [`ImmersveErrorCode::CODES`](crate::ImmersveErrorCode::CODES) is a table of these. The derive writes it. For
/// an implementation by hand, or for a test, build them in a constant:
///
/// ```
/// use immersve_errors::{CodeDetails, CodeInfo, Retry};
///
/// static PAYMENT_BRIDGE_ERROR: CodeInfo = CodeInfo::new("PAYMENT_BRIDGE_ERROR")
///     .with_description("The upstream provisioning service is down.")
///     .with_details(&CodeDetails::new().with_statuses(&[503]).with_retry(Retry::Always));
///
/// assert_eq!(PAYMENT_BRIDGE_ERROR.code(), "PAYMENT_BRIDGE_ERROR");
/// assert_eq!(PAYMENT_BRIDGE_ERROR.statuses(), [503]);
/// assert_eq!(CodeInfo::new("KYC_REQUIRED").statuses(), [403]);
/// ```
///
/// It is five words, and `Send`, `Sync` and `Copy`, as all its parts are constants. Two are equal if all that
/// they say is equal.
#[derive(Clone, Copy)]
pub struct CodeInfo {
    pub(crate) code: &'static str,
    pub(crate) description: &'static str,
    /// Elsewhere, so that the many codes without details take less than half of the space.
    pub(crate) details: Option<&'static CodeDetails>,
}

impl CodeInfo {
    /// A code that is documented under status 403, without aliases, description or retry hint.
    #[must_use]
    pub const fn new(code: &'static str) -> Self {
        Self {
            code,
            description: "",
            details: None,
        }
    }

    /// Sets the description: the [`meaning`](Self::meaning), then the [`remedy`](Self::remedy), then any
    /// details, with a blank line between paragraphs.
    ///
    /// The text is kept as it is, so write each paragraph on one line.
    #[must_use]
    pub const fn with_description(mut self, description: &'static str) -> Self {
        self.description = description;
        self
    }

    /// Sets what else is documented: aliases, statuses, a retry hint, a deprecation.
    ///
    /// In a constant or a static, `&CodeDetails::new()` and what is set on it is a constant too. In a function,
    /// write `const { &CodeDetails::new() }`.
    #[must_use]
    pub const fn with_details(mut self, details: &'static CodeDetails) -> Self {
        self.details = Some(details);
        self
    }

    /// The canonical code.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        self.code
    }

    /// Other texts that mean the same code, in the order of declaration.
    #[must_use]
    pub const fn aliases(&self) -> &'static [&'static str] {
        self.details().aliases
    }

    /// The HTTP statuses that the code is documented under; 403 if no others are set.
    #[must_use]
    pub const fn statuses(&self) -> &'static [u16] {
        match self.details().statuses {
            [] => &[403],
            statuses => statuses,
        }
    }

    /// The documented retry hint; `None` leaves it to the HTTP status.
    #[must_use]
    pub const fn retry(&self) -> Option<Retry> {
        self.details().retry
    }

    /// The text of the variant's doc comment; empty if there is none.
    ///
    /// Its first paragraph is the [`meaning`](Self::meaning), the second is the [`remedy`](Self::remedy).
    /// Further paragraphs have details, such as what the API does not document.
    /// The derive puts each paragraph on one line. Lists, tables and code blocks keep their lines, and so does
    /// a comment that is written in part by a macro, such as `include_str!`.
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

    /// What to do about it: the second paragraph of the [description](Self::description); `None` if there is
    /// none.
    ///
    /// A blank line ends a paragraph.
    #[must_use]
    pub const fn remedy(&self) -> Option<&'static str> {
        match split_paragraph(self.description).1 {
            Some(rest) => Some(split_paragraph(rest).0),
            None => None,
        }
    }

    /// The note of the variant's `#[deprecated]`; empty if the attribute has no note, `None` if the code is not
    /// deprecated.
    #[must_use]
    pub const fn deprecated(&self) -> Option<&'static str> {
        self.details().deprecated
    }

    const fn details(&self) -> &'static CodeDetails {
        match self.details {
            Some(details) => details,
            None => const { &CodeDetails::new() },
        }
    }

    /// All that it says.
    fn all(&self) -> (&'static str, &'static str, &'static CodeDetails) {
        (self.code, self.description, self.details())
    }

    /// Whether the code or one of the aliases is exactly this text.
    #[cfg(any(feature = "response", feature = "endpoints"))]
    pub(crate) fn is_called(&self, text: &str) -> bool {
        self.code == text || self.aliases().contains(&text)
    }
}

impl PartialEq for CodeInfo {
    fn eq(&self, other: &Self) -> bool {
        self.all() == other.all()
    }
}

impl Eq for CodeInfo {}

impl Hash for CodeInfo {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.all().hash(state);
    }
}

#[expect(
    clippy::missing_fields_in_debug,
    reason = "the details are shown one by one"
)]
impl fmt::Debug for CodeInfo {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CodeInfo")
            .field("code", &self.code)
            .field("description", &self.description)
            .field("aliases", &self.aliases())
            .field("statuses", &self.statuses())
            .field("retry", &self.retry())
            .field("deprecated", &self.deprecated())
            .finish()
    }
}

/// The first paragraph of a text, and the paragraphs that follow it.
const fn split_paragraph(text: &'static str) -> (&'static str, Option<&'static str>) {
    let text = text.trim_ascii();
    let mut rest = text.as_bytes();
    while let [_, tail @ ..] = rest {
        if let [b'\n', b'\n', ..] = rest {
            let first = text.as_bytes().split_at(text.len() - rest.len()).0;
            // A line feed is never a part of another character, so both are valid.
            if let (Ok(first), Ok(rest)) = (str::from_utf8(first), str::from_utf8(rest)) {
                return (first, Some(rest.trim_ascii()));
            }
        }
        rest = tail;
    }
    (text, None)
}

#[cfg(test)]
mod tests {
    extern crate std;

    use core::hash::{BuildHasher as _, BuildHasherDefault};
    use std::{format, hash::DefaultHasher};

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
            ("\n\n", "", None),
        ] {
            let info = CodeInfo::new("A").with_description(description);
            let found = (info.meaning(), info.remedy());
            assert_eq!(found, (meaning, remedy), "{description:?}");
        }
    }

    // There are hundreds in a program, so a word more is some kilobytes.
    #[test]
    fn an_entry_is_five_words() {
        assert_eq!(size_of::<CodeInfo>(), 5 * size_of::<usize>());
    }

    #[test]
    fn details_that_say_nothing_are_none() {
        static NOTHING: CodeDetails = CodeDetails::new();
        let hash = |info: CodeInfo| BuildHasherDefault::<DefaultHasher>::default().hash_one(info);
        let (without, with) = (
            CodeInfo::new("A"),
            CodeInfo::new("A").with_details(&NOTHING),
        );
        assert_eq!(without, with);
        assert_eq!(hash(without), hash(with));
        for other in [
            CodeInfo::new("B"),
            CodeInfo::new("A").with_description("One."),
            CodeInfo::new("A").with_details(const { &CodeDetails::new().with_aliases(&["B"]) }),
            CodeInfo::new("A").with_details(const { &CodeDetails::new().with_statuses(&[400]) }),
            CodeInfo::new("A").with_details(const { &CodeDetails::new().with_retry(Retry::Never) }),
            CodeInfo::new("A").with_details(const { &CodeDetails::new().with_deprecated("") }),
        ] {
            assert_ne!(other, without);
            assert_ne!(hash(other), hash(without));
        }
    }

    #[test]
    fn debug_shows_all_that_is_said() {
        const INFO: CodeInfo = CodeInfo::new("A").with_details(
            &CodeDetails::new()
                .with_aliases(&["B"])
                .with_retry(Retry::Never)
                .with_deprecated("gone"),
        );
        assert_eq!(
            format!("{INFO:?}"),
            r#"CodeInfo { code: "A", description: "", aliases: ["B"], statuses: [403], retry: Some(Never), deprecated: Some("gone") }"#
        );
    }

    #[test]
    fn meaning_and_remedy_are_constants() {
        const INFO: CodeInfo = CodeInfo::new("A").with_description("One.\n\nTwo.");
        const TEXTS: (&str, Option<&str>) = (INFO.meaning(), INFO.remedy());
        assert_eq!(TEXTS, ("One.", Some("Two.")));
    }
}
