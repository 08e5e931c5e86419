//! The source of new enums.

use std::{fs, path::PathBuf};

use immersve_errors::ImmersveErrorCode as _;

use crate::{document::Document, scaffold::source};

fn fixture(path: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("tests/fixtures")
        .join(path)
}

fn many_forms() -> Document {
    Document::read(fixture("document/immersve.yaml")).unwrap()
}

/// The output of the tool, compiled without changes.
mod scaffolded {
    #![deny(warnings, missing_docs)]
    #![expect(unreachable_pub, reason = "it is written for a library")]

    include!("../../tests/fixtures/scaffold/create-card.rs");
    include!("../../tests/fixtures/scaffold/logout.rs");
    include!("../../tests/fixtures/scaffold/odd.rs");
}

#[test]
fn a_scaffold_compiles_and_agrees_with_its_document() {
    let document = many_forms();
    for (operation, file) in [
        ("create-card", "create-card.rs"),
        ("POST /auth/logout", "logout.rs"),
        ("3ds-check/v2", "odd.rs"),
    ] {
        let operation = document.operation(operation).unwrap();
        let text = source(operation, false).unwrap();
        let path = fixture("scaffold").join(file);
        if std::env::var_os("BLESS").is_some() {
            fs::write(&path, &text).unwrap();
        }
        assert_eq!(
            fs::read_to_string(&path).unwrap(),
            text,
            "set BLESS to accept"
        );
    }
    document.check::<scaffolded::CreateCardErrorCode>().unwrap();
    document
        .check::<scaffolded::Operation3dsCheckV2ErrorCode>()
        .unwrap();
    document
        .checker()
        .operation("POST /auth/logout")
        .check::<scaffolded::PostAuthLogoutErrorCode>()
        .unwrap();
    let lost = scaffolded::Operation3dsCheckV2ErrorCode::from_code("CARD_IS-LOST");
    assert_eq!(lost.unwrap().as_str(), "CARD_IS-LOST");
}

#[test]
fn a_scaffold_has_base_codes_only_on_request() {
    let document = many_forms();
    let operation = document.operation("list-cards").unwrap();
    let error = source(operation, false).unwrap_err();
    assert!(error.to_string().contains("documents no codes"), "{error}");
    let text = source(operation, true).unwrap();
    assert!(text.contains("    Forbidden,\n"), "{text}");
}
