//! From the text of a file to its tree: YAML, and JSON, which is YAML too but for some characters.

use std::{borrow::Cow, collections::HashMap, fmt::Write as _, rc::Rc, sync::Arc};

use granit_parser::{ErrorKind, Event, Parser, ScalarStyle, ScanError, Span, Tag, options};
use serde::de::IgnoredAny;

use crate::document::node::{Content, Key, Map, Node, Text};

/// How deep values may nest.
pub(crate) const DEPTH: usize = 128;

/// How long a key may be that does not begin with a `?`, in characters. YAML says 1024, JSON nothing.
pub(crate) const KEY: usize = 4096;

/// How many values a document may have. A merged entry counts as one, and so does an alias.
pub(crate) const NODES: usize = 2_000_000;

/// How many values an anchor counts as, as it takes the time of so many.
const ANCHOR: usize = 10;

/// Why a text is no tree.
pub(crate) struct Fault {
    pub(crate) line: Option<u64>,
    pub(crate) column: Option<u64>,
    pub(crate) message: String,
}

/// Reads YAML or JSON, and takes its values from those that are left.
pub(crate) fn parse(text: &str, nodes_left: &mut usize) -> Result<Node, Fault> {
    let text = with_escapes(text);
    let options = options! {
        flow_nesting_limit: 2 * DEPTH,
        block_nesting_limit: 2 * DEPTH,
        simple_key_max_lookahead: KEY,
    };
    let mut builder = Builder {
        nodes_left,
        open: Vec::new(),
        anchors: HashMap::new(),
        documents: 0,
        root: None,
    };
    for event in Parser::new_from_str_with_options(&text, options) {
        let (event, span) = event.map_err(|error| Fault::from(&error))?;
        let place = Place::from(span);
        builder
            .event(event, place)
            .map_err(|message| Fault::new(place, message))?;
    }
    Ok(builder.root.unwrap_or(Node {
        line: 1,
        content: Content::Null,
    }))
}

/// JSON with escapes in place of the characters that a string may have in JSON, but not in YAML.
fn with_escapes(text: &str) -> Cow<'_, str> {
    let foreign =
        |c: char| matches!(c, '\u{7f}'..='\u{84}' | '\u{86}'..='\u{9f}' | '\u{fffe}' | '\u{ffff}');
    if !text.contains(foreign) || serde_json::from_str::<IgnoredAny>(text).is_err() {
        return Cow::Borrowed(text);
    }
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        if foreign(c) {
            // Writing to a string does not fail.
            let _ = write!(escaped, "\\u{:04x}", u32::from(c));
        } else {
            escaped.push(c);
        }
    }
    Cow::Owned(escaped)
}

/// Where an event begins: the line counted from 1, the column from 0.
#[derive(Clone, Copy)]
struct Place {
    line: usize,
    column: usize,
}

impl From<Span> for Place {
    fn from(span: Span) -> Self {
        Self {
            line: span.start.line(),
            column: span.start.col(),
        }
    }
}

impl Fault {
    fn new(place: Place, message: String) -> Self {
        Self {
            line: u64::try_from(place.line).ok(),
            column: u64::try_from(place.column + 1).ok(),
            message,
        }
    }
}

impl From<&ScanError> for Fault {
    fn from(error: &ScanError) -> Self {
        let place = Place {
            line: error.marker().line(),
            column: error.marker().col(),
        };
        let message = match error.kind() {
            // Who shows the message escapes it; the parser's own words have the escape already.
            ErrorKind::UnexpectedCharacter { character } => {
                format!("unexpected character `{character}`")
            }
            ErrorKind::UnknownAnchor => "an alias of an anchor that is not there".to_owned(),
            ErrorKind::RecursionLimitExceeded => too_deep(),
            kind => kind.to_string(),
        };
        Self::new(place, message)
    }
}

fn too_deep() -> String {
    format!("values that nest more than {DEPTH} deep")
}

struct Builder<'n> {
    nodes_left: &'n mut usize,
    /// The lists and maps that have begun, outermost first.
    open: Vec<Open>,
    /// What each anchor stands for, and how deep that is. One that is still open is not there.
    anchors: HashMap<usize, (Content, usize)>,
    documents: usize,
    root: Option<Node>,
}

/// A list or map that has begun.
struct Open {
    line: u64,
    anchor: usize,
    /// How deep the deepest of its values is.
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
    Key(Key),
    /// `<<`: the value's entries are the map's.
    Merge,
    /// A list or map, which nothing in an OpenAPI document is called.
    Other,
}

impl Builder<'_> {
    fn event(&mut self, event: Event<'_>, place: Place) -> Result<(), String> {
        let line = u64::try_from(place.line).unwrap_or(u64::MAX);
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
                let value = scalar(&text, style, tag.as_deref(), place.line);
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
                    return Err("an alias inside of what it stands for".into());
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
        match self.nodes_left.checked_sub(nodes) {
            Some(left) => {
                *self.nodes_left = left;
                Ok(())
            }
            None => Err(format!("the document has more than {NODES} values")),
        }
    }

    /// Keeps what an anchor stands for, if this is one.
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
        self.open.push(Open {
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

    /// Adds the entries that the map has not, of one map or of each in a list.
    fn merge(&mut self, map: &mut Map, source: &Content) -> Result<(), String> {
        let one = std::slice::from_ref(source);
        let many: Vec<Content>;
        let sources = if let Content::List(list) = source {
            many = list.iter().map(|node| node.content.clone()).collect();
            &many
        } else {
            one
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

    /// Puts a value where it belongs. Whether it is plain matters only if it is a key.
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
                            "the key `{text}` is there twice, first on line {first}"
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
    let first_line = (style == ScalarStyle::Literal).then(|| {
        // The place is that of the first line that is not empty.
        let empty = text.bytes().take_while(|byte| *byte == b'\n').count();
        u32::try_from(line.saturating_sub(empty)).unwrap_or(u32::MAX)
    });
    Content::Text(Text {
        text: text.into(),
        first_line,
    })
}

fn name(content: Content, plain: bool) -> Name {
    match content {
        Content::Text(text) if plain && &*text.text == "<<" => Name::Merge,
        Content::Text(Text { text, .. }) => Name::Key(Key {
            string: !(plain && is_no_string(&text)),
            text,
        }),
        Content::Null => Name::Key(Key {
            text: Arc::from("null"),
            string: false,
        }),
        Content::List(_) | Content::Map(_) => Name::Other,
    }
}

/// Whether YAML may take a plain scalar for a number or a truth value.
fn is_no_string(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_digit() || "+-.".contains(c))
        || ["true", "false"].contains(&&*text.to_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;

    use super::{NODES, parse};
    use crate::document::node::{Content, Node};

    fn tree(text: &str) -> Node {
        parse(text, &mut NODES.clone())
            .unwrap_or_else(|fault| panic!("{text:?}: {}", fault.message))
    }

    fn message(text: &str) -> String {
        parse(text, &mut NODES.clone()).err().unwrap().message
    }

    #[test]
    fn values_know_their_lines_and_keys_keep_their_spelling() {
        let node = tree("a:\n  403: x\n  \"0400\":\n    - y\n    - z\n");
        let a = node.get("a").unwrap();
        assert_eq!(a.line, 1);
        assert_eq!(a.get("403").unwrap().line, 2);
        let list = a.get("0400").unwrap();
        assert_eq!(list.line, 3);
        assert_eq!(list.get("1").unwrap().text().map(|it| &**it), Some("z"));
        assert_eq!(list.get("1").unwrap().line, 5);
    }

    #[test]
    fn scalars_are_read_as_they_are_written() {
        for text in [
            "no",
            "on",
            "yes",
            "True",
            "0x1F",
            "0o17",
            "1e3",
            "007",
            "1_000",
            ".5",
            "1.0",
            ".nan",
            "-.inf",
            "1e999",
            "2026-11-24",
            "340282366920938463463374607431768211456",
            "12:30:45",
            "!!str null",
            "!!int 007",
            "!custom x",
            "'~'",
            "=",
        ] {
            let node = tree(&format!("a: {text}\n"));
            let bare = text.rsplit(' ').next().unwrap().trim_matches('\'');
            let found = node.get("a").unwrap().text().map(|text| &**text);
            assert_eq!(found, Some(bare), "{text}");
        }
        for null in ["", "~", "null", "Null", "NULL", "!!null x"] {
            let node = tree(&format!("a: {null}\n"));
            assert!(
                matches!(node.get("a").unwrap().content, Content::Null),
                "{null}"
            );
        }
    }

    #[test]
    fn json_is_read_with_tabs_surrogate_pairs_and_all_characters_of_its_strings() {
        let node = tree("{\n\t\"a\": \"\\ud83d\\ude00\",\n\t\"b\": [1, 2.5, true, null]\n}");
        assert_eq!(node.get("a").unwrap().text().map(|it| &**it), Some("😀"));
        let list = node.get("b").unwrap();
        assert_eq!(list.line, 3);
        let texts: Vec<_> = (0..4)
            .map(|at: usize| list.get(&at.to_string()).unwrap().text().cloned())
            .collect();
        let texts: Vec<_> = texts.iter().map(Option::as_deref).collect();
        assert_eq!(texts, [Some("1"), Some("2.5"), Some("true"), None]);
        for text in [
            "\u{7f}", "\u{80}", "\u{9f}", "\u{fffe}", "\u{ffff}", "\u{85}", "\u{2028}", "\\/",
        ] {
            let node = tree(&format!("{{\"a\": \"x{text}y\",\r\n \"{text}\" : 1}}"));
            let plain = text.trim_start_matches('\\');
            assert_eq!(
                node.get("a").unwrap().text().map(|it| &**it),
                Some(&*format!("x{plain}y"))
            );
            assert_eq!(node.get(plain).unwrap().line, 2, "{text:?}");
        }
        let long = "k".repeat(4000);
        assert!(tree(&format!("{{\"{long}\": 1}}")).get(&long).is_some());
        // It is not JSON, so an escape would be part of the text.
        assert_eq!(message("{'a': 'x\u{7f}'}"), "unexpected character `\u{7f}`");
    }

    #[test]
    fn keys_that_are_no_text_are_passed_over() {
        let node = tree(
            "~: 1\n? [a, b]\n: 2\n? {c: d}\n: 3\ne: 4\ntrue: 5\n? f\n? *x\n: 6\n"
                .replace("*x", "g")
                .as_str(),
        );
        assert_eq!(node.get("e").unwrap().line, 6);
        assert_eq!(node.get("true").unwrap().line, 7);
        assert!(matches!(node.get("f").unwrap().content, Content::Null));
        assert_eq!(node.map().unwrap().len(), 5);
    }

    #[test]
    fn a_number_and_a_string_are_two_keys() {
        let node = tree("400: a\n\"400\": b\n");
        let texts: Vec<_> = node
            .map()
            .unwrap()
            .values()
            .map(|it| it.text().cloned())
            .collect();
        assert_eq!(texts, [Some("a".into()), Some("b".into())]);
    }

    #[test]
    fn aliases_share_and_merges_add_what_is_not_there() {
        let node = tree(
            "base: &base { a: 1, b: 2 }\nmore: &more { b: 3, c: 4 }\n\
             one: { <<: *base, b: 5 }\nmany: { d: 6, <<: [*base, *more] }\n\
             text: { '<<': *base }\nodd: { <<: 7 }\nkey: &k x\n*k : 8\n",
        );
        let entries = |key: &str| -> Vec<_> {
            let map = node.get(key).unwrap().map().unwrap();
            map.iter()
                .map(|(key, node)| format!("{}{}", key.text, node.text().map_or("", |it| it)))
                .collect()
        };
        assert_eq!(entries("one"), ["b5", "a1"]);
        assert_eq!(entries("many"), ["d6", "a1", "b2", "c4"]);
        assert_eq!(entries("text"), ["<<"]);
        assert!(entries("odd").is_empty());
        assert_eq!(node.get("x").unwrap().text().map(|it| &**it), Some("8"));
    }

    #[test]
    fn a_literal_block_knows_its_first_line() {
        for (text, line) in [
            ("a: |\n  x\n  y\n", Some(2)),
            ("a:\n\n  |-\n\n\n  x\n", Some(4)),
            ("a: >\n  x\n", None),
            ("a: \"x\\ny\"\n", None),
            ("a: |\n\n  x\n", Some(2)),
        ] {
            let node = tree(text);
            let Content::Text(found) = &node.get("a").unwrap().content else {
                panic!("{text:?}");
            };
            assert_eq!(found.first_line, line, "{text:?}");
        }
    }

    #[test]
    fn a_fault_has_a_place_and_one_line_of_words() {
        for (text, line) in [
            ("a: 1\nb: [1, 2\nc: 3\n", 3),
            ("a:\n\tb: 2\n", 2),
            ("a: 1\nb: 2\na: 3\n", 3),
            ("a: 1\n---\nb: 2\n", 2),
            ("a: *nowhere\n", 1),
            ("a: 1\nb: &b [*b]\n", 2),
            ("a: \u{1}\n", 1),
        ] {
            let fault = parse(text, &mut NODES.clone()).err().unwrap();
            assert_eq!(fault.line, Some(line), "{text:?}: {}", fault.message);
            assert!(!fault.message.contains('\n'), "{}", fault.message);
            assert!(!fault.message.contains("at line"), "{}", fault.message);
        }
    }

    #[test]
    fn aliases_do_not_nest_deeper_than_the_limit() {
        let mut text = "a0: &a0 [x]\n".to_owned();
        for level in 1..=100_000 {
            let _ = writeln!(text, "a{level}: &a{level} [*a{}]", level - 1);
        }
        assert_eq!(message(&text), "values that nest more than 128 deep");
    }

    #[test]
    fn values_are_counted_over_all_files() {
        let mut left = 20;
        assert!(parse("[a, b, c, d]", &mut left).is_ok());
        assert_eq!(left, 15);
        assert!(parse("{ a: &a { b: c }, d: *a }", &mut left).is_err());
        let mut left = 22;
        assert!(parse("{ a: &a { b: c }, d: { <<: *a } }", &mut left).is_ok());
        assert_eq!(left, 2, "a merged entry counts too, and an anchor as ten");
    }
}
