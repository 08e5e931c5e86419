//! The keys of `#[immersve(...)]`, their lookalikes, and which may be combined.

use crate::suggest;

/// In the order of the lists in diagnostics.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Key {
    Operation,
    Crate,
    NoDisplay,
    Ignore,
    Code,
    Alias,
    Status,
    Retry,
    Embed,
    Unknown,
}

/// What an attribute is on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Target {
    Enum,
    Variant,
}

impl Key {
    const ALL: [Self; 10] = [
        Self::Operation,
        Self::Crate,
        Self::NoDisplay,
        Self::Ignore,
        Self::Code,
        Self::Alias,
        Self::Status,
        Self::Retry,
        Self::Embed,
        Self::Unknown,
    ];

    /// Its name, then its lookalikes. Misspellings are found without being listed.
    fn words(self) -> impl Iterator<Item = &'static str> {
        let words = match self {
            Self::Operation => "operation op operation_id endpoint id",
            Self::Crate => "crate krate path crate_path root",
            Self::NoDisplay => "no_display skip_display no_error no_fmt",
            Self::Ignore => "ignore allow skip",
            Self::Code => "code rename name error_code value serialize to_string text",
            Self::Alias => "alias also aka old formerly other_name",
            Self::Status => "status http http_status http_code status_code",
            Self::Retry => "retry retriable retryable retries can_retry never if_idempotent always",
            Self::Embed => "embed embedded flatten transparent nested from include extend extends",
            Self::Unknown => "unknown other untagged default fallback catch_all",
        };
        words.split(' ')
    }

    pub(crate) fn name(self) -> &'static str {
        self.words().next().unwrap_or_default()
    }

    pub(crate) fn target(self) -> Target {
        match self {
            Self::Operation | Self::Crate | Self::NoDisplay | Self::Ignore => Target::Enum,
            _ => Target::Variant,
        }
    }

    pub(crate) fn example(self) -> String {
        let value = match self {
            Self::Operation => "\"create-card\"",
            Self::Crate => "my_sdk::immersve_errors",
            Self::Ignore => "\"serde\"",
            Self::Code => "\"CARD_NOT_FOUND\"",
            Self::Alias => "\"CARD_MISSING\"",
            Self::Status => "403",
            Self::Retry => "\"always\"",
            Self::NoDisplay | Self::Embed | Self::Unknown => return self.name().to_owned(),
        };
        format!("{} = {value}", self.name())
    }

    pub(crate) fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|key| key.name() == name)
    }

    pub(crate) fn may_repeat(self) -> bool {
        matches!(self, Self::Ignore | Self::Alias | Self::Status)
    }

    /// Whether it marks a variant with a field, which has no code of its own.
    fn is_mark(self) -> bool {
        matches!(self, Self::Embed | Self::Unknown)
    }

    /// Whether the keys cannot be combined: a code and the mark of a field.
    pub(crate) fn excludes(self, other: Self) -> bool {
        self.is_mark() != other.is_mark()
    }

    /// The key that `name` probably means on this target.
    pub(crate) fn meant_by(name: &str, target: Target) -> Option<Self> {
        let word = suggest::snake(name);
        let lookalike = target
            .keys()
            .find(|key| key.words().any(|known| known == word));
        lookalike
            .or_else(|| suggest::nearest(name, target.keys().map(Self::name)).and_then(Self::named))
    }
}

impl Target {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Enum => "the enum",
            Self::Variant => "a variant",
        }
    }

    pub(crate) fn other(self) -> Self {
        match self {
            Self::Enum => Self::Variant,
            Self::Variant => Self::Enum,
        }
    }

    /// Advice for a word that has no key.
    pub(crate) fn advice(self, word: &str) -> Option<&'static str> {
        match (self, word) {
            (Self::Enum, "rename_all" | "serialize_all") => {
                Some("remove it; codes are in `SCREAMING_SNAKE_CASE` unless a variant has a `code`")
            }
            (_, "description" | "doc" | "message") => Some("write a doc comment"),
            (_, "deprecated") => Some("write the attribute `#[deprecated]`"),
            _ => None,
        }
    }

    fn keys(self) -> impl Iterator<Item = Key> {
        Key::ALL.into_iter().filter(move |key| key.target() == self)
    }

    /// A help line that lists its keys.
    pub(crate) fn help(self) -> String {
        let keys: Vec<_> = self.keys().map(|key| format!("`{}`", key.name())).collect();
        format!(
            "\n  = help: {} takes {}",
            self.name(),
            enumerate(&keys, "and")
        )
    }
}

/// `a, b and c`.
pub(crate) fn enumerate(words: &[String], and: &str) -> String {
    match words {
        [words @ .., last] if !words.is_empty() => format!("{} {and} {last}", words.join(", ")),
        _ => words.concat(),
    }
}

#[cfg(test)]
mod tests {
    use super::{Key, enumerate};

    #[test]
    fn every_key_has_its_name() {
        for key in Key::ALL {
            assert_eq!(Key::named(key.name()), Some(key));
        }
    }

    #[test]
    fn a_list_of_words_ends_with_and() {
        let words = ["a", "b", "c"].map(String::from);
        assert_eq!(enumerate(&words, "and"), "a, b and c");
        assert_eq!(enumerate(&words[1..], "or"), "b or c");
        assert_eq!(enumerate(&words[2..], "or"), "c");
    }
}
