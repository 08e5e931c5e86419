//! Tests of updates: enums in Rust source, and the source after an update.

use serde_json::{Value, json};

use super::{decided, decisions, edits};
use crate::{
    compare::change::{Change, Evidence},
    compare::diff::Diff,
    document::Document,
    update::Decisions,
};

/// A document with one operation, `op`, and codes as `CODE status` or `CODE status meaning`.
pub(super) fn document(codes: &[&str]) -> Document {
    let mut responses = json!({});
    for code in codes {
        let mut words = code.splitn(3, ' ');
        let (code, status) = (words.next().unwrap(), words.next().unwrap_or("403"));
        let meaning = words.next().unwrap_or_default();
        let before = responses[status]["description"]
            .as_str()
            .unwrap_or_default();
        responses[status] = json!({
            "description": format!("{before}**{code}**\n{meaning}\n\n"),
        });
    }
    let operation: Value = json!({ "operationId": "op", "responses": responses });
    let document = json!({ "openapi": "3.1.0", "paths": { "/op": { "post": operation } } });
    document.to_string().parse().unwrap()
}

/// The source after an update, which a second update does not change.
#[track_caller]
fn updated(codes: &[&str], source: &str) -> String {
    let document = document(codes);
    // In these tests no code was renamed, and an operation may lose all.
    let decisions = decisions(&document, source, false);
    let edits = decided(&document, source, &decisions);
    let Some(file) = edits.files.first() else {
        return source.to_owned();
    };
    let again = decided(&document, &file.after, &decisions);
    assert!(again.files.is_empty(), "{}", again.diff());
    file.after.clone()
}

const HEAD: &str = "#[derive(Debug, ImmersveErrorCode)]\n#[immersve(operation = \"op\")]\n";

/// Checks the body of an enum after an update.
#[track_caller]
fn becomes(codes: &[&str], before: &str, after: &str) {
    let source = format!("{HEAD}{before}");
    let updated = updated(codes, &source);
    assert_eq!(updated.strip_prefix(HEAD).unwrap(), after);
}

#[test]
fn missing_codes_are_inserted_in_document_order_before_the_unknown_variant() {
    becomes(
        &[
            "AA_AA",
            "BB_BB 400",
            "CC_CC",
            "DD_2",
            "EE_EE 403 What\nit means.",
        ],
        "enum E {\n    CcCc,\n    #[immersve(unknown)]\n    Unknown(UnknownCode),\n}\n",
        "\
enum E {
    /// The API document gives no meaning.
    #[immersve(status = 400)]
    BbBb,
    /// The API document gives no meaning.
    AaAa,
    CcCc,
    /// The API document gives no meaning.
    #[immersve(code = \"DD_2\")]
    Dd2,
    /// What
    /// it means.
    EeEe,
    #[immersve(unknown)]
    Unknown(UnknownCode),
}
",
    );
}

#[test]
fn text_around_a_new_variant_stays() {
    for (before, after) in [
        (
            "enum E { AaAa }",
            "enum E { AaAa,\n    /// X.\n    BbBb,\n}",
        ),
        (
            "enum E { AaAa, }",
            "enum E { AaAa,\n    /// X.\n    BbBb,\n}",
        ),
        ("enum E {AaAa}", "enum E {AaAa,\n    /// X.\n    BbBb,\n}"),
        (
            "enum E {}",
            "enum E {\n    /// X.\n    BbBb,\n    /// The API document gives no meaning.\n    AaAa,\n}",
        ),
        (
            "enum E {\n  AaAa\n}",
            "enum E {\n  AaAa,\n  /// X.\n  BbBb,\n}",
        ),
        (
            "enum E {\n\tAaAa, // mine\n\n\t// end\n}",
            "enum E {\n\tAaAa, // mine\n\t/// X.\n\tBbBb,\n\n\t// end\n}",
        ),
        (
            "enum E {\n    AaAa // mine\n}",
            "enum E {\n    AaAa, // mine\n    /// X.\n    BbBb,\n}",
        ),
        (
            "enum E {\n    AaAa /* a /* b\n */ c\n */ // d\n    // e\n}",
            "enum E {\n    AaAa, /* a /* b\n */ c\n */ // d\n    /// X.\n    BbBb,\n    // e\n}",
        ),
        (
            "enum E {\r\n    AaAa,\r\n}\r\n",
            "enum E {\r\n    AaAa,\r\n    /// X.\r\n    BbBb,\r\n}\r\n",
        ),
        (
            "enum E { AaAa, #[immersve(unknown)] U(UnknownCode) }",
            "enum E { AaAa,\n    /// X.\n    BbBb,\n    #[immersve(unknown)] U(UnknownCode) }",
        ),
        (
            "enum E { AaAa, /// Doc of U.\n  #[immersve(unknown)] U(UnknownCode) }",
            "enum E { AaAa,\n    /// X.\n    BbBb,\n    /// Doc of U.\n  #[immersve(unknown)] U(UnknownCode) }",
        ),
        (
            "enum E {\n    #[immersve(unknown)]\n    U(UnknownCode),\n    AaAa,\n}",
            "enum E {\n    /// X.\n    BbBb,\n    #[immersve(unknown)]\n    U(UnknownCode),\n    AaAa,\n}",
        ),
        (
            "enum E {\n    // Cards.\n    #[cfg(feature = \"x\")]\n    AaAa = 1,\n}",
            "enum E {\n    // Cards.\n    #[cfg(feature = \"x\")]\n    AaAa = 1,\n    /// X.\n    BbBb = 2,\n}",
        ),
        (
            "enum E {\n    AaAa,\n    // The rest.\n    #[immersve(unknown)]\n    U(UnknownCode),\n}",
            "enum E {\n    AaAa,\n    /// X.\n    BbBb,\n    // The rest.\n    #[immersve(unknown)]\n    U(UnknownCode),\n}",
        ),
    ] {
        let codes: &[&str] = if before.contains("AaAa") {
            &["AA_AA", "BB_BB 403 X."]
        } else {
            &["BB_BB 403 X.", "AA_AA"]
        };
        becomes(codes, before, after);
    }
}

#[test]
fn edits_are_in_the_right_place_after_a_byte_order_mark_a_script_line_and_long_characters() {
    for before in [
        "\u{feff}",
        "#!/usr/bin/env rust-script\n",
        "\u{feff}#!/usr/bin/env rust-script\r\n",
        "#![allow(dead_code)]\n",
        "//! 注文 🂡\n",
        "const C: &str = \"é🂡\";\n",
        "mod m {}\n",
    ] {
        let source = format!("{before}{HEAD}enum E {{\n    AaAa,\n}}\n// 終");
        let expected =
            format!("{before}{HEAD}enum E {{\n    AaAa,\n    /// é.\n    BbBb,\n}}\n// 終");
        assert_eq!(updated(&["AA_AA", "BB_BB 403 é."], &source), expected);
    }
}

#[test]
fn statuses_are_rewritten_with_small_edits() {
    for (documented, before, after) in [
        (
            &["AA_AA 400"][..],
            "AaAa",
            "#[immersve(status = 400)]\n    AaAa",
        ),
        (
            &["AA_AA 400"],
            "#[immersve(status = 404)]\n    AaAa",
            "#[immersve(status = 400)]\n    AaAa",
        ),
        (
            &["AA_AA 403"],
            "#[immersve(status = 404)]\n    AaAa",
            "#[immersve(status = 403)]\n    AaAa",
        ),
        (
            &["AA_AA 403"],
            "#[immersve(status = 403, status = 400)]\n    AaAa",
            "#[immersve(status = 403)]\n    AaAa",
        ),
        (
            &["AA_AA 403"],
            "#[immersve( status=403 ,status=400 , )]\n    AaAa",
            "#[immersve( status=403 , )]\n    AaAa",
        ),
        (
            &["AA_AA 403"],
            "#[immersve(status = 400, /* why */ status = 403)]\n    AaAa",
            "#[immersve(/* why */ status = 403)]\n    AaAa",
        ),
        (
            &["AA_AA 403"],
            "#[immersve(status = 400)]\n    #[immersve(status = 403)]\n    AaAa",
            "#[immersve(status = 403)]\n    AaAa",
        ),
        (
            &["AA_AA 400", "AA_AA 403"],
            "#[immersve(alias = \"OLD\")]\n    AaAa",
            "#[immersve(alias = \"OLD\", status = 400, status = 403)]\n    AaAa",
        ),
        (
            &["AA_AA 4XX"],
            "#[immersve(status = 404)]\n    AaAa",
            "#[immersve(status = 404)]\n    AaAa",
        ),
        (
            &["AA_AA 4XX", "AA_AA 503"],
            "#[immersve(status = 404, status = 500)]\n    AaAa",
            "#[immersve(status = 404, status = 503)]\n    AaAa",
        ),
        (
            &["AA_AA 5XX"],
            "#[cfg(x)] AaAa",
            "#[cfg(x)] #[immersve(status = 500)] AaAa",
        ),
        (
            &[
                "AA_AA 400",
                "AA_AA 403",
                "AA_AA 404",
                "AA_AA 422",
                "AA_AA 423",
                "AA_AA 424",
            ],
            "#[immersve(status = 400)]\n    AaAa",
            "#[immersve(\n        status = 400,\n        status = 403,\n        status = 404,\n        \
             status = 422,\n        status = 423,\n        status = 424\n    )]\n    AaAa",
        ),
        (
            &["AA_AA 400", "AA_AA 403"],
            "#[immersve(\n        // here\n        status = 400,\n    )]\n    AaAa",
            "#[immersve(\n        // here\n        status = 400,\n        status = 403,\n    )]\n    AaAa",
        ),
    ] {
        becomes(
            documented,
            &format!("enum E {{\n    {before},\n}}"),
            &format!("enum E {{\n    {after},\n}}"),
        );
    }
}

#[test]
fn a_code_is_deprecated_until_it_is_documented_again() {
    let mark = "#[deprecated(note = \"no longer documented by the API\")]";
    for variant in [
        "AaAa",
        "/// Doc.\n    AaAa",
        "#[cfg(x)]\n    AaAa",
        "// c\n    AaAa",
    ] {
        let marked = variant.replace("AaAa", &format!("{mark}\n    AaAa"));
        let (marked, plain) = (
            format!("enum E {{\n    {marked},\n    BbBb,\n}}"),
            format!("enum E {{\n    {variant},\n    BbBb,\n}}"),
        );
        becomes(&["BB_BB"], &plain, &marked);
        becomes(&["AA_AA", "BB_BB"], &marked, &plain);
    }
    let one_line = format!("enum E {{ {mark} AaAa, BbBb }}");
    becomes(&["BB_BB"], "enum E { AaAa, BbBb }", &one_line);
    becomes(&["AA_AA", "BB_BB"], &one_line, "enum E { AaAa, BbBb }");
    let before_ours =
        format!("enum E {{\n    {mark}\n    #[immersve(status = 400)]\n    AaAa,\n}}");
    becomes(
        &[],
        "enum E {\n    #[immersve(status = 400)]\n    AaAa,\n}",
        &before_ours,
    );
}

#[test]
fn a_deprecation_by_a_person_stays() {
    for mark in [
        "#[deprecated]",
        "#[deprecated = \"mine\"]",
        "#[deprecated(since = \"1\", note = \"mine\")]",
    ] {
        let source = format!("enum E {{\n    {mark}\n    AaAa,\n    BbBb,\n}}");
        for documented in [&["AA_AA", "BB_BB"][..], &["BB_BB"]] {
            becomes(documented, &source, &source);
        }
    }
}

#[test]
fn a_code_is_swapped_with_the_alias_that_is_documented() {
    for (before, after) in [
        (
            "#[immersve(alias = \"NEW_A\")]\n    AaAa",
            "#[immersve(code = \"NEW_A\", alias = \"AA_AA\")]\n    AaAa",
        ),
        (
            "#[immersve(status = 400, code = \"OLD_A\", alias = \"OTHER\", alias = \"NEW_A\")]\n    AaAa",
            "#[immersve(status = 403, code = \"NEW_A\", alias = \"OTHER\", alias = \"OLD_A\")]\n    AaAa",
        ),
        (
            "#[immersve(alias=\"NEW_A\")] #[immersve(retry = \"always\")] AaAa",
            "#[immersve(code=\"NEW_A\", alias = \"AA_AA\")] #[immersve(retry = \"always\")] AaAa",
        ),
    ] {
        becomes(
            &["NEW_A"],
            &format!("enum E {{\n    {before},\n}}"),
            &format!("enum E {{\n    {after},\n}}"),
        );
    }
    let both = "enum E {\n    #[immersve(alias = \"NEW_A\")]\n    AaAa,\n}";
    becomes(&["AA_AA", "NEW_A"], both, both);
}

#[test]
fn a_guessed_rename_is_reported_and_applied_if_it_is_accepted() {
    let document = document(&["CARD_WAS_LOST 400 Gone."]);
    for (before, after) in [
        (
            "CardIsLost",
            "#[immersve(\n        code = \"CARD_WAS_LOST\",\n        alias = \"CARD_IS_LOST\",\n        status = 400\n    )]\n    CardIsLost",
        ),
        (
            "#[immersve(code = \"CARD_IS_LOST\", status = 400)]\n    Mine",
            "#[immersve(code = \"CARD_WAS_LOST\", alias = \"CARD_IS_LOST\", status = 400)]\n    Mine",
        ),
    ] {
        let source = format!("{HEAD}enum E {{\n    {before},\n}}\n");
        let undecided = edits(&document, &source);
        let [guess] = &*undecided.undecided else {
            panic!("{undecided:?}");
        };
        let Change::CodeRenamed { from, to, .. } = &guess.change else {
            panic!("{guess:?}");
        };
        assert_eq!((&**from, &**to), ("CARD_IS_LOST", "CARD_WAS_LOST"));
        assert!(undecided.files.is_empty(), "neither is touched");
        assert!(undecided.changes.is_empty() && !undecided.agrees());

        let old = || vec!["CARD_IS_LOST".to_owned()];
        let rejected = Decisions {
            rejected: old(),
            ..Decisions::default()
        };
        let edits = decided(&document, &source, &rejected);
        assert!(edits.undecided.is_empty());
        assert_eq!(edits.changes.len(), 2, "one goes, one comes: {edits:?}");

        let accepted = Decisions {
            accepted: old(),
            ..Decisions::default()
        };
        let edits = decided(&document, &source, &accepted);
        assert!(edits.undecided.is_empty());
        let text = &edits.files[0].after;
        let after = after.replace("(\n        code = \"CARD_WAS_LOST\",\n        alias = \"CARD_IS_LOST\",\n        status = 400\n    )", "(code = \"CARD_WAS_LOST\", alias = \"CARD_IS_LOST\", status = 400)");
        assert_eq!(*text, format!("{HEAD}enum E {{\n    {after},\n}}\n"));
    }
}

#[test]
fn a_rename_has_the_same_reason_between_two_documents_and_for_an_enum() {
    let documented = |code: &str| document(&[&format!("{code} 403 It is.")]);
    for (new, reason) in [
        ("CARD_INVALID_STATE", Evidence::SimilarCodes),
        ("CARD_ACTIVATION_FORBIDDEN", Evidence::OnlyPair),
        ("NOT_NOW", Evidence::SameDescription),
    ] {
        let diff = Diff::of(&documented("CARD_STATE_INVALID"), &documented(new));
        let Change::CodeRenamed { evidence, .. } = diff.differences[0].change() else {
            panic!("{diff}");
        };
        assert_eq!(*evidence, reason);
        // The doc comment that was written from the document, and one of a person.
        for comment in ["It is.", "Ask again later."] {
            let source = format!("{HEAD}enum E {{\n    /// {comment}\n    CardStateInvalid,\n}}\n");
            let edits = edits(&documented(new), &source);
            let guess = edits.undecided.first().map(|guess| match &guess.change {
                Change::CodeRenamed { evidence, .. } => *evidence,
                change => panic!("{change:?}"),
            });
            // Without the document's description there is no third reason.
            let is_known = reason != Evidence::SameDescription || comment == "It is.";
            assert_eq!(guess, is_known.then_some(reason), "{new}, {comment}");
        }
    }
}

#[test]
fn an_enum_that_agrees_is_not_touched() {
    let source = format!(
        "{HEAD}enum E {{\n  FORBIDDEN_is, AaAa  ,\n\n #[immersve(alias=\"BB_BB\")] CcCc,}}"
    )
    .replace("FORBIDDEN_is, ", "");
    assert_eq!(
        updated(&["AA_AA", "BB_BB", "CC_CC", "FORBIDDEN"], &source),
        source
    );
}

#[test]
fn a_name_that_is_taken_gets_a_number_and_its_code() {
    becomes(
        &["CARD_GONE", "CARD_LOST"],
        "enum E {\n    #[immersve(code = \"CARD_GONE\")]\n    CardLost,\n}",
        "enum E {\n    #[immersve(code = \"CARD_GONE\")]\n    CardLost,\n    /// The API document gives no \
         meaning.\n    #[immersve(code = \"CARD_LOST\")]\n    CardLost2,\n}",
    );
}

/// The changes and warnings of an update of these sources.
fn update_of(documented: &[&str], sources: &str) -> (String, Vec<String>) {
    let document = document(documented);
    let decisions = decisions(&document, sources, false);
    let edits = decided(&document, sources, &decisions);
    let text = edits.files.first().map_or(sources, |file| &file.after);
    let warnings = edits.warnings.iter().map(ToString::to_string);
    (text.to_owned(), warnings.collect())
}

#[test]
fn codes_of_embedded_enums_count() {
    let source = format!(
        "#[derive(ImmersveErrorCode)]\nenum Inner {{\n    #[immersve(alias = \"CC_CC\")]\n    AaAa,\n    \
         #[immersve(embed)]\n    Deep(deep::Innermost),\n}}\n#[derive(ImmersveErrorCode)]\nenum Innermost {{ BbBb }}\n\
         {HEAD}enum E {{\n    #[immersve(embed)]\n    Inner(crate::Inner),\n    DdDd,\n}}\n"
    );
    let (text, warnings) = update_of(&["AA_AA", "BB_BB", "CC_CC", "DD_DD"], &source);
    assert_eq!((text, warnings), (source.clone(), vec![]));
    let (text, warnings) = update_of(&["AA_AA 400", "EE_EE"], &source);
    assert!(
        text.starts_with(source.split(HEAD).next().unwrap()),
        "inner enums stay: {text}"
    );
    assert!(
        text.contains("    DdDd,\n    /// The API document gives no meaning.\n    EeEe,\n}"),
        "{text}"
    );
    assert_eq!(
        warnings,
        [
            "codes.rs:10: `E`: the embedded `Inner` (codes.rs:1) has AA_AA, which the operation documents under \
             400; `update` does not edit `Inner`, which names no operation",
            "codes.rs:10: `E`: the embedded `Innermost` (codes.rs:8) has BB_BB, which the operation does not \
             document; `update` does not edit `Innermost`, which names no operation",
        ]
    );
}

#[test]
fn codes_that_an_embedded_enum_elsewhere_may_have_are_not_added() {
    for (payload, others, why) in [
        ("other::Codes", "", "`Codes` is not in the given files"),
        (
            "Codes",
            "mod a { #[derive(ImmersveErrorCode)] enum Codes { A } }\nmod b { #[derive(ImmersveErrorCode)] enum Codes { A } }\n",
            "the given files have 2 enums with the name `Codes`",
        ),
        ("(Codes,)", "", "its type is not a path"),
    ] {
        for flags in ["embed", "embed, unknown"] {
            let source = format!(
                "{others}{HEAD}enum E {{\n    AaAa,\n    BbBb,\n    #[immersve({flags})]\n    Codes({payload}),\n}}\n"
            );
            let (text, warnings) = update_of(&["AA_AA 400", "CC_CC"], &source);
            let expected = source
                .replace("    AaAa", "    #[immersve(status = 400)]\n    AaAa")
                .replace(
                    "    BbBb",
                    "    #[deprecated(note = \"no longer documented by the API\")]\n    BbBb",
                );
            assert_eq!(text, expected);
            let [warning] = &warnings[..] else {
                panic!("{warnings:?}");
            };
            assert!(
                warning.ends_with(&format!(
                    "the codes of `E::Codes` are unknown: {why}; these documented codes may be among \
                     them and do not count as missing: CC_CC"
                )),
                "{warning}"
            );
        }
    }
}

#[test]
fn a_new_variant_is_inserted_before_an_open_embed() {
    becomes(
        &["AA_AA", "BB_BB"],
        "enum E {\n    AaAa,\n    #[immersve(embed, unknown)]\n    F(F),\n}\n\n#[derive(ImmersveErrorCode)]\nenum F { CcCc }",
        "enum E {\n    AaAa,\n    /// The API document gives no meaning.\n    BbBb,\n    #[immersve(embed, \
         unknown)]\n    F(F),\n}\n\n#[derive(ImmersveErrorCode)]\nenum F { CcCc }",
    );
}

#[test]
fn enums_are_found_anywhere_and_under_any_name_of_the_derive() {
    let plain = "enum E { AaAa }";
    for source in [
        "#[derive(Debug)]\n#[derive(my::sdk::ImmersveErrorCode, Clone)]\n#[immersve(crate = my, operation = \"op\")]\npub(crate) enum E { AaAa }",
        "use x::{Y, ImmersveErrorCode as Codes};\n#[derive(Codes)] #[immersve(operation = r\"op\")] enum E { AaAa }",
        "fn f() { mod m { #[cfg_attr(all(), derive(ImmersveErrorCode))] #[immersve(operation = r#\"op\"#)] pub enum E { AaAa } } }",
        "cfg_if::cfg_if! { if #[cfg(x)] { #[derive(ImmersveErrorCode)] #[immersve(operation = \"op\")] enum E { AaAa } } }",
    ] {
        let updated = updated(&["AA_AA", "BB_BB"], source);
        assert!(updated.contains("BbBb,"), "{updated}");
    }
    for source in [
        plain.to_owned(),
        format!("#[derive(Debug)]\n{plain}"),
        format!("// #[derive(ImmersveErrorCode)] #[immersve(operation = \"op\")]\n{plain}"),
        format!(
            "/// #[derive(ImmersveErrorCode)] #[immersve(operation = \"op\")] {plain}\nfn f() {{}}"
        ),
        format!("const S: &str = r#\"{HEAD}{plain}\"#;"),
    ] {
        let (text, warnings) = update_of(&["AA_AA", "BB_BB"], &source);
        assert_eq!((text, warnings), (source, vec![]));
    }
    let source = format!("#[derive(ImmersveErrorCode)]\n{plain}");
    let (text, warnings) = update_of(&["AA_AA", "BB_BB"], &source);
    assert_eq!((text, warnings.len()), (source, 1));
}

#[test]
fn a_variant_under_a_condition_is_a_variant() {
    let source = "enum E {\n    #[cfg(a)]\n    AaAa,\n    #[cfg(not(a))]\n    #[immersve(code = \"AA_AA\")]\n    Old,\n}";
    becomes(&["AA_AA"], source, source);
    becomes(
        &["AA_AA 400"],
        source,
        "enum E {\n    #[cfg(a)]\n    #[immersve(status = 400)]\n    AaAa,\n    #[cfg(not(a))]\n    \
         #[immersve(code = \"AA_AA\", status = 400)]\n    Old,\n}",
    );
}

#[test]
fn sources_that_would_exhaust_a_parser_are_read() {
    let deep = format!(
        "fn f() {{ {}{} }}",
        "(".repeat(100_000),
        ")".repeat(100_000)
    );
    let minus = format!("const X: i32 = {}1;", "-".repeat(100_000));
    let many = format!("{HEAD}enum Many {{\n{} }}", "    AaAa,\n".repeat(2));
    let large: Vec<String> = (0..2_000)
        .map(|at| format!("{HEAD}enum E{at} {{ AaAa, #[immersve(unknown)] U(UnknownCode) }}\n"))
        .collect();
    let large = large.concat();
    let imports = format!("{}\nfn f() {{}};", "use ".repeat(200_000));
    let nested = format!("use {}{};", "a::{".repeat(20_000), "}".repeat(20_000));
    let name = "a".repeat(100_000);
    let long = format!("use {name}::{{{}}};", "b, ".repeat(100_000));
    let globs = "use a::*;\n".repeat(100_000);
    for source in [deep, minus, many, imports, nested, long, globs] {
        let source = format!("{source}\n{HEAD}enum E {{ AaAa }}");
        let (text, _) = update_of(&["AA_AA"], &source);
        assert_eq!(text, source);
    }
    let (text, _) = update_of(&["AA_AA", "BB_BB"], &large);
    assert_eq!(text.matches("    BbBb,\n").count(), 2_000);
}

#[test]
fn inserted_text_is_formatted_as_rustfmt_would() {
    let Ok(version) = std::process::Command::new("rustfmt")
        .arg("--version")
        .output()
    else {
        return;
    };
    assert!(version.status.success());
    let long = format!("CARD_{}", "A".repeat(60));
    let codes: Vec<String> = (40..70)
        .map(|length| format!("C_{} 400", "A1".repeat(length / 2)))
        .chain([
            format!("{long}9 400 Text."),
            "BB_BB 503 Two\nlines.".to_owned(),
        ])
        .collect();
    let codes: Vec<&str> = codes.iter().map(String::as_str).collect();
    let head = HEAD.replace("Immersve", "::immersve_errors::Immersve");
    let source = format!(
        "mod m {{\n{}\n}}\n",
        format!("{head}enum E {{\n    #[immersve(alias = \"OLD\", status = 401)]\n    BbBb,\n}}")
            .lines()
            .map(|line| format!("    {line}"))
            .collect::<Vec<_>>()
            .join("\n")
    );
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("codes.rs");
    let updated = updated(&codes, &source);
    assert_ne!(updated, source);
    std::fs::write(&path, &updated).unwrap();
    let output = std::process::Command::new("rustfmt")
        .args(["--edition", "2024", "--check"])
        .arg(&path)
        .output()
        .unwrap();
    assert!(
        output.status.success(),
        "{}\n{updated}",
        String::from_utf8_lossy(&output.stdout)
    );
}

#[test]
fn a_comment_goes_with_its_value_and_no_other() {
    for (documented, before, after) in [
        (
            &["AA_AA 403"][..],
            "#[immersve(\n        status = 403, // KEEP: the old clusters still send this\n        status = 409, // conflict\n    )]\n    AaAa",
            "#[immersve(\n        status = 403, // KEEP: the old clusters still send this\n    )]\n    AaAa",
        ),
        (
            &["AA_AA 409"],
            "#[immersve(\n        // KEEP: the old clusters still send this\n        status = 403,\n        // conflict\n        status = 409\n    )]\n    AaAa",
            "#[immersve(\n        // conflict\n        status = 409\n    )]\n    AaAa",
        ),
        (
            &["AA_AA 409", "AA_AA 410"],
            "#[immersve(status = 403 /* a */, status = 409 /* b */)]\n    AaAa",
            "#[immersve(status = 409 /* b */, status = 410)]\n    AaAa",
        ),
        (
            &["AA_AA 410"],
            "#[immersve(status = 409)] // conflict\n    AaAa",
            "#[immersve(status = 410)] // conflict\n    AaAa",
        ),
        (
            &["AA_AA 400"],
            "#[immersve(status = 400)] // bad\n    #[immersve(status = 409)] // conflict\n    AaAa",
            "#[immersve(status = 400)] // bad\n    AaAa",
        ),
        (
            &["AA_AA 400", "AA_AA 403"],
            "#[immersve(status = 400 // bad\n    )]\n    AaAa",
            "#[immersve(status = 400, // bad\n        status = 403\n    )]\n    AaAa",
        ),
        (
            &["WORSE_A 403"],
            "#[immersve(alias = \"WORSE_A\" /* seen in prod */)]\n    AaAa",
            "#[immersve(code = \"WORSE_A\" /* seen in prod */, alias = \"AA_AA\")]\n    AaAa",
        ),
        (
            &["WORSE_A 403"],
            "#[immersve(\n        code = \"BAD_A\", // the first\n        alias = \"WORSE_A\", // seen in prod\n    )]\n    AaAa",
            "#[immersve(\n        code = \"WORSE_A\", // seen in prod\n        alias = \"BAD_A\", // the first\n    )]\n    AaAa",
        ),
        (
            &["WORSE_A 403"],
            "#[immersve(code = \"BAD_A\" /* the first */)] #[immersve(alias = \"WORSE_A\" /* seen in prod */)]\n    AaAa",
            "#[immersve(alias = \"BAD_A\" /* the first */)] #[immersve(code = \"WORSE_A\" /* seen in prod */)]\n    AaAa",
        ),
    ] {
        becomes(
            documented,
            &format!("enum E {{\n    {before},\n}}"),
            &format!("enum E {{\n    {after},\n}}"),
        );
    }
}

#[test]
fn an_attribute_that_loses_all_its_arguments_gets_others() {
    let source = format!(
        "{HEAD}enum E {{\n    #[immersve(status = 409, // c\n    )] #[immersve(status = 403)] CardLocked,\n}}\n"
    );
    let document = document(&["CARD_IS_LOCKED"]);
    let edits = decided(&document, &source, &decisions(&document, &source, true));
    let expected = source.replace(
        "#[immersve(status = 409, // c\n    )]",
        "#[immersve(code = \"CARD_IS_LOCKED\", alias = \"CARD_LOCKED\",\n    )]",
    );
    assert_eq!(edits.files[0].after, expected);
}

#[test]
fn new_variants_get_free_numbers_and_no_other_variant_gets_another() {
    for (before, after) in [
        (
            "enum E {\n    AaAa = 1,\n    CcCc = 2,\n}",
            "enum E {\n    AaAa = 1,\n    CcCc = 2,\n    /// X.\n    BbBb = 3,\n}",
        ),
        (
            "enum E {\n    AaAa = -5,\n    CcCc,\n}",
            "enum E {\n    AaAa = -5,\n    CcCc,\n    /// X.\n    BbBb = -3,\n}",
        ),
        (
            "#[repr(u8)]\nenum E {\n    AaAa = 1,\n    CcCc = 0xff,\n}",
            "#[repr(u8)]\nenum E {\n    AaAa = 1,\n    CcCc = 0xff,\n    /// X.\n    BbBb = 0,\n}",
        ),
        (
            "#[repr(C, i8)]\nenum E {\n    CcCc = 0,\n    AaAa = 127,\n}",
            "#[repr(C, i8)]\nenum E {\n    CcCc = 0,\n    AaAa = 127,\n    /// X.\n    BbBb = 1,\n}",
        ),
        (
            "#[repr(u8)]\nenum E {\n    AaAa,\n    CcCc,\n    #[immersve(unknown)]\n    U(UnknownCode),\n}",
            "#[repr(u8)]\nenum E {\n    AaAa,\n    CcCc,\n    #[immersve(unknown)]\n    U(UnknownCode),\n    /// X.\n    BbBb,\n}",
        ),
        (
            "#[repr(transparent)]\nenum E {\n    AaAa,\n    CcCc,\n}",
            "#[repr(transparent)]\nenum E {\n    AaAa,\n    /// X.\n    BbBb,\n    CcCc,\n}",
        ),
    ] {
        becomes(&["AA_AA", "BB_BB 403 X.", "CC_CC"], before, after);
    }
}

#[test]
fn an_enum_without_a_free_number_gets_no_variant() {
    let full: Vec<String> = (0..256)
        .map(|number| format!("    #[immersve(code = \"C_{number}\")]\n    C{number},\n"))
        .collect();
    let full = full.concat();
    let documented: Vec<String> = (0..256)
        .map(|number| format!("C_{number}"))
        .chain(["AA_AA".to_owned()])
        .collect();
    let documented: Vec<&str> = documented.iter().map(String::as_str).collect();
    for (source, documented, why) in [
        (
            format!("#[repr(u8)]\nenum E {{\n{full}}}\n"),
            &*documented,
            "all discriminants of the enum are taken",
        ),
        (
            "enum E {\n    BbBb = Self::FIRST,\n}\n".to_owned(),
            &["BB_BB", "AA_AA"],
            "a discriminant of the enum is not a number",
        ),
    ] {
        let source = format!("{HEAD}{source}");
        let edits = edits(&document(documented), &source);
        assert!(edits.files.is_empty() && edits.changes.is_empty() && !edits.agrees());
        assert_eq!(
            edits.warnings[0].to_string(),
            format!("codes.rs:1: `E`: {why}, so these codes have to be added by hand: AA_AA")
        );
    }
}

#[test]
fn an_operation_that_documents_no_code_any_more_deprecates_only_what_is_allowed() {
    let source = format!("{HEAD}enum E {{\n    AaAa,\n    BbBb,\n}}\n");
    let document = document(&["FORBIDDEN"]);
    let edits = edits(&document, &source);
    assert!(edits.files.is_empty() && !edits.agrees());
    assert_eq!(
        edits.warnings[0].to_string(),
        "codes.rs:1: `E`: the operation no longer documents any codes, so nothing was deprecated; \
         `--allow-removals` deprecates AA_AA, BB_BB"
    );
    let allowed = Decisions {
        removals: true,
        ..Decisions::default()
    };
    let edits = decided(&document, &source, &allowed);
    assert_eq!(edits.changes.len(), 2);
    assert!(edits.agrees() || edits.left == 0);
}

#[test]
fn new_lines_are_indented_as_the_enum_is() {
    let statuses = [
        "AA_AA 400",
        "AA_AA 401",
        "AA_AA 404",
        "AA_AA 409",
        "AA_AA 410",
        "AA_AA 422",
    ];
    becomes(
        &statuses,
        "enum E {\n  AaAa,\n}",
        "enum E {\n  #[immersve(\n    status = 400,\n    status = 401,\n    status = 404,\n    status = 409,\n    \
         status = 410,\n    status = 422\n  )]\n  AaAa,\n}",
    );
}

#[test]
fn an_alias_of_a_base_code_is_a_code_that_the_enum_has() {
    let source = format!(
        "{HEAD}enum E {{\n    AaAa,\n    #[immersve(alias = \"CARD_LOST\")]\n    Forbidden,\n}}\n"
    );
    let document = document(&["AA_AA", "CARD_LOST"]);
    assert!(super::agrees(&document, &source));
    assert!(edits(&document, &source).agrees());
}

#[test]
fn a_report_names_the_variant_that_is_added() {
    let source =
        format!("{HEAD}enum E {{\n    #[immersve(code = \"CARD_GONE\")]\n    CardLost,\n}}\n");
    let edits = edits(&document(&["CARD_GONE", "CARD_LOST"]), &source);
    assert!(
        edits.files[0]
            .after
            .contains("    #[immersve(code = \"CARD_LOST\")]\n    CardLost2,\n")
    );
    assert_eq!(
        edits.changes[0].to_string(),
        "codes.rs:1: `E`: CARD_LOST is documented (403); added `#[immersve(code = \"CARD_LOST\")] CardLost2`"
    );
}

#[test]
fn a_report_names_the_variant_whose_status_is_corrected() {
    let source = format!("{HEAD}enum E {{\n    #[immersve(code = \"CARD_LOST\")]\n    Gone,\n}}\n");
    let edits = edits(&document(&["CARD_LOST 409"]), &source);
    assert_eq!(
        edits.changes[0].to_string(),
        "codes.rs:5: `E`: CARD_LOST is documented under 409, was under 403; corrected `Gone`"
    );
}

#[test]
fn a_doc_comment_is_compared_by_its_words() {
    let document = document(&["KYC_EXPIRED 403 They left, for good."]);
    for comment in [
        "/// They left,\n    /// for good.",
        "/**\n     * They left,\n     * for good.\n     */",
        "#[doc = \"They left, for good.\"]",
    ] {
        let source = format!("{HEAD}enum E {{\n    {comment}\n    CardLost,\n}}\n");
        assert_eq!(edits(&document, &source).undecided.len(), 1, "{comment}");
    }
}
