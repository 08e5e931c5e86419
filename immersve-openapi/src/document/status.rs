//! The key of a response: one status, a class of statuses, or all other statuses.

use std::fmt;

/// The key of a response in an OpenAPI document: `403`, `4XX` or `default`.
///
/// ```
/// use immersve_openapi::StatusPattern;
///
/// assert!(StatusPattern::Exact(403).covers(403));
/// assert!(StatusPattern::Class(4).covers(403));
/// assert!(StatusPattern::Default.covers(403));
/// assert_eq!(StatusPattern::Class(4).to_string(), "4XX");
/// ```
///
/// `Display` is the key itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum StatusPattern {
    /// One status.
    Exact(u16),
    /// All statuses with this first digit: `Class(4)` is `4XX`.
    Class(u8),
    /// All statuses without a response of their own, `default`.
    Default,
}

impl StatusPattern {
    /// The pattern of a key; `None` for another key.
    pub(crate) fn parse(key: &str) -> Option<Self> {
        if key == "default" {
            return Some(Self::Default);
        }
        let [class @ b'1'..=b'5', rest @ ..] = key.as_bytes() else {
            return None;
        };
        match rest {
            b"XX" | b"xx" => Some(Self::Class(class - b'0')),
            [b'0'..=b'9', b'0'..=b'9'] => key.parse().ok().map(Self::Exact),
            _ => None,
        }
    }

    /// Whether it matches this status. `Default` matches every status.
    #[must_use]
    pub fn covers(self, status: u16) -> bool {
        match self {
            Self::Exact(exact) => exact == status,
            Self::Class(class) => status / 100 == u16::from(class),
            Self::Default => true,
        }
    }

    /// Whether an error may be meant.
    pub(crate) const fn may_be_error(self) -> bool {
        match self {
            Self::Exact(status) => status >= 400,
            Self::Class(class) => class >= 4,
            Self::Default => true,
        }
    }
}

impl fmt::Display for StatusPattern {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Exact(status) => write!(f, "{status}"),
            Self::Class(class) => write!(f, "{class}XX"),
            Self::Default => f.write_str("default"),
        }
    }
}

impl serde::Serialize for StatusPattern {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Exact(status) => serializer.serialize_u16(*status),
            _ => serializer.collect_str(self),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::StatusPattern;

    #[test]
    fn only_keys_of_statuses_are_read() {
        for (key, pattern) in [
            ("403", StatusPattern::Exact(403)),
            ("599", StatusPattern::Exact(599)),
            ("5XX", StatusPattern::Class(5)),
            ("default", StatusPattern::Default),
        ] {
            assert_eq!(StatusPattern::parse(key), Some(pattern));
            assert_eq!(pattern.to_string(), key);
        }
        for key in [
            "", "40", "4030", "40X", "X03", "600", "099", "+403", "٤٠٣", "Default",
        ] {
            assert_eq!(StatusPattern::parse(key), None, "{key}");
        }
    }
}
