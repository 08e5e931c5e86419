//! Builds the tree of a file from the events of the YAML parser, within the limits.

use std::{collections::HashMap, rc::Rc, sync::Arc};

use granit_parser::{Event, ScalarStyle, Tag};

use super::{ANCHOR, DEPTH, NODES, too_deep};
use crate::document::node::{Content, Map, MapKey, Node, Text};

/// Builds a tree from the events of the parser.
pub(super) struct Builder<'n> {
    nodes_left: &'n mut usize,
    /// The lists and maps that have begun, outermost first.
    open: Vec<OpenCollection>,
    /// The value of each anchor, and its depth. A value that is not complete yet is not in the map.
    anchors: HashMap<usize, (Content, usize)>,
    documents: usize,
    root: Option<Node>,
}

/// A list or map that has begun.
struct OpenCollection {
    line: u64,
    anchor: usize,
    /// The depth of the deepest of its values.
    height: usize,
    kind: Kind,
}

enum Kind {
    List(Vec<Node>),
    Map {
        map: Map,
        pending: Option<Pending>,
        merged: Vec<Content>,
    },
}

/// A key that waits for its value.
struct Pending {
    line: u64,
    name: Name,
}

enum Name {
    Key(MapKey),
    /// `<<`: the entries of the value become entries of the map.
    Merge,
    /// A list or a map, which is no key of an OpenAPI document.
    Other,
}

impl<'n> Builder<'n> {
    pub(super) fn new(nodes_left: &'n mut usize) -> Self {
        Self {
            nodes_left,
            open: Vec::new(),
            anchors: HashMap::new(),
            documents: 0,
            root: None,
        }
    }

    /// The tree, if there was any value.
    pub(super) fn root(self) -> Option<Node> {
        self.root
    }

    pub(super) fn event(&mut self, event: Event<'_>, first_line: usize) -> Result<(), String> {
        let line = u64::try_from(first_line).unwrap_or(u64::MAX);
        match event {
            Event::DocumentStart(..) => {
                self.documents += 1;
                if self.documents > 1 {
                    return Err("more than one document in one file".into());
                }
                Ok(())
            }
            Event::Scalar(text, style, anchor, tag) => {
                self.count(1)?;
                let plain = style == ScalarStyle::Plain;
                let value = scalar(&text, style, tag.as_deref(), first_line);
                self.anchor(anchor, &value, 0)?;
                self.value(line, value, 0, plain && tag.is_none())
            }
            Event::SequenceStart(_, anchor, _) => self.begin(line, anchor, Kind::List(Vec::new())),
            Event::MappingStart(_, anchor, _) => {
                let kind = Kind::Map {
                    map: Map::new(),
                    pending: None,
                    merged: Vec::new(),
                };
                self.begin(line, anchor, kind)
            }
            Event::SequenceEnd | Event::MappingEnd => self.end(),
            Event::Alias(anchor) => {
                self.count(1)?;
                let Some((content, height)) = self.anchors.get(&anchor).cloned() else {
                    return Err("an alias inside its own anchor".into());
                };
                if self.open.len() + height > DEPTH {
                    return Err(too_deep());
                }
                self.value(line, content, height, false)
            }
            _ => Ok(()),
        }
    }

    fn count(&mut self, nodes: usize) -> Result<(), String> {
        let left = self.nodes_left.checked_sub(nodes);
        *self.nodes_left = left.unwrap_or_default();
        let message = || format!("the document has more than {NODES} values");
        left.map(drop).ok_or_else(message)
    }

    /// Keeps the value of an anchor, if it has one.
    fn anchor(&mut self, anchor: usize, content: &Content, height: usize) -> Result<(), String> {
        if anchor > 0 {
            self.count(ANCHOR)?;
            self.anchors.insert(anchor, (content.clone(), height));
        }
        Ok(())
    }

    fn begin(&mut self, line: u64, anchor: usize, kind: Kind) -> Result<(), String> {
        self.count(1)?;
        if self.open.len() >= DEPTH {
            return Err(too_deep());
        }
        self.open.push(OpenCollection {
            line,
            anchor,
            height: 0,
            kind,
        });
        Ok(())
    }

    fn end(&mut self) -> Result<(), String> {
        let Some(open) = self.open.pop() else {
            return Ok(());
        };
        let content = match open.kind {
            Kind::List(list) => Content::List(list.into()),
            Kind::Map {
                mut map, merged, ..
            } => {
                for source in &merged {
                    self.merge(&mut map, source)?;
                }
                Content::Map(Rc::new(map))
            }
        };
        let height = open.height + 1;
        self.anchor(open.anchor, &content, height)?;
        self.value(open.line, content, height, false)
    }

    /// Adds the entries that the map lacks, from one map or from each map of a list.
    fn merge(&mut self, map: &mut Map, source: &Content) -> Result<(), String> {
        let sources = match source {
            Content::List(list) => list.iter().map(|node| &node.content).collect(),
            one => vec![one],
        };
        for source in sources {
            if let Content::Map(source) = source {
                self.count(source.len())?;
                for (key, node) in &**source {
                    map.entry(key.clone()).or_insert_with(|| node.clone());
                }
            }
        }
        Ok(())
    }

    /// Adds a value to the list or map that is open. Whether it is plain matters only if it is a key.
    fn value(
        &mut self,
        line: u64,
        content: Content,
        height: usize,
        plain: bool,
    ) -> Result<(), String> {
        let Some(parent) = self.open.last_mut() else {
            self.root = Some(Node { line, content });
            return Ok(());
        };
        parent.height = parent.height.max(height);
        match &mut parent.kind {
            Kind::List(list) => list.push(Node { line, content }),
            Kind::Map {
                map,
                pending,
                merged,
            } => match pending.take() {
                None => {
                    let name = name(content, plain);
                    if let Name::Key(key) = &name
                        && let Some(first) = map.get(key)
                    {
                        let (text, first) = (&key.text, first.line);
                        return Err(format!(
                            "duplicate key `{text}`; the first is on line {first}"
                        ));
                    }
                    *pending = Some(Pending { line, name });
                }
                Some(Pending { line, name }) => match name {
                    Name::Key(key) => {
                        map.insert(key, Node { line, content });
                    }
                    Name::Merge => merged.push(content),
                    Name::Other => {}
                },
            },
        }
        Ok(())
    }
}

fn scalar(text: &str, style: ScalarStyle, tag: Option<&Tag>, line: usize) -> Content {
    let null = match tag {
        Some(tag) => tag.is_yaml_core_schema_tag("null"),
        None => style == ScalarStyle::Plain && matches!(text, "" | "~" | "null" | "Null" | "NULL"),
    };
    if null {
        return Content::Null;
    }
    if let Some(tag) = tag.filter(|tag| is_foreign(tag)) {
        return Content::Foreign(tag.original().into());
    }
    let first_line = (style == ScalarStyle::Literal).then(|| {
        // The place of the event is the first line that is not empty.
        let empty = text.bytes().take_while(|byte| *byte == b'\n').count();
        u32::try_from(line.saturating_sub(empty)).unwrap_or(u32::MAX)
    });
    Content::Text(Text {
        text: text.into(),
        first_line,
    })
}

/// Whether a tag is neither one of YAML nor `!`, which says that a scalar is a string.
fn is_foreign(tag: &Tag) -> bool {
    tag.suffix_in_namespace("tag:yaml.org,2002:").is_none() && tag.original() != "!"
}

fn name(content: Content, plain: bool) -> Name {
    match content {
        Content::Text(text) if plain && &*text.text == "<<" => Name::Merge,
        Content::Text(Text { text, .. }) => Name::Key(MapKey {
            string: !(plain && is_no_string(&text)),
            text,
        }),
        Content::Null => Name::Key(MapKey {
            text: Arc::from("null"),
            string: false,
        }),
        Content::Foreign(_) | Content::List(_) | Content::Map(_) => Name::Other,
    }
}

/// Whether YAML may read a plain scalar as a number or a truth value.
fn is_no_string(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_digit() || "+-.".contains(c))
        || ["true", "false"].contains(&&*text.to_ascii_lowercase())
}
