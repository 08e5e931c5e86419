//! Tests of codes in all forms of Markdown, and of words that only look like codes.

use immersve_openapi::Document;

const HEAD: &str = "openapi: 3.1.0
paths:
  /cards:
    post:
      operationId: create-card
      responses:
        \"403\":
          description: |
";

/// A document with this description, the first line of which is line 9.
fn document(description: &str) -> Document {
    let lines = description
        .lines()
        .map(|line| format!("            {line}\n"));
    format!("{HEAD}{}", lines.collect::<String>())
        .parse()
        .unwrap()
}

/// The codes and their meanings.
fn codes(description: &str) -> Vec<(String, String)> {
    let document = document(description);
    let codes = document.operations()[0].codes().iter();
    codes
        .map(|code| (code.code().to_owned(), code.description().to_owned()))
        .collect()
}

/// The lines of the warnings, and the words that they begin with.
fn warnings(description: &str) -> Vec<(u64, String)> {
    let document = document(description);
    let warnings = document.warnings().iter();
    warnings
        .map(|warning| {
            assert_eq!(warning.file(), "the document");
            let word = warning.message().split('`').nth(1).unwrap();
            (warning.line(), word.to_owned())
        })
        .collect()
}

#[track_caller]
fn reads(description: &str, expected: &[(&str, &str)]) {
    let expected: Vec<_> = expected
        .iter()
        .map(|(code, meaning)| ((*code).to_owned(), (*meaning).to_owned()))
        .collect();
    assert_eq!(codes(description), expected, "{description:?}");
    assert_eq!(warnings(description), [], "{description:?}");
}

#[test]
fn a_code_has_the_lines_up_to_the_next_one() {
    reads(
        "Said first.\n\n**FORBIDDEN**\nOne line.\n\n**CARD_LOST**\n\nTwo\nlines.\n\n\
         And a paragraph.\n**KYC_REQUIRED**",
        &[
            ("FORBIDDEN", "One line."),
            ("CARD_LOST", "Two\nlines.\n\nAnd a paragraph."),
            ("KYC_REQUIRED", ""),
        ],
    );
}

#[test]
fn every_usual_form_of_a_code_is_read() {
    for form in [
        "**CARD_LOST** Gone.",
        "**CARD_LOST**: Gone.",
        "**CARD_LOST:** Gone.",
        "**CARD_LOST** - Gone.",
        "**CARD_LOST** — Gone.",
        "  **CARD\\_LOST** – Gone.",
        "**CARD_LOST**  \nGone.",
        "**CARD_LOST**\\\nGone.",
        "**CARD_LOST**<br>Gone.",
        "**`CARD_LOST`** Gone.",
        "***CARD_LOST*** Gone.",
        "**\"CARD_LOST\"** Gone.",
        "__CARD_LOST__ Gone.",
        "<b>CARD_LOST</b> Gone.",
        "<B>CARD_LOST</B> Gone.",
        "<strong>CARD_LOST</strong>: Gone.",
        "<code>CARD_LOST</code> Gone.",
        "`CARD_LOST` Gone.",
        "`CARD_LOST`: Gone.",
        "`CARD_LOST`\nGone.",
        "*CARD_LOST* Gone.",
        "_CARD_LOST_ Gone.",
        "[CARD_LOST](https://example.com/codes) Gone.",
        "[**CARD_LOST**](#codes): Gone.",
        "CARD_LOST: Gone.",
        "CARD_LOST - Gone.",
        "CARD\\_LOST: Gone.",
        "CARD_LOST\nGone.",
        "- **CARD_LOST** Gone.",
        "- **CARD_LOST**: Gone.",
        "- **CARD_LOST**\n  Gone.",
        "- **CARD_LOST**\n\n  Gone.",
        "- `CARD_LOST` Gone.",
        "- CARD_LOST: Gone.",
        "* **CARD_LOST** Gone.",
        "+ **CARD_LOST** Gone.",
        "1. **CARD_LOST** Gone.",
        "- - **CARD_LOST** Gone.",
        "> **CARD_LOST** Gone.",
        "> **CARD_LOST**\n> Gone.",
        "> - **CARD_LOST**\n>   Gone.",
        "# CARD_LOST\nGone.",
        "### CARD_LOST\n\nGone.",
        "### `CARD_LOST`\nGone.",
        "### **CARD_LOST** ###\nGone.",
        "#### CARD_LOST: Gone.",
        "CARD_LOST\n---------\nGone.",
        "**CARD_LOST**\n=====\n\nGone.",
        "| code | meaning |\n|---|---|\n| CARD_LOST | Gone. |",
        "| code | meaning |\n|:--|:-:|\n| `CARD_LOST` | Gone. |",
        "code | meaning\n--- | ---\n**CARD_LOST** | Gone.",
        "| status | code | meaning |\n|---|---|---|\n| 403 | CARD_LOST | Gone. |",
        "**Note** this.\n\n**CARD_LOST** Gone.",
        "Text before.\n**CARD_LOST** Gone.",
        "Text before.\nCARD_LOST: Gone.",
        "**CARD_LOST** Gone.\n\n---\n\nA footer.",
        "**CARD_LOST** Gone.\n\n## More\n\nOther text.",
        "## CARD_LOST\nGone.\n\n## More\n\nOther text.",
    ] {
        reads(form, &[("CARD_LOST", "Gone.")]);
    }
}

#[test]
fn codes_that_share_a_line_share_the_meaning() {
    for form in [
        "**CARD_LOST** / **CARD_GONE** Away.",
        "**CARD_LOST**, **CARD_GONE**: Away.",
        "**CARD_LOST** or **CARD_GONE** Away.",
        "**CARD_LOST** and **CARD_GONE** - Away.",
        "**CARD_LOST** | **CARD_GONE**\nAway.",
        "**CARD_LOST / CARD_GONE** Away.",
        "**CARD_LOST/CARD_GONE** Away.",
        "- **CARD_LOST**/**CARD_GONE**: Away.",
        "- `CARD_LOST`, `CARD_GONE`: Away.",
        "`CARD_LOST` / `CARD_GONE` Away.",
        "CARD_LOST / CARD_GONE: Away.",
        "CARD_LOST or CARD_GONE: Away.",
        "### CARD_LOST, CARD_GONE\nAway.",
        "<b>CARD_LOST</b> / <b>CARD_GONE</b> Away.",
        "| code | |\n|-|-|\n| CARD_LOST, CARD_GONE | Away. |",
    ] {
        reads(form, &[("CARD_LOST", "Away."), ("CARD_GONE", "Away.")]);
    }
}

#[test]
fn several_codes_in_lists_and_tables_have_a_meaning_each() {
    reads(
        "One of these:\n\n- **CARD_LOST** It is lost.\n  Ask for\n  another.\n\n  - a detail\n\
         - **CARD_GONE**\n\nSaid last.",
        &[
            ("CARD_LOST", "It is lost.\nAsk for\nanother.\n\n- a detail"),
            ("CARD_GONE", ""),
        ],
    );
    reads(
        "- **CARD_LOST** Outer.\n  - **CARD_GONE** Inner.\n- **CARD_BACK** Outer.",
        &[
            ("CARD_LOST", "Outer."),
            ("CARD_GONE", "Inner."),
            ("CARD_BACK", "Outer."),
        ],
    );
    reads(
        "**FORBIDDEN**\nNo.\n\n| code | meaning | since |\n|---|---|---|\n\
         | CARD_LOST | a \\| b | 2024 |\n| CARD_GONE | | |\n\nSaid last.",
        &[
            ("FORBIDDEN", "No."),
            ("CARD_LOST", "a | b\n2024"),
            ("CARD_GONE", ""),
        ],
    );
    reads(
        "### CARD_LOST\nLost.\n#### Details\nMore.\n### CARD_GONE\nGone.",
        &[
            ("CARD_LOST", "Lost.\n#### Details\nMore."),
            ("CARD_GONE", "Gone."),
        ],
    );
}

#[test]
fn codes_with_digits_hyphens_and_dots_are_read() {
    for code in [
        "3DS_FAILED",
        "CARD_V2",
        "CARD_IS-LOST",
        "CARD_V1.2",
        "A__B",
        "A_1",
    ] {
        assert_eq!(
            codes(&format!("**{code}**")),
            [(code.to_owned(), String::new())]
        );
    }
}

#[test]
fn a_code_is_read_whole_or_not_at_all() {
    reads("### CARD_IS-LOST\nGone.", &[("CARD_IS-LOST", "Gone.")]);
    reads("### CARD_V1.2: gone", &[("CARD_V1.2", "gone")]);
    for heading in ["### CARD_IS+LOST", "### CARD_IS-lost", "### CARD_IS'LOST"] {
        assert_eq!(codes(heading), [], "{heading}");
        assert_eq!(warnings(heading), [(9, "CARD_IS".to_owned())], "{heading}");
    }
}

#[test]
fn cells_and_items_of_html_are_apart() {
    reads(
        "Codes: <li>A_B</li><li>C_D</li>",
        &[("A_B", ""), ("C_D", "")],
    );
    for (html, words) in [
        ("<li>A_B</li><li>C_D</li>", &["A_B", "C_D"][..]),
        ("<td>CARD_LOCKED</td><td>locked</td>", &["CARD_LOCKED"]),
        ("<p>A&#95;B<br>C_<b>D</b></p>", &["A_B", "C_D"]),
    ] {
        let found: Vec<_> = warnings(html).into_iter().map(|(_, word)| word).collect();
        assert_eq!(found, words, "{html}");
    }
}

#[test]
fn invisible_characters_are_no_part_of_a_code() {
    for code in [
        "**CARD_\u{200b}LOST**",
        "**\u{feff}CARD_LOST\u{200b}**",
        "`CARD\u{ad}_LOST`",
    ] {
        reads(&format!("{code}\nGone."), &[("CARD_LOST", "Gone.")]);
    }
}

#[test]
fn other_text_is_neither_a_code_nor_a_warning() {
    for text in [
        "**OR**",
        "**AND**",
        "**N/A**",
        "**GET** requests",
        "**POST**\nrequests",
        "**Note**",
        "**NOTE** this",
        "**NOTE:** this",
        "**IMPORTANT**",
        "**403**",
        "****",
        "**_**",
        "**UTF-8**",
        "**API** keys",
        "**CARD LOST**",
        "**card_lost**",
        "**1_000**",
        "An API of the EU.",
        "<!-- **CARD_LOST** Gone. -->",
        "<!--\n**CARD_LOST**\n\nGone.\n-->",
        "Text <!-- **CARD_LOST** --> text.",
        "See [the list](https://example.com/CARD_LOST).",
        "![](CARD_LOST.png)",
        "<img alt=\"CARD_LOST\">",
    ] {
        reads(text, &[]);
    }
    reads(
        "**CARD_LOST**\nLost.\n**OR**\n**CARD_GONE**\nGone.",
        &[("CARD_LOST", "Lost.\n**OR**"), ("CARD_GONE", "Gone.")],
    );
}

#[test]
fn a_word_that_looks_like_a_code_but_is_not_read_is_a_warning() {
    for text in [
        "see **CARD_LOST**",
        "see `CARD_LOST` for more",
        "The codes are CARD_LOST and others.",
        "**CARD_LOST",
        "**Error CARD_LOST**",
        "**403 CARD_LOST**",
        "CARD_LOST is returned when it is lost.",
        "[ ] **CARD_LOST**",
        "~~**CARD_LOST**~~",
        "**CARD_É**",
        "```\n**CARD_LOST** Gone.\n```",
        "~~~json\n{\"errorCode\": \"CARD_LOST\"}\n~~~",
        "text\n\n    **CARD_LOST** Gone.",
        "<p><b>CARD_LOST</b> Gone.</p>",
        "<ul>\n<li>CARD_LOST\n</ul>",
        "| ERROR_CODE | |\n|-|-|\n| a | b |",
        "| code | |\n|-|-|\n| a | see CARD_LOST |",
        "**LOCKED**\nFor good.",
        "**LOCKED**: For good.",
    ] {
        assert_eq!(codes(text), [], "{text:?}");
        assert_eq!(warnings(text).len(), 1, "{text:?}");
    }
    assert_eq!(
        warnings(
            "A\n\nsee B_C and\nsee D_E, B_C\n\n```\nx\nF_G\n```\n\n**HIJK**\n\n<div>\n\nsee L_M\n<p>\nN_O\n"
        ),
        [
            (11, "B_C".into()),
            (12, "D_E".into()),
            (16, "F_G".into()),
            (19, "HIJK".into()),
            (23, "L_M".into()),
            (25, "N_O".into()),
        ]
    );
    let long = format!("**A_{}**", "B".repeat(127));
    assert_eq!(codes(&long), []);
    assert_eq!(warnings(&long).len(), 1);
    assert_eq!(codes(&long.replacen('B', "", 1)).len(), 1);
}

#[test]
fn a_code_of_the_operation_in_other_text_is_not_a_warning() {
    reads(
        "As `CARD_LOST` says, or CARD_GONE.\n\n- **CARD_GONE**\n- **CARD_LOST**",
        &[("CARD_GONE", ""), ("CARD_LOST", "")],
    );
}

#[test]
fn a_warning_has_the_file_the_line_and_the_word() {
    let document = document("Text.\n\nThe code is CARD_LOST.");
    let [warning] = document.warnings() else {
        panic!("{:?}", document.warnings());
    };
    let shown = "the document:11: `CARD_LOST` looks like a code but is not read as one, because it is \
                 part of a sentence; a code begins a line, as in `**CARD_LOST**`, so add it to your enum \
                 yourself if it is one";
    assert_eq!(warning.to_string(), shown);
    assert_eq!(format!("{warning:?}"), shown);
    let json = serde_json::to_value(warning).unwrap();
    assert_eq!(json["line"], 11);
    assert_eq!(json["file"], "the document");
    assert_eq!(json["message"], warning.message());
    let error = document.clone().deny_warnings().unwrap_err();
    assert_eq!(error.warnings(), document.warnings());
    assert_eq!(
        error.to_string(),
        format!("the document has a warning\n  {shown}")
    );
    assert!(self::document("**CARD_LOST**").deny_warnings().is_ok());
}

#[test]
fn a_warning_in_a_text_that_is_not_literal_is_at_its_key() {
    for scalar in [
        "\"A\\n\\nsee CARD_LOST\"",
        ">\n            A\n\n            see CARD_LOST",
        "see CARD_LOST",
    ] {
        let text = HEAD.replace("description: |\n", &format!("description: {scalar}\n"));
        let document: Document = text.parse().unwrap();
        assert_eq!(document.warnings()[0].line(), 8, "{scalar}");
    }
}

#[test]
fn other_ignored_parts_are_warnings_too() {
    for (text, word) in [
        ("paths:\n  /a:\n    POST: {}\n", "POST"),
        ("paths:\n  a:\n    post: {}\n", "a"),
        (
            "paths:\n  /a:\n    get: {}\n    additionalOperations: { GET: {} }\n",
            "GET",
        ),
        (
            "paths:\n  /a:\n    get:\n      operationId: [a]\n",
            "operationId",
        ),
        (
            "paths:\n  /a:\n    get:\n      responses:\n        403:\n          description: { a: b }\n",
            "description",
        ),
    ] {
        let document: Document = format!("openapi: 3.2.0\n{text}").parse().unwrap();
        let [warning] = document.warnings() else {
            panic!("{text}: {:?}", document.warnings());
        };
        let message = warning.message();
        assert!(message.starts_with(&format!("`{word}` ")), "{message}");
    }
}
