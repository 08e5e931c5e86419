//! Parses a file into a tree: YAML, and JSON, which is YAML except for some characters.

mod builder;

use std::{borrow::Cow, fmt::Write as _};

use granit_parser::{ErrorKind, Marker, Parser, ScanError, options};
use serde::de::IgnoredAny;

use self::builder::Builder;
use crate::{
    document::node::{Content, Node},
    error::FileError,
};

/// How deep values may nest.
pub(crate) const DEPTH: usize = 128;

/// How long a key without a `?` before it may be, in characters. The limit of YAML is 1024, JSON has none.
pub(crate) const KEY: usize = 4096;

/// How many values a document may have. A merged entry or an alias counts as one.
pub(crate) const NODES: usize = 2_000_000;

/// How many values an anchor counts as; it takes about as much time.
const ANCHOR: usize = 10;

/// Reads YAML or JSON, and subtracts its values from those that are left.
pub(crate) fn parse(name: &str, text: &str, nodes_left: &mut usize) -> Result<Node, FileError> {
    let text = with_escapes(text);
    let options = options! {
        flow_nesting_limit: 2 * DEPTH,
        block_nesting_limit: 2 * DEPTH,
        simple_key_max_lookahead: KEY,
    };
    let fault = |at: Marker, message: String| {
        let column = u64::try_from(at.col() + 1).ok();
        FileError::new(name, message).at(u64::try_from(at.line()).ok(), column)
    };
    let mut builder = Builder::new(nodes_left);
    for event in Parser::new_from_str_with_options(&text, options) {
        let (event, span) = event.map_err(|error| fault(*error.marker(), message(&error)))?;
        let start = span.start;
        builder
            .event(event, start.line())
            .map_err(|message| fault(start, message))?;
    }
    Ok(builder.root().unwrap_or(Node {
        line: 1,
        content: Content::Null,
    }))
}

/// JSON in which characters that are allowed in strings of JSON but not of YAML are escaped.
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

fn message(error: &ScanError) -> String {
    match error.kind() {
        // The message is escaped when it is shown; that of the parser is escaped already.
        ErrorKind::UnexpectedCharacter { character } => {
            format!("unexpected character `{character}`")
        }
        ErrorKind::UnknownAnchor => "an alias without an anchor".to_owned(),
        ErrorKind::RecursionLimitExceeded => too_deep(),
        kind => kind.to_string(),
    }
}

fn too_deep() -> String {
    format!("the values nest more than {DEPTH} deep")
}

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;

    use super::{NODES, parse};
    use crate::document::node::{Content, Node};

    fn tree(text: &str) -> Node {
        parse("", text, &mut NODES.clone()).unwrap_or_else(|fault| panic!("{text:?}: {fault}"))
    }

    fn message(text: &str) -> String {
        let fault = parse("", text, &mut NODES.clone()).err().unwrap();
        fault.message().to_owned()
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
            "! x",
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
    fn what_the_tag_of_an_application_stands_for_is_not_known() {
        for (text, tag) in [
            ("!include x.md", "!include"),
            ("!<tag:example.com,2000:x> y", "!<tag:example.com,2000:x>"),
        ] {
            let node = tree(&format!("a: {text}\n"));
            let Content::Foreign(found) = &node.get("a").unwrap().content else {
                panic!("{text}");
            };
            assert_eq!(&**found, tag);
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
    fn keys_that_are_not_text_are_ignored() {
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
    fn aliases_share_their_value_and_merges_add_missing_entries() {
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
    fn a_fault_has_a_place_and_a_message_of_one_line() {
        for (text, line) in [
            ("a: 1\nb: [1, 2\nc: 3\n", 3),
            ("a:\n\tb: 2\n", 2),
            ("a: 1\nb: 2\na: 3\n", 3),
            ("a: 1\n---\nb: 2\n", 2),
            ("a: *nowhere\n", 1),
            ("a: 1\nb: &b [*b]\n", 2),
            ("a: \u{1}\n", 1),
        ] {
            let fault = parse("", text, &mut NODES.clone()).err().unwrap();
            let message = fault.message();
            assert_eq!(fault.line(), Some(line), "{text:?}: {message}");
            assert!(!message.contains('\n'), "{message}");
            assert!(!message.contains("at line"), "{message}");
        }
    }

    #[test]
    fn aliases_do_not_nest_deeper_than_the_limit() {
        let mut text = "a0: &a0 [x]\n".to_owned();
        for level in 1..=100_000 {
            let _ = writeln!(text, "a{level}: &a{level} [*a{}]", level - 1);
        }
        assert_eq!(message(&text), "the values nest more than 128 deep");
    }

    #[test]
    fn values_are_counted_over_all_files() {
        let mut left = 20;
        assert!(parse("", "[a, b, c, d]", &mut left).is_ok());
        assert_eq!(left, 15);
        assert!(parse("", "{ a: &a { b: c }, d: *a }", &mut left).is_err());
        let mut left = 22;
        assert!(parse("", "{ a: &a { b: c }, d: { <<: *a } }", &mut left).is_ok());
        assert_eq!(left, 2, "a merged entry counts too, and an anchor as ten");
    }
}
