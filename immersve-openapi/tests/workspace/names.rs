//! The contract tool and the derive agree on the code of a variant's name, and on what a code may be. A shared crate
//! for a few lines would cost all users of the derive compile time.

#[path = "../../../immersve-errors-derive/src/case.rs"]
mod case;

#[expect(dead_code, reason = "only a part is compared")]
#[path = "../../src/naming.rs"]
mod naming;

use std::{fmt::Write as _, fs};

use immersve_openapi::{Document, DocumentedCode};
use proptest::prelude::*;

use crate::{output, read};

/// A document with one operation that documents these codes.
fn text(codes: &[String]) -> String {
    let headings = codes.iter().fold(String::new(), |text, code| {
        text + "            **" + code + "**\n            What it means.\n\n"
    });
    format!(
        "openapi: 3.1.0\npaths:\n  /odd:\n    get:\n      operationId: odd\n      responses:\n        \
         \"403\":\n          description: |\n{headings}"
    )
}

proptest! {
    #[test]
    fn a_new_variant_is_explicit_exactly_where_the_derive_asks_for_it(
        codes in prop::collection::hash_set("[A-Z][A-Z0-9]{0,3}__?[A-Z0-9]{1,3}(([_.-]|__)[A-Z0-9]{1,3}){0,2}", 1..8)
    ) {
        let codes: Vec<&str> = codes.iter().map(String::as_str).collect();
        for (name, code) in naming::variants(&codes, []).iter().zip(codes) {
            let ident = syn::parse_str(name).unwrap();
            let derived = case::wire_name(&ident);
            // A name that exists already gets a number, so it would be read as another code.
            prop_assert_eq!(naming::needs_code(name, code), derived.as_deref() != Ok(code), "`{}`", name);
        }
    }
}

#[test]
fn the_longest_code_is_the_same() {
    let derive = include_str!("../../../immersve-errors-derive/src/text.rs");
    let (_, longest) = derive.split_once("const LONGEST: usize = ").unwrap();
    let longest: usize = longest.split_once(';').unwrap().0.parse().unwrap();
    let codes = [longest, longest + 1].map(|length| format!("A_{}", "B".repeat(length - 2)));
    let document: Document = text(&codes).parse().unwrap();
    let listed = document.operations()[0].codes().iter();
    let listed: Vec<_> = listed.map(DocumentedCode::code).collect();
    assert_eq!(listed, [&codes[0]]);
}

proptest! {
    #[test]
    fn the_tool_reads_the_code_of_a_name_as_the_derive_does(
        name in "[A-Z][a-z]{1,6}([A-Z][a-z]{0,5}){1,3}"
    ) {
        if let Ok(code) = case::wire_name(&syn::parse_str(&name).unwrap()) {
            prop_assert_eq!(naming::wire_name(&name), code);
        }
    }
}

#[test]
fn the_contract_tool_knows_every_enum_of_the_catalogue() {
    let folder = tempfile::tempdir().unwrap();
    let mut source = String::new();
    for line in read("immersve-errors/src/endpoints.rs").lines() {
        for name in line.split(|c: char| !c.is_alphanumeric()) {
            if name.ends_with("ErrorCode") && name != "ImmersveErrorCode" {
                write!(
                    source,
                    "#[derive(ImmersveErrorCode)]\n#[immersve(operation = \"odd\")]\nenum Outer{name} {{\n    \
                     #[immersve(embed)]\n    Inner(immersve_errors::endpoints::{name}),\n}}\n"
                )
                .unwrap();
            }
        }
    }
    assert!(source.matches("enum").count() > 30);
    fs::write(
        folder.path().join("api.yaml"),
        text(&["ODD_CODE".to_owned()]),
    )
    .unwrap();
    fs::write(folder.path().join("codes.rs"), source).unwrap();
    let report = output(folder.path(), &["check", "--json", "api.yaml", "codes.rs"]);
    let report: serde_json::Value = serde_json::from_str(&report).unwrap();
    assert_eq!(report["warnings"], serde_json::json!([]));
    assert_eq!(report["failures"], serde_json::json!([]));
}
