//! Tests of codes in the schemas and the examples of responses.

use immersve_openapi::Document;

/// A document with a 403 of this content, in flow style, and these components.
fn document(content: &str, components: &str) -> Document {
    format!(
        "openapi: 3.1.0\npaths:\n  /cards:\n    post:\n      operationId: create-card\n      responses:\n        403:\n          \
         description: It was refused.\n          content: {{ application/json: {content} }}\ncomponents: {components}\n"
    )
    .parse()
    .unwrap()
}

/// The codes, each with its description.
fn codes(document: &Document) -> Vec<(&str, &str)> {
    let codes = document.operations()[0].codes().iter();
    codes
        .map(|code| (code.code(), code.description()))
        .collect()
}

#[track_caller]
fn reads(content: &str, components: &str, expected: &[(&str, &str)]) {
    let document = document(content, components);
    assert_eq!(codes(&document), expected, "{content}");
    assert_eq!(document.warnings(), [], "{content}");
}

#[test]
fn the_values_of_the_code_in_a_schema_are_codes() {
    let of = |code: &str| format!("{{ schema: {{ properties: {{ errorCode: {code} }} }} }}");
    let both = [("CARD_LOST", ""), ("LOCKED", "")];
    reads(&of("{ enum: [CARD_LOST, LOCKED] }"), "{}", &both);
    reads(
        &of("{ oneOf: [{ const: CARD_LOST }, { enum: [LOCKED] }] }"),
        "{}",
        &both,
    );
    reads(
        &of("{ anyOf: [{ const: CARD_LOST, description: It is lost. }, { const: LOCKED }] }"),
        "{}",
        &[("CARD_LOST", "It is lost."), ("LOCKED", "")],
    );
    reads(
        &of("{ $ref: '#/components/x/Codes' }"),
        "{ x: { Codes: { type: string, enum: [CARD_LOST, LOCKED] } } }",
        &both,
    );
}

#[test]
fn a_schema_is_followed_through_references_and_combinations() {
    let expected = [("A_B", ""), ("C_D", ""), ("E_F", "")];
    reads(
        "{ schema: { $ref: '#/components/x/Error' } }",
        "{ x: { Error: { allOf: [{ $ref: '#/components/x/One' }, { oneOf: [{ $ref: '#/components/x/Two' }] }] }, \
         One: { properties: { errorCode: { const: A_B } } }, \
         Two: { anyOf: [{ properties: { errorCode: { enum: [C_D] } } }, { $ref: '#/components/x/Error' }], \
         properties: { errorCode: { allOf: [{ const: E_F }] } } } } }",
        &[expected[0], expected[2], expected[1]],
    );
}

#[test]
fn the_codes_of_examples_are_read() {
    reads(
        "{ example: { statusCode: 403, errorCode: CARD_LOST } }",
        "{}",
        &[("CARD_LOST", "")],
    );
    reads(
        "{ examples: { lost: { summary: It is lost., value: { errorCode: CARD_LOST } }, locked: { $ref: '#/components/x' } } }",
        "{ x: { description: It is locked., value: { errorCode: CARD_LOCKED } } }",
        &[
            ("CARD_LOST", "It is lost."),
            ("CARD_LOCKED", "It is locked."),
        ],
    );
}

/// The models of errors, which all operations share, have such examples.
#[test]
fn the_example_of_a_schema_is_none_of_the_operation() {
    reads(
        "{ schema: { properties: { errorCode: { type: string, example: FORBIDDEN } }, example: { errorCode: A_B } } }",
        "{}",
        &[],
    );
}

#[test]
fn codes_of_prose_come_first_and_keep_their_meaning() {
    let text = "openapi: 3.1.0\npaths:\n  /cards:\n    post:\n      responses:\n        403:\n          \
                description: '**A_B** Prose.'\n          content: { a/b: { schema: { properties: { errorCode: \
                { oneOf: [{ const: C_D }, { const: A_B, description: Schema. }] } } } } }\n        \
                200: { content: { a/b: { example: { errorCode: E_F } } } }\n";
    let document: Document = text.parse().unwrap();
    assert_eq!(codes(&document), [("A_B", "Prose."), ("C_D", "")]);
}

#[test]
fn a_value_that_cannot_be_a_code_is_a_warning() {
    let document = document(
        "{ schema: { properties: { errorCode: { enum: [cardLost, A_B, [c]] } } } }",
        "{}",
    );
    assert_eq!(codes(&document), [("A_B", "")]);
    let warnings: Vec<_> = document
        .warnings()
        .iter()
        .map(ToString::to_string)
        .collect();
    assert_eq!(
        warnings,
        [
            "the document:9: `cardLost` is a value of `errorCode` but is not read as one; a code has at most 128 bytes: \
             ASCII capitals, digits and underscores"
        ]
    );
}
