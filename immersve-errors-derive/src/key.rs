//! The keys of `#[immersve(...)]`: one table that drives reading, key lists and suggestions.

use crate::suggest;

/// All keys. The lists in the diagnostics have the same order.
pub(crate) static KEYS: [Key; 9] = [
    Key {
        name: "operation",
        place: Place::Enum,
        kind: Kind::Text,
        usage: "operation = \"create-card\"",
        many: false,
        lookalikes: &["op", "operation_id", "endpoint", "id"],
    },
    Key {
        name: "crate",
        place: Place::Enum,
        kind: Kind::Path,
        usage: "crate = my_sdk::immersve_errors",
        many: false,
        lookalikes: &["krate", "path", "crate_path", "root"],
    },
    Key {
        name: "no_display",
        place: Place::Enum,
        kind: Kind::Flag,
        usage: "no_display",
        many: false,
        lookalikes: &["skip_display", "no_error", "no_fmt"],
    },
    Key {
        name: "code",
        place: Place::Variant,
        kind: Kind::Text,
        usage: "code = \"CARD_NOT_FOUND\"",
        many: false,
        lookalikes: &["rename", "name", "error_code", "value", "serialize"],
    },
    Key {
        name: "alias",
        place: Place::Variant,
        kind: Kind::Text,
        usage: "alias = \"CARD_MISSING\"",
        many: true,
        lookalikes: &["also", "old", "formerly", "other_name"],
    },
    Key {
        name: "status",
        place: Place::Variant,
        kind: Kind::Status,
        usage: "status = 403",
        many: true,
        lookalikes: &["http", "http_status", "status_code"],
    },
    Key {
        name: "retry",
        place: Place::Variant,
        kind: Kind::Retry,
        usage: "retry = \"always\"",
        many: false,
        lookalikes: &["retriable", "retryable", "can_retry"],
    },
    Key {
        name: "embed",
        place: Place::Variant,
        kind: Kind::Flag,
        usage: "embed",
        many: false,
        lookalikes: &["flatten", "transparent", "nested", "from", "include"],
    },
    Key {
        name: "unknown",
        place: Place::Variant,
        kind: Kind::Flag,
        usage: "unknown",
        many: false,
        lookalikes: &["other", "untagged", "default", "fallback", "catch_all"],
    },
];

pub(crate) struct Key {
    pub(crate) name: &'static str,
    pub(crate) place: Place,
    pub(crate) kind: Kind,
    pub(crate) usage: &'static str,
    pub(crate) many: bool,
    /// Other names that people may write for this key. Spelling mistakes need not be listed.
    lookalikes: &'static [&'static str],
}

#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Place {
    Enum,
    Variant,
}

#[derive(Clone, Copy)]
pub(crate) enum Kind {
    Flag,
    Text,
    Status,
    Retry,
    Path,
}

impl Key {
    /// Whether it marks a variant that has a field, and so no code of its own.
    pub(crate) fn is_mark(&self) -> bool {
        matches!(self.name, "embed" | "unknown")
    }

    /// Whether one variant may have both.
    pub(crate) fn may_stand_beside(&self, other: &Self) -> bool {
        self.is_mark() == other.is_mark()
    }
}

impl Place {
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

    pub(crate) fn keys(self) -> impl Iterator<Item = &'static Key> {
        KEYS.iter().filter(move |key| key.place == self)
    }
}

/// The keys of the enum or of a variant, as the second line of a message.
pub(crate) fn help(place: Place) -> String {
    let keys: Vec<_> = place.keys().map(|key| format!("`{}`", key.name)).collect();
    format!(
        "\n  = help: {} takes {}",
        place.name(),
        enumerate(&keys, "and")
    )
}

/// `a, b and c`.
pub(crate) fn enumerate(words: &[String], and: &str) -> String {
    match words {
        [words @ .., last] if !words.is_empty() => format!("{} {and} {last}", words.join(", ")),
        _ => words.concat(),
    }
}

/// The key that was probably meant by `name`.
pub(crate) fn suggestion(name: &str, place: Place) -> Option<&'static Key> {
    let lookalike = place
        .keys()
        .find(|key| key.lookalikes.contains(&suggest::snake(name).as_str()));
    lookalike.or_else(|| {
        let near = suggest::nearest(name, place.keys().map(|key| key.name))?;
        place.keys().find(|key| key.name == near)
    })
}

#[cfg(test)]
mod tests {
    use super::enumerate;

    #[test]
    fn a_list_of_words_ends_with_and() {
        let words = ["a", "b", "c"].map(String::from);
        assert_eq!(enumerate(&words, "and"), "a, b and c");
        assert_eq!(enumerate(&words[1..], "or"), "b or c");
        assert_eq!(enumerate(&words[2..], "or"), "c");
    }
}
