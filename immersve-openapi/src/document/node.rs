//! The content of one file, as a tree in which every value knows its line.

use std::{rc::Rc, sync::Arc};

use indexmap::{Equivalent, IndexMap};

/// A value and the line it stands on, counted from 1; in a map that is the line of its key.
///
/// A clone shares what is in it, so that an alias costs as little as any other value.
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
    List(Rc<[Node]>),
    Map(Rc<Map>),
}

#[derive(Clone)]
pub(crate) struct Text {
    pub(crate) text: Arc<str>,
    /// Where the text begins, if it stands in the file line by line: in a literal block of YAML.
    pub(crate) first_line: Option<u32>,
}

/// A map, in the order of the file.
pub(crate) type Map = IndexMap<Key, Node>;

/// A key as it is written, and whether it is a string.
///
/// To YAML `400` and `"400"` are two keys, as the one is a number. To OpenAPI they are the same, so
/// both are found by their text.
#[derive(Clone, PartialEq, Eq, Hash)]
pub(crate) struct Key {
    pub(crate) text: Arc<str>,
    pub(crate) string: bool,
}

/// A key to look for. Its hash is that of the [`Key`] with the same fields.
#[derive(Hash)]
struct Wanted<'a> {
    text: &'a str,
    string: bool,
}

impl Equivalent<Key> for Wanted<'_> {
    fn equivalent(&self, key: &Key) -> bool {
        self.string == key.string && *self.text == *key.text
    }
}

impl Node {
    /// The value under a key, which is a place in a list; a string goes before a number.
    pub(crate) fn get(&self, key: &str) -> Option<&Self> {
        match &self.content {
            Content::Map(map) => [true, false]
                .into_iter()
                .find_map(|string| map.get(&Wanted { text: key, string })),
            Content::List(list) => list.get(key.parse::<usize>().ok()?),
            Content::Null | Content::Text(_) => None,
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
