//! The content of one file, as a tree in which every value knows its line.

use std::fmt;

use indexmap::IndexMap;
use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_saphyr::{
    Error, MessageFormatter as _, NonFiniteFloatPolicy, Options, Spanned, UserMessageFormatter,
    budget, options,
};

/// How deep values may nest. With this many levels the recursive reader needs a third of
/// [`STACK`](super::document::STACK) in a debug build.
const DEPTH: usize = 128;

/// How many values an alias may repeat over a whole file.
const REPLAYED: usize = 200_000;

/// How many values a document may have.
pub(crate) const NODES: usize = 2_000_000;

/// How much text counts as one more value, in bytes.
const LONG: usize = 64;

/// A value and the line it stands on, counted from 1; in a map that is the line of its key.
pub(crate) struct Node {
    pub(crate) line: u64,
    pub(crate) content: Content,
}

pub(crate) enum Content {
    Null,
    /// Every other scalar, as text.
    Text(Box<str>),
    List(Vec<Node>),
    Map(IndexMap<Box<str>, Node>),
}

/// Why a text is no tree.
pub(crate) struct Fault {
    pub(crate) line: Option<u64>,
    pub(crate) column: Option<u64>,
    pub(crate) message: String,
}

impl Node {
    /// Reads YAML or JSON, as the one contains the other.
    pub(crate) fn parse(text: &str) -> Result<Self, Fault> {
        serde_saphyr::from_str_with_options(text, limits()).map_err(|error| Fault::new(&error))
    }

    pub(crate) fn get(&self, key: &str) -> Option<&Self> {
        match &self.content {
            Content::Map(map) => map.get(key),
            Content::List(list) => list.get(key.parse::<usize>().ok()?),
            Content::Null | Content::Text(_) => None,
        }
    }

    pub(crate) fn text(&self) -> Option<&str> {
        match &self.content {
            Content::Text(text) => Some(text),
            _ => None,
        }
    }

    pub(crate) const fn map(&self) -> Option<&IndexMap<Box<str>, Self>> {
        match &self.content {
            Content::Map(map) => Some(map),
            _ => None,
        }
    }

    /// The number of values in it, itself included. Long texts count as several.
    pub(crate) fn size(&self) -> usize {
        1 + match &self.content {
            Content::Null => 0,
            Content::Text(text) => text.len() / LONG,
            Content::List(list) => list.iter().map(Self::size).sum(),
            Content::Map(map) => map
                .iter()
                .map(|(key, node)| key.len() / LONG + node.size())
                .sum(),
        }
    }

    /// What it is, for a message.
    pub(crate) const fn noun(&self) -> &'static str {
        match self.content {
            Content::Null => "nothing",
            Content::Text(_) => "a scalar",
            Content::List(_) => "a list",
            Content::Map(_) => "a map",
        }
    }
}

fn limits() -> Options {
    let mut options = options! {
        budget: budget! {
            max_depth: DEPTH,
            flow_nesting_limit: DEPTH,
            max_events: 2 * NODES,
            max_nodes: NODES,
            max_recorded_anchor_events: REPLAYED,
        },
        non_finite_float_policy: NonFiniteFloatPolicy::AsString,
        with_snippet: false,
    };
    options.alias_limits.max_total_replayed_events = REPLAYED;
    options
}

impl Fault {
    fn new(error: &Error) -> Self {
        let place = error.location();
        let mut cause = error;
        while let Error::AliasError { error, .. } = cause {
            cause = error;
        }
        Self {
            line: place.map(|place| place.line()),
            column: place.map(|place| place.column()),
            message: UserMessageFormatter.format_message(cause).into_owned(),
        }
    }
}

impl<'de> Deserialize<'de> for Node {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let Spanned { value, defined, .. } = Spanned::deserialize(deserializer)?;
        Ok(Self {
            line: defined.line(),
            content: value,
        })
    }
}

impl<'de> Deserialize<'de> for Content {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Tree)
    }
}

struct Tree;

impl<'de> Visitor<'de> for Tree {
    type Value = Content;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_bool<E>(self, value: bool) -> Result<Content, E> {
        Ok(text(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Content, E> {
        Ok(text(value))
    }

    fn visit_i128<E>(self, value: i128) -> Result<Content, E> {
        Ok(text(value))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Content, E> {
        Ok(text(value))
    }

    fn visit_u128<E>(self, value: u128) -> Result<Content, E> {
        Ok(text(value))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Content, E> {
        Ok(text(value))
    }

    fn visit_str<E>(self, value: &str) -> Result<Content, E> {
        Ok(Content::Text(value.into()))
    }

    fn visit_string<E>(self, value: String) -> Result<Content, E> {
        Ok(Content::Text(value.into()))
    }

    fn visit_bytes<E>(self, _: &[u8]) -> Result<Content, E> {
        Ok(Content::Null)
    }

    fn visit_unit<E>(self) -> Result<Content, E> {
        Ok(Content::Null)
    }

    fn visit_none<E>(self) -> Result<Content, E> {
        Ok(Content::Null)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut values: A) -> Result<Content, A::Error> {
        let mut list = Vec::new();
        while let Some(node) = values.next_element()? {
            list.push(node);
        }
        Ok(Content::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Content, A::Error> {
        let mut map = IndexMap::new();
        while let Some(key) = entries.next_key::<Spanned<Box<str>>>()? {
            let mut node: Node = entries.next_value()?;
            node.line = key.defined.line();
            map.insert(key.value, node);
        }
        Ok(Content::Map(map))
    }
}

fn text(value: impl fmt::Display) -> Content {
    Content::Text(value.to_string().into())
}

#[cfg(test)]
mod tests {
    use super::{Content, Node};

    fn parse(text: &str) -> Node {
        Node::parse(text).unwrap_or_else(|fault| panic!("{}", fault.message))
    }

    #[test]
    fn values_know_their_lines_and_keys_keep_their_spelling() {
        let node = parse("a:\n  403: x\n  \"0400\":\n    - y\n    - z\n");
        let a = node.get("a").unwrap();
        assert_eq!(a.line, 1);
        assert_eq!(a.get("403").unwrap().line, 2);
        let list = a.get("0400").unwrap();
        assert_eq!(list.line, 3);
        assert_eq!(list.get("1").unwrap().text(), Some("z"));
        assert_eq!(list.get("1").unwrap().line, 5);
        assert_eq!(node.size(), 6);
    }

    #[test]
    fn json_is_read_with_tabs_and_surrogate_pairs() {
        let node = parse("{\n\t\"a\": \"\\ud83d\\ude00\",\n\t\"b\": [1, 2.5, true, null]\n}");
        assert_eq!(node.get("a").unwrap().text(), Some("😀"));
        let list = node.get("b").unwrap();
        assert_eq!(list.line, 3);
        let texts: Vec<_> = (0..4)
            .map(|at: usize| list.get(&at.to_string()).unwrap().text())
            .collect();
        assert_eq!(texts, [Some("1"), Some("2.5"), Some("true"), None]);
    }

    #[test]
    fn numbers_of_any_size_do_not_stop_the_reader() {
        for text in [
            ".nan",
            "-.inf",
            "1e999",
            "340282366920938463463374607431768211456",
        ] {
            assert!(matches!(parse(text).content, Content::Text(_)), "{text}");
        }
    }

    #[test]
    fn a_fault_has_a_place_and_one_line_of_words() {
        for (text, line) in [
            ("a: 1\nb: [1, 2\nc: 3\n", 3),
            ("a:\n\tb: 2\n", 2),
            ("a: 1\nb: 2\na: 3\n", 3),
            ("a: 1\n---\nb: 2\n", 3),
            ("a: *nowhere\n", 1),
        ] {
            let fault = Node::parse(text).err().unwrap();
            assert_eq!(fault.line, Some(line), "{text:?}: {}", fault.message);
            assert!(!fault.message.contains('\n'), "{}", fault.message);
            assert!(!fault.message.contains("line"), "{}", fault.message);
        }
    }
}
