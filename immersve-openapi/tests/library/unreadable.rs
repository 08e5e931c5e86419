//! Tests that a part which cannot be read is a warning, and that all other parts are read.

use std::fs;

use immersve_openapi::{Document, DocumentedCode};
use tempfile::TempDir;

/// A document with a good operation, and one with these responses, which begin on line 12.
fn text(version: &str, responses: &str) -> String {
    format!(
        "openapi: {version}\npaths:\n  /good:\n    get:\n      operationId: good\n      responses:\n        \
         403: {{ description: '**CARD_LOST**' }}\n  /odd:\n    get:\n      operationId: odd\n      responses:\n\
         {responses}"
    )
}

fn read(responses: &str) -> Document {
    text("3.1.0", responses).parse().unwrap()
}

fn codes<'d>(document: &'d Document, operation: &str) -> Vec<&'d str> {
    let codes = document.operation(operation).unwrap().codes().iter();
    codes.map(DocumentedCode::code).collect()
}

fn warnings(document: &Document) -> Vec<String> {
    document
        .warnings()
        .iter()
        .map(ToString::to_string)
        .collect()
}

#[test]
fn a_wrong_part_of_an_operation_is_a_warning_and_the_other_responses_are_read() {
    for (part, warning) in [
        (
            "        200: { $ref: '#/nothing' }",
            "`$ref: #/nothing`: the document has no `nothing` there",
        ),
        ("        200: { $ref: '' }", "an empty `$ref`"),
        (
            "        200: { $ref: [a] }",
            "expected a string in `$ref`; found a list",
        ),
        (
            "        200: { content: { a/b: { schema: { $ref: '#/nothing' } } } }",
            "`$ref: #/nothing`: the document has no `nothing` there",
        ),
        (
            "        409: { content: { a/b: { schema: { $ref: 'https://example.com' } } } }",
            "`$ref: https://example.com`: not a relative path; only files in the document's folder are read",
        ),
        (
            "        40X: { description: '**CARD_STOLEN**' }",
            "`40X` is not a status; expected a number such as 403, a class such as 4XX, or `default`",
        ),
        (
            "        409: text",
            "a response must be a map; found a scalar",
        ),
        (
            "        409: { $ref: '#' }",
            "this is not a response; it has no `description`",
        ),
        (
            "        409: { description: !include x.md }",
            "what `!include` stands for is not known",
        ),
        (
            "        409: { description: [a] }",
            "`description` is a list, not a string, and is ignored",
        ),
        (
            "        409: { content: [a] }",
            "`content` must be a map; found a list",
        ),
        (
            "        409: { headers: { X: !include x.yaml } }",
            "what `!include` stands for is not known",
        ),
    ] {
        let document = read(&format!(
            "{part}\n        400: {{ description: '**A_B**' }}\n"
        ));
        assert_eq!(codes(&document, "odd"), ["A_B"], "{part}");
        assert_eq!(codes(&document, "good"), ["CARD_LOST"], "{part}");
        let warning = format!("the document:12: {warning}");
        assert!(
            warnings(&document).contains(&warning),
            "{part}: {:?}",
            warnings(&document)
        );
    }
    let document = read("        - a list\n");
    assert_eq!(codes(&document, "good"), ["CARD_LOST"]);
    assert_eq!(
        warnings(&document),
        ["the document:11: `responses` must be a map; found a list"]
    );
}

#[test]
fn a_file_that_cannot_be_read_is_no_end_of_the_others() {
    let folder = TempDir::new().unwrap();
    let root = folder.path().join("root.yaml");
    let reference = "content: { a/b: { schema: { $ref: bad.yaml } } }";
    let responses = format!("        403: {{ {reference} }}\n        409: {{ {reference} }}\n");
    fs::write(&root, text("3.1.0", &responses)).unwrap();
    fs::write(folder.path().join("bad.yaml"), "a: [\nb").unwrap();
    let document = Document::read(&root).unwrap();
    assert_eq!(codes(&document, "good"), ["CARD_LOST"]);
    let warnings = warnings(&document);
    let shown = |line: &str| line.replace(&format!("{}/", folder.path().display()), "");
    let shown: Vec<_> = warnings.iter().map(|line| shown(line)).collect();
    assert_eq!(
        shown,
        [
            "bad.yaml:1: unclosed bracket '['",
            "root.yaml:13: `$ref: bad.yaml`: bad.yaml:1:4: unclosed bracket '['",
            "root.yaml:12: `$ref: bad.yaml`: bad.yaml:1:4: unclosed bracket '['",
        ]
    );
}

#[test]
fn a_description_beside_a_reference_counts_since_openapi_3_1() {
    let responses = "        403: { $ref: '#/x', description: '**A_B**' }\n\
                     x: { description: '**C_D**' }\n";
    let newer = read(responses);
    assert_eq!(codes(&newer, "odd"), ["A_B"]);
    assert_eq!(warnings(&newer), [""; 0]);
    let older: Document = text("3.0.3", responses).parse().unwrap();
    assert_eq!(codes(&older, "odd"), ["C_D"]);
    assert_eq!(
        warnings(&older),
        ["the document:12: `description` beside `$ref` is ignored in OpenAPI 3.0"]
    );
    let responses = "        403: { $ref: '#/x', content: { a/b: { example: { errorCode: A_B } } } }\n\
                     x: { description: '**C_D**' }\n";
    let older: Document = text("3.0.3", responses).parse().unwrap();
    assert_eq!(codes(&older, "odd"), ["C_D"]);
}

#[test]
fn codes_in_extensions_callbacks_and_webhooks_are_warnings() {
    for (odd, warning) in [
        (
            "        200: { description: '' }\n      x-errors: [A_B]",
            "the document:13: `x-errors` has `A_B`; codes of extensions are not read",
        ),
        (
            "        403: { description: '', x-errors: { $ref: '#/paths' } }\n      x-more: { A_B: why }",
            "the document:13: `x-more` has `A_B`; codes of extensions are not read",
        ),
        (
            "        403: { description: '', x-errors: A_B }",
            "the document:12: `x-errors` has `A_B`; codes of extensions are not read",
        ),
        (
            "        200: { description: '' }\n    x-errors: A_B",
            "the document:13: `x-errors` has `A_B`; codes of extensions are not read",
        ),
        (
            "        200: { description: '' }\n      callbacks:\n        a:\n          '{$url}':\n            post: { \
             responses: { 403: { description: '**A_B**' } } }",
            "the document:16: `A_B` is documented at a callback; only the codes of operations below `paths` are read",
        ),
        (
            "        200: { description: '' }\nwebhooks:\n  a: { post: { responses: { 403: { description: '**A_B**' } } } }",
            "the document:14: `A_B` is documented at a webhook; only the codes of operations below `paths` are read",
        ),
    ] {
        let document = read(&format!("{odd}\n"));
        assert_eq!(codes(&document, "odd"), [""; 0], "{odd}");
        assert_eq!(warnings(&document), [warning], "{odd}");
    }
}

#[test]
fn an_extension_with_codes_of_the_operation_is_no_warning() {
    let document = read(
        "        403: { description: '**A_B**', x-codes: [A_B] }\n      x-names: [CardLost, card_lost]\n",
    );
    assert_eq!(warnings(&document), [""; 0]);
}

#[test]
fn a_list_of_webhooks_is_named() {
    for paths in ["paths: []\n", "paths: {}\n", ""] {
        let text = format!("openapi: 3.1.0\n{paths}webhooks:\n  a: {{}}\n");
        let error = text.parse::<Document>().unwrap_err();
        assert!(
            error
                .to_string()
                .ends_with("a list of webhooks, no `paths`; the root file is `immersve.yaml`"),
            "{error}"
        );
    }
}
