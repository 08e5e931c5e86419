//! Tests that an update takes nothing away that the document may still have.

use proptest::prelude::*;

use super::{agrees, decided, decisions, edits};
use crate::{
    compare::{change::Change, diff::Diff, enums::Comparison, rename::Renames},
    document::Document,
    options::Options,
    source::Sources,
    update::Decisions,
};

const ENUM: &str = r#"#[derive(Debug, ImmersveErrorCode)]
#[immersve(operation = "unfreeze-card")]
enum UnfreezeCardErrorCode {
    CardNotFrozen,
    CardLocked,
}
"#;

/// A document with these responses, which begin on line 7, and values beside its paths.
fn with(responses: &str) -> Document {
    format!(
        "openapi: 3.1.0\npaths:\n  /unfreeze:\n    post:\n      operationId: unfreeze-card\n      responses:\n{responses}\n"
    )
    .parse()
    .unwrap()
}

/// A 403 that documents one of the two codes, and more.
fn and(more: &str) -> Document {
    with(&format!(
        "        409: {{ description: x }}\n        403:\n          description: |\n            **CARD_NOT_FROZEN**\n{more}"
    ))
}

#[test]
fn a_code_that_is_mentioned_anywhere_in_the_operation_stays() {
    for more in [
        "            Or else it is CARD_LOCKED.",
        "\n            <table><tr><td>CARD_LOCKED</td><td>locked</td></tr></table>",
        "            see <li>never CARD_LOCKED</li>",
        "            <!-- CARD_LOCKED -->",
        "            | what | code |\n            |---|---|\n            | it | is CARD_LOCKED |",
        "            ```json\n            { \"errorCode\": \"CARD_LOCKED\" }\n            ```",
        "            as `CARD\\_LOCKED`s",
        "            or CARD_<b>LOCKED</b>",
        "            or CARD&#95;LOCKED",
        "            or CARD_\u{200b}LOCKED",
        "            or CARD_LOCKED-CARD_OPEN",
        "          content: { a/b: { schema: { description: CARD_LOCKED } } }",
        "          content: { a/b: { schema: { $ref: '#/x' } } }\nx: { example: { errorCode: CARD_LOCKED } }",
        "          headers: { X-CARD_LOCKED: {} }",
        "        200: { description: not CARD_LOCKED }",
        "      description: Answers with CARD_LOCKED, too.",
        "      x-errors: [CARD_LOCKED]",
        "      callbacks: { a: { b: { post: { responses: { 403: { description: '**CARD_LOCKED**' } } } } } }",
    ] {
        let document = and(more);
        let edits = edits(&document, ENUM);
        assert!(edits.files.is_empty(), "{more}: {}", edits.diff());
        let [warning] = &*edits.warnings else {
            panic!("{more}: {:?}", edits.warnings);
        };
        assert!(
            warning
                .message()
                .contains("the word occurs in the document"),
            "{warning}"
        );
        assert!(warning.message().ends_with(": CARD_LOCKED"), "{warning}");
        assert!(agrees(&document, ENUM), "{more}");
    }
}

#[test]
fn nothing_is_taken_away_if_a_part_was_not_understood() {
    for more in [
        "        200: { $ref: '#/nothing' }",
        "        500: { $ref: '' }",
        "        teapot: {}",
        "        500: { description: !include x.md }",
        "        500: { description: [x] }",
        "        500: { content: { a/b: { schema: { $ref: https://example.com/x.yaml } } } }",
        "            Or else CARD_LOC\u{41a}ED.",
    ] {
        let document = and(more);
        let edits = edits(&document, ENUM);
        assert!(edits.files.is_empty(), "{more}: {}", edits.diff());
        let [warning] = &*edits.warnings else {
            panic!("{more}: {:?}", edits.warnings);
        };
        assert!(
            warning
                .message()
                .contains("part of the operation was not understood (the document:"),
            "{warning}"
        );
    }
}

#[test]
fn an_enum_of_whose_codes_none_could_be_read_is_not_checked() {
    for responses in [
        "        - a",
        "        403: { $ref: '#/nothing' }",
        "        403: { description: !include x.md }",
    ] {
        let document = with(responses);
        let sources = Sources::parse("codes.rs", ENUM);
        let options = Options::default();
        let comparison =
            Comparison::of(&document, &sources, &options, &mut Renames::default()).unwrap();
        let [failure] = &*comparison.failures else {
            panic!("{responses}: {:?}", comparison.failures);
        };
        assert!(
            failure
                .message()
                .ends_with(": CARD_NOT_FROZEN, CARD_LOCKED"),
            "{failure}"
        );
        assert!(comparison.enums[0].changes.is_empty(), "{responses}");
    }
}

#[test]
fn a_code_that_is_nowhere_is_deprecated() {
    for more in [
        "            It is CARD_LOCKED_NOW, card_locked or LOCKED.",
        "      parameters: [{ name: CARD_LOCKED }]\n      requestBody: { description: CARD_LOCKED }",
        "  /other: { get: { responses: { 403: { description: '**CARD_LOCKED**' } } } }",
    ] {
        let edits = edits(&and(more), ENUM);
        assert_eq!(edits.changes.len(), 1, "{more}");
        assert!(matches!(
            edits.changes[0].change,
            Change::CodeRemoved { .. }
        ));
        assert!(edits.warnings.is_empty(), "{:?}", edits.warnings);
    }
}

#[test]
fn a_status_is_removed_only_if_its_response_does_not_mention_the_code() {
    let source = ENUM.replace(
        "    CardLocked",
        "    #[immersve(status = 403, status = 409)]\n    CardLocked",
    );
    for (response, stays) in [
        ("409: { description: also CARD_LOCKED }", true),
        ("4XX: { description: also CARD_LOCKED }", true),
        (
            "default: { content: { a/b: { example: CARD_LOCKED } } }",
            true,
        ),
        ("409: { $ref: '' }", true),
        ("409: { description: no }", false),
        ("410: { description: also CARD_LOCKED }", false),
    ] {
        let document = with(&format!(
            "        {response}\n        403:\n          description: |\n            **CARD_NOT_FROZEN**\n            **CARD_LOCKED**"
        ));
        assert_eq!(
            edits(&document, &source).files.is_empty(),
            stays,
            "{response}"
        );
        assert_eq!(agrees(&document, &source), stays, "{response}");
    }
}

#[test]
fn a_deprecated_variant_is_not_restored_by_a_mention() {
    let source = ENUM.replace(
        "    CardLocked",
        "    #[deprecated(note = \"no longer documented by the API\")]\n    CardLocked",
    );
    let edits = edits(&and("            Not CARD_LOCKED."), &source);
    assert!(edits.files.is_empty(), "{}", edits.diff());
}

#[test]
fn an_operation_that_has_no_codes_now_needs_a_permission() {
    for responses in [
        "        {}",
        "        200: { description: Fine. }",
        "        403: { description: '**FORBIDDEN** No.' }",
    ] {
        let document = with(responses);
        let edits = edits(&document, ENUM);
        assert!(edits.files.is_empty(), "{}", edits.diff());
        assert_eq!(edits.warnings.len(), 1);
        assert!(!agrees(&document, ENUM));
        let allowed = Decisions {
            removals: true,
            ..Decisions::default()
        };
        assert_eq!(decided(&document, ENUM, &allowed).changes.len(), 2);
    }
}

#[test]
fn a_diff_says_of_a_mentioned_code_that_it_is_perhaps_removed() {
    let older = and("            **CARD_LOCKED**");
    let newer = and("            Or CARD_LOCKED.");
    let diff = Diff::of(&older, &newer).to_string();
    assert_eq!(
        diff.lines().last().unwrap(),
        "- perhaps removed: `CARD_LOCKED` (403): the word occurs in the document (the document:11), but not as a code"
    );
}

#[test]
fn beyond_the_limits_every_code_counts_as_mentioned() {
    let stays = |description: &str, more: &str| {
        let document = format!(
            "openapi: 3.1.0\nx: &x '{description}'\n{more}\npaths:\n  /a:\n    get:\n      operationId: \
             unfreeze-card\n      responses:\n        403: {{ description: '**CARD_NOT_FROZEN**' }}\n        \
             200: {{ content: {{ $ref: '#/y' }} }}\n"
        );
        let document: Document = document.parse().unwrap();
        let edits = edits(&document, ENUM);
        let reason = edits.warnings.first().map(|it| it.message().to_owned());
        assert_eq!(edits.files.is_empty(), reason.is_some());
        reason.is_some_and(|it| {
            it.starts_with("`UnfreezeCardErrorCode`: the document is too large to look through")
        })
    };
    let words = |count: usize| {
        let words = (0..count).map(|at| format!("A{at:X}"));
        words.collect::<Vec<_>>().join(" ")
    };
    // Three words are those of the rest of the document.
    assert!(!stays(&words(199_990), "y: { z: *x }"));
    assert!(stays(&words(200_001), "y: { z: *x }"));

    let mebibyte = "𝓍".repeat(256 * 1024);
    let often = |count: usize| format!("y: [{}]", vec!["*x"; count].join(", "));
    assert!(!stays(&mebibyte, &often(31)));
    assert!(stays(&mebibyte, &often(32)));

    let schemas = |count: usize| {
        let schemas = (0..count).map(|at| format!("  s{at}: {{ $ref: '#/y/s{}' }}\n", at + 1));
        format!("y:\n{}  s{count}: {{}}\n", schemas.collect::<String>())
    };
    assert!(!stays("", &schemas(1_990)));
    assert!(stays("", &schemas(2_000)));
}

const CODES: [&str; 6] = [
    "CARD_NOT_FROZEN",
    "CARD_LOCKED",
    "CARD_V1.2",
    "CARD_IS-LOST",
    "KYC_REQUIRED",
    "KYC_IS_REQUIRED",
];

/// Ways to write a code, in which `@` stands for it.
const FORMS: [&str; 24] = [
    "**@**",
    "**@**\nWhy.",
    "* `@`: why",
    "### @",
    "@: why",
    "Codes: @, others",
    "see @.",
    "(@)",
    "\"@\"",
    "<td>@</td><td>locked</td>",
    "a <li>@</li><li>b</li>",
    "<p>**@**</p>",
    "| code | why |\n|---|---|\n| @ | why |",
    "| why | code |\n|---|---|\n| why | see @ |",
    "```\n@\n```",
    "    @",
    "> @ - why",
    "[@](https://example.com)",
    "<!-- @ -->",
    "~~@~~",
    "<b>@</b>why",
    "**@**why",
    "_@_",
    "@/A_B",
];

/// Ways to break a word that do not change how it is shown.
fn spelled(code: &str, style: usize) -> String {
    match style {
        1 => code.replace('_', "\\_"),
        2 => code.replacen('_', "_\u{200b}", 1),
        3 => code.replacen('_', "&#95;", 1),
        4 => code.replacen('_', "_<wbr>", 1),
        _ => code.to_owned(),
    }
}

proptest! {
    #[test]
    fn no_update_deprecates_what_the_document_mentions(
        mentioned in prop::collection::vec((0..CODES.len(), 0..FORMS.len(), 0..8_usize, 0..4_usize), 0..8),
        accepts in any::<bool>(),
    ) {
        let mut texts = vec![String::new(); 4];
        for (code, form, style, place) in &mentioned {
            let is_comment = FORMS[*form].starts_with("<!--");
            let code = spelled(CODES[*code], if is_comment { 0 } else { *style });
            texts[*place] += &FORMS[*form].replace('@', &code);
            texts[*place] += "\n\n";
        }
        let document = serde_json::json!({
            "openapi": "3.1.0",
            "paths": { "/a": { "get": {
                "operationId": "a",
                "description": texts[0],
                "responses": {
                    "200": { "description": texts[1] },
                    "403": { "description": texts[2] },
                    "default": { "description": "", "content": { "a/b": { "schema": { "$ref": "#/x" } } } },
                },
            } } },
            "x": { "properties": { "reason": { "description": texts[3] } } },
        });
        let document: Document = document.to_string().parse().unwrap();
        let source = "#[derive(ImmersveErrorCode)]\n#[immersve(operation = \"a\")]\nenum A {\n    \
                      CardNotFrozen,\n    CardLocked,\n    #[immersve(code = \"CARD_V1.2\")]\n    CardV12,\n    \
                      #[immersve(code = \"CARD_IS-LOST\")]\n    CardIsLost,\n    KycRequired,\n    \
                      KycIsRequired,\n}\n";
        let decisions = decisions(&document, source, accepts);
        let edits = decided(&document, source, &decisions);
        for change in &edits.changes {
            if let Change::CodeRemoved { code, .. } = &change.change {
                let is_mentioned = mentioned.iter().any(|it| CODES[it.0] == code);
                prop_assert!(!is_mentioned, "{code}: {texts:?}");
            }
            if let Change::CodeRenamed { from, .. } = &change.change {
                let is_mentioned = mentioned.iter().any(|it| CODES[it.0] == from);
                prop_assert!(!is_mentioned, "{from}: {texts:?}");
            }
        }
        let after = edits.files.first().map_or(source, |file| &file.after);
        prop_assert!(decided(&document, after, &decisions).files.is_empty());
        prop_assert!(agrees(&document, after));
    }

    /// Random bytes of YAML's and of Markdown's own characters, at each place that is read.
    #[test]
    fn no_text_makes_the_reader_panic(
        text in "([-#*_`|<>&;:!\\[\\]{}\"'\\\\ \n\t/.~$A-C\u{200b}\u{e9}\u{41a}1]|<td>|</b>|&#95;|A_B|\\$ref: '#/x'){0,60}",
    ) {
        let in_json = serde_json::json!({
            "openapi": "3.1.0",
            "paths": { "/a": { "get": {
                "description": text,
                "responses": {
                    "403": { "description": text, "content": { text.clone(): { "example": { "errorCode": text } } } },
                    text.clone(): { "$ref": text },
                    "default": { "content": { "a/b": { "schema": { "properties": { "errorCode": { "enum": [text] } } } } } },
                },
            } } },
        });
        let document: Document = in_json.to_string().parse().unwrap();
        for code in document.operations()[0].codes() {
            prop_assert!(code.code().is_ascii());
        }
        if let Err(error) = text.parse::<Document>() {
            prop_assert!(!error.to_string().contains("internal error"), "{error}");
        }
        let indented = text.replace('\n', "\n        ");
        let in_yaml = format!("openapi: 3.1.0\npaths:\n  /a:\n    get:\n      responses:\n        {indented}\n");
        if let Err(error) = in_yaml.parse::<Document>() {
            prop_assert!(!error.to_string().contains("internal error"), "{error}");
        }
    }
}
