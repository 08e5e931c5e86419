//! The content of one file, as a tree of values with their lines.

use std::{borrow::Cow, rc::Rc, sync::Arc};

use indexmap::{Equivalent, IndexMap};

/// A value and its line, counted from 1. For a value in a map, that is the line of its key.
///
/// A clone shares the content, so that an alias needs no more memory than another value.
#[derive(Clone)]
pub(crate) struct Node {
    pub(crate) line: u64,
    pub(crate) content: Content,
}

#[derive(Clone)]
pub(crate) enum Content {
    Null,
    /// Every other scalar, as it is written.
    Text(Text),
    /// A scalar with a tag of an application, such as `!include x.md`. Nothing in a document runs, so what it stands
    /// for is not known. Has the tag.
    Foreign(Arc<str>),
    List(Rc<[Node]>),
    Map(Rc<Map>),
}

#[derive(Clone)]
pub(crate) struct Text {
    pub(crate) text: Arc<str>,
    /// The line where the text begins, if it is a literal block of YAML, in which lines stay lines.
    pub(crate) first_line: Option<u32>,
}

/// A map, in the order of the file.
pub(crate) type Map = IndexMap<MapKey, Node>;

/// A key as it is written, and whether it is a string.
///
/// For YAML `400` and `"400"` are two keys: one is a number. For OpenAPI they are the same, so both are found by
/// their text.
#[derive(Clone, PartialEq, Eq, Hash)]
pub(crate) struct MapKey {
    pub(crate) text: Arc<str>,
    pub(crate) string: bool,
}

/// A key to look for. Its hash is that of the [`MapKey`] with the same fields.
#[derive(Hash)]
struct Wanted<'a> {
    text: &'a str,
    string: bool,
}

impl Equivalent<MapKey> for Wanted<'_> {
    fn equivalent(&self, key: &MapKey) -> bool {
        self.string == key.string && *self.text == *key.text
    }
}

impl Node {
    /// The value of a key, or of an index in a list. If a key is there as a string and as a number, the string wins.
    pub(crate) fn get(&self, key: &str) -> Option<&Self> {
        match &self.content {
            Content::Map(map) => [true, false]
                .into_iter()
                .find_map(|string| map.get(&Wanted { text: key, string })),
            Content::List(list) => list.get(key.parse::<usize>().ok()?),
            Content::Null | Content::Text(_) | Content::Foreign(_) => None,
        }
    }

    pub(crate) fn text(&self) -> Option<&Arc<str>> {
        match &self.content {
            Content::Text(text) => Some(&text.text),
            _ => None,
        }
    }

    pub(crate) fn map(&self) -> Option<&Map> {
        match &self.content {
            Content::Map(map) => Some(map),
            _ => None,
        }
    }

    pub(crate) fn has_entries(&self) -> bool {
        self.map().is_some_and(|map| !map.is_empty())
    }

    /// What the value is, in words for a message.
    pub(crate) fn noun(&self) -> Cow<'static, str> {
        match &self.content {
            Content::Null => "nothing".into(),
            Content::Text(_) => "a scalar".into(),
            Content::Foreign(tag) => format!("a value with the tag `{tag}`").into(),
            Content::List(_) => "a list".into(),
            Content::Map(_) => "a map".into(),
        }
    }
}
