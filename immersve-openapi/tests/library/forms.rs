//! Tests that valid documents in rare forms are read as they are written.
#![expect(
    clippy::format_push_string,
    reason = "documents are built here, and no time is short"
)]

use std::collections::{BTreeMap, BTreeSet};

use immersve_errors::{CodeInfo, endpoints::OPERATIONS};
use immersve_openapi::Document;

fn read(text: &str) -> Document {
    text.parse()
        .unwrap_or_else(|error| panic!("{text}: {error}"))
}

/// The operation of a YAML document with this `operationId` and these responses.
fn with(id: &str, responses: &str) -> Document {
    read(&format!(
        "openapi: 3.1.0\npaths:\n  /a:\n    get:\n      operationId: {id}\n      responses:\n{responses}\n"
    ))
}

fn codes(document: &Document) -> Vec<(&str, String)> {
    let codes = document.operations()[0].codes().iter();
    codes
        .map(|code| {
            let statuses: Vec<_> = code.statuses().iter().map(ToString::to_string).collect();
            (code.code(), statuses.join(" "))
        })
        .collect()
}

#[test]
fn an_operation_id_is_read_as_it_is_written() {
    for id in [
        "no",
        "on",
        "yes",
        "true",
        "0x1F",
        "0o7",
        "1e3",
        "007",
        "1_000",
        "1.0",
        ".inf",
        "2026-11-24",
        "12:30",
    ] {
        let document = with(id, "        {}");
        assert_eq!(document.operations()[0].operation_id(), Some(id));
        document.operation(id).unwrap();
    }
    for id in ["~", "null", "", "''"] {
        let document = with(id, "        {}");
        assert_eq!(document.operations()[0].operation_id(), None, "{id}");
        assert!(document.warnings().is_empty());
    }
}

#[test]
fn a_status_may_be_a_number_or_a_text() {
    let document = with(
        "a",
        "        400: { description: '**A_NUMBER**' }\n        \"400\": { description: '**A_TEXT**' }",
    );
    assert_eq!(
        codes(&document),
        [("A_NUMBER", "400".into()), ("A_TEXT", "400".into())]
    );
}

#[test]
fn an_anchor_may_be_used_often() {
    let mut text = "openapi: 3.1.0\nx: &x { description: '**A_B** Once.' }\npaths:\n".to_owned();
    for path in 0..1000 {
        text += &format!("  /{path}: {{ get: {{ responses: {{ 403: *x }} }} }}\n");
    }
    let document = read(&text);
    assert_eq!(document.operations().len(), 1000);
    assert!(document.operations().iter().all(|it| it.codes().len() == 1));
}

#[test]
fn keys_may_be_null_or_not_text() {
    let document = with(
        "a",
        "        403:\n          description: '**A_B**'\n          ~: 1\n          ? [a, b]\n          : 3\n          ? { c: d }\n          : { e: f }\n          ? g",
    );
    assert_eq!(codes(&document), [("A_B", "403".into())]);
    let document = read("? [a]\n: b\nopenapi: 3.1.0\npaths:\n  ? {}\n  : {}\n  /a: { get: {} }\n");
    assert_eq!(document.operations().len(), 1);
}

#[test]
fn json_strings_may_have_every_character() {
    for c in [
        "\u{7f}",
        "\u{80}",
        "\u{9f}",
        "\u{85}",
        "\u{2028}",
        "\u{fffe}",
        "\u{ffff}",
        "\u{10ffff}",
        "\\/",
        "\\u0000",
    ] {
        let text = format!(
            "{{\"openapi\": \"3.1.0\",\r\n\t\"paths\": {{\"/a{c}\": {{\"get\": {{\"responses\": \
             {{\"403\": {{\"description\": \"**A_B** x{c}y\"}}}}}}}}}}}}"
        );
        let document = read(&text);
        let decoded: String = serde_json::from_str(&format!("\"{c}\"")).unwrap();
        let operation = &document.operations()[0];
        assert_eq!(operation.path(), format!("/a{decoded}"));
        assert_eq!(
            operation.codes()[0].description(),
            format!("x{decoded}y"),
            "{c:?}"
        );
        assert_eq!(operation.line(), 2);
    }
}

#[test]
fn the_methods_of_openapi_3_2_are_read() {
    let document = read(
        "openapi: 3.2.0\npaths:\n  /a:\n    query: { operationId: ask }\n    get: { operationId: get }\n    \
         additionalOperations:\n      COPY: { $ref: '#/x' }\n      Lock: { operationId: lock }\n\
         x: { operationId: copy, responses: { 403: { description: '**A_B**' } } }\n",
    );
    let operations: Vec<_> = document
        .operations()
        .iter()
        .map(|it| (it.operation_id().unwrap(), it.method()))
        .collect();
    assert_eq!(
        operations,
        [
            ("ask", "QUERY"),
            ("get", "GET"),
            ("copy", "COPY"),
            ("lock", "Lock")
        ]
    );
    assert_eq!(document.operation("COPY /a").unwrap().codes().len(), 1);
    assert!(document.warnings().is_empty());
}

#[test]
fn a_message_shows_each_character_escaped_once() {
    let of = |text: &str| text.parse::<Document>().unwrap_err().to_string();
    assert_eq!(
        of("openapi: 3.1.0\n\u{1b}[31m: x\n"),
        "the document:2:1: unexpected character `\\u{1b}`"
    );
    assert_eq!(
        of("openapi: 3.1.0\n\"a\\nb\": 1\n\"a\\nb\": 2\n"),
        "the document:3:1: duplicate key `a\\nb`; the first is on line 2"
    );
}

/// The form of the real document: each code on a line of its own, in bold, and its meaning on the lines
/// after it.
#[test]
fn a_document_in_the_form_of_the_real_one_is_read_without_a_warning() {
    // Some meanings name codes of other operations, which would be warnings.
    let meaning = |code: &CodeInfo| code.description().replace('_', "-");
    let mut paths = BTreeMap::<&str, String>::new();
    for operation in OPERATIONS {
        let text = paths.entry(operation.path()).or_default();
        *text += &format!(
            "    {}:\n      operationId: {}\n      responses:\n",
            operation.method().to_lowercase(),
            operation.operation_id()
        );
        let statuses = operation.codes().iter().flat_map(CodeInfo::statuses);
        for status in statuses.copied().chain([403]).collect::<BTreeSet<_>>() {
            *text += &format!(
                "        \"{status}\":\n          description: |\n            It was refused.\n\n            \
                 **FORBIDDEN**\n            Not for this caller.\n"
            );
            for code in operation
                .codes()
                .iter()
                .filter(|it| it.statuses().contains(&status))
            {
                *text += &format!(
                    "\n            **{}**\n            {}\n",
                    code.code(),
                    meaning(code).replace('\n', "\n            ")
                );
            }
        }
    }
    let mut text = "openapi: 3.1.0\npaths:\n".to_owned();
    for (path, item) in paths {
        text += &format!("  {path}:\n{item}");
    }
    let document = read(&text).deny_warnings().unwrap();
    document.check_catalogue().unwrap();
    for operation in OPERATIONS {
        let found = document.operation(operation.operation_id()).unwrap();
        for code in operation.codes() {
            let documented = found
                .codes()
                .iter()
                .find(|it| it.code() == code.code())
                .unwrap();
            assert_eq!(documented.description(), meaning(code).trim());
        }
        assert_eq!(
            found.codes().len(),
            operation.codes().len() + 1,
            "and FORBIDDEN"
        );
    }
}
