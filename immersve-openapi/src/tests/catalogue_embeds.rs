//! Enums of the catalogue of `immersve-errors` that enums in Rust files embed.

use immersve_errors::{
    ImmersveErrorCode,
    endpoints::{CreateCardErrorCode, OPERATIONS},
};
use serde_json::json;

use super::edits;
use crate::{
    compare::{enums::Comparison, rename::Renames},
    document::Document,
    options::Options,
    source::Sources,
    update::{Decisions, Edits},
};

/// A document in which `create-card` has the codes of the catalogue, except for these, and these.
fn document(without: &[&str], more: &[&str]) -> Document {
    let mut responses = json!({});
    let kept = CreateCardErrorCode::CODES
        .iter()
        .filter(|info| !without.contains(&info.code()));
    let kept = kept.flat_map(|info| info.statuses().iter().map(|status| (info.code(), *status)));
    for (code, status) in kept.chain(more.iter().map(|code| (*code, 403))) {
        let key = status.to_string();
        let before = responses[&key]["description"].as_str().unwrap_or_default();
        responses[&key] = json!({ "description": format!("{before}**{code}**\n\n") });
    }
    let operation = json!({ "operationId": "create-card", "responses": responses });
    let document = json!({ "openapi": "3.1.0", "paths": { "/api/cards": { "post": operation } } });
    document.to_string().parse().unwrap()
}

/// The differences of a check, and the warnings of an update.
fn found(document: &Document, files: &[&str]) -> (Vec<String>, Vec<String>) {
    let folder = tempfile::tempdir().unwrap();
    for (at, text) in files.iter().enumerate() {
        std::fs::write(folder.path().join(format!("{at}.rs")), text).unwrap();
    }
    let sources = Sources::read(&[folder.path().to_owned()], &[]).unwrap();
    let (options, renames) = (Options::default(), &mut Renames::default());
    let check = Comparison::of(document, &sources, &options, renames).unwrap();
    let edits = Edits::of(document, &sources, &options, &Decisions::default()).unwrap();
    assert!(check.warnings.len() <= edits.warnings.len());
    let drifts = check.enums.iter().filter_map(|it| it.drift().err());
    let differences = drifts.flat_map(|drift| drift.differences().to_vec());
    let differences = differences.map(|difference| serde_json::to_value(difference).unwrap());
    (
        differences
            .map(|it| {
                format!(
                    "{} {}",
                    it["kind"].as_str().unwrap(),
                    it["code"].as_str().unwrap()
                )
            })
            .collect(),
        edits.warnings.iter().map(ToString::to_string).collect(),
    )
}

/// An enum that embeds this type, after these lines.
fn outer(lines: &str, embedded: &str) -> String {
    format!(
        "{lines}
#[derive(Debug, ImmersveErrorCode)]
#[immersve(operation = \"create-card\")]
enum CreateCardErrorCode {{
    #[immersve(embed, unknown)]
    Documented({embedded}),
}}
"
    )
}

#[test]
fn the_codes_of_the_catalogue_are_seen_however_it_is_imported() {
    let document = document(&[], &["CARD_IS_BLUE"]);
    for (lines, embedded) in [
        ("", "immersve_errors::endpoints::CreateCardErrorCode"),
        ("", "::immersve_errors::endpoints::CreateCardErrorCode"),
        (
            "",
            "my_sdk::immersve_errors::endpoints::CreateCardErrorCode,",
        ),
        (
            "use immersve_errors::endpoints;",
            "endpoints::CreateCardErrorCode",
        ),
        (
            "use immersve_errors::endpoints;",
            "self::endpoints::CreateCardErrorCode",
        ),
        (
            "use immersve_errors::{endpoints, ApiError};",
            "endpoints::CreateCardErrorCode",
        ),
        (
            "use immersve_errors::{ApiError, endpoints::{self, AnyCode}};",
            "endpoints::CreateCardErrorCode",
        ),
        (
            "use ::immersve_errors::{endpoints as documented};",
            "documented::CreateCardErrorCode",
        ),
        (
            "pub(crate) use immersve_errors as ie;",
            "ie::endpoints::CreateCardErrorCode",
        ),
        ("use immersve_errors::*;", "endpoints::CreateCardErrorCode"),
        (
            "use immersve_errors::endpoints::CreateCardErrorCode as Documented;",
            "Documented",
        ),
        (
            "use immersve_errors::endpoints::{CreateCardErrorCode as Documented, *};",
            "Documented",
        ),
        (
            "use immersve_errors as ie; use ie::{endpoints as e}; use e::CreateCardErrorCode as D;",
            "D",
        ),
    ] {
        let (differences, warnings) = found(&document, &[&outer(lines, embedded)]);
        assert_eq!(
            differences,
            ["code_added CARD_IS_BLUE"],
            "{lines} {embedded}"
        );
        assert_eq!(warnings, Vec::<String>::new(), "{lines} {embedded}");
    }
    for import in [
        "use immersve_errors::endpoints::*;",
        "use immersve_errors::endpoints::{CreateCardErrorCode};",
    ] {
        let source =
            outer(import, "CreateCardErrorCode").replace("enum CreateCardErrorCode", "enum Codes");
        let (differences, warnings) = found(&document, &[&source]);
        assert_eq!(
            (&*differences, warnings.len()),
            (&["code_added CARD_IS_BLUE".to_owned()][..], 0),
            "{import}"
        );
    }
}

#[test]
fn what_agrees_with_the_catalogue_agrees() {
    let source = outer(
        "use immersve_errors::endpoints;",
        "endpoints::CreateCardErrorCode",
    );
    assert_eq!(found(&document(&[], &[]), &[&source]), (vec![], vec![]));
    // Only a later version of the catalogue can change its codes.
    assert_eq!(
        found(&document(&["KYC_REQUIRED"], &[]), &[&source]),
        (vec![], vec![])
    );
}

#[test]
fn a_code_of_the_catalogue_that_has_a_variant_of_its_own_is_that_variant() {
    let source = outer(
        "use immersve_errors::endpoints;",
        "endpoints::CreateCardErrorCode",
    )
    .replace(
        "    #[immersve(embed",
        "    KycRequired,\n    CardIsBlue,\n    #[immersve(embed",
    );
    assert_eq!(
        found(&document(&[], &["CARD_IS_BLUE"]), &[&source]),
        (vec![], vec![])
    );
    let (differences, warnings) = found(&document(&["KYC_REQUIRED"], &[]), &[&source]);
    assert_eq!(
        differences,
        ["code_removed KYC_REQUIRED", "code_removed CARD_IS_BLUE"]
    );
    assert_eq!(warnings, Vec::<String>::new());
}

#[test]
fn a_missing_code_is_added_before_the_catalogue() {
    let source = outer(
        "use immersve_errors::endpoints;",
        "endpoints::CreateCardErrorCode",
    );
    let edits = edits(&document(&[], &["CARD_IS_BLUE"]), &source);
    assert_eq!(
        edits.files[0].after,
        source.replace(
            "    #[immersve(embed",
            "    /// The API document gives no meaning.\n    CardIsBlue,\n    #[immersve(embed"
        )
    );
}

#[test]
fn an_enum_of_the_files_is_not_taken_for_one_of_the_catalogue() {
    let own = "#[derive(ImmersveErrorCode)]\npub enum ShippingErrorCode { CardIsBlue }\n";
    let document = document(&[], &[]);
    let source = |import: &str, embedded: &str| {
        outer(import, embedded).replace("enum CreateCardErrorCode", "enum Codes")
    };
    for (import, embedded) in [
        ("", "ShippingErrorCode"),
        (
            "use immersve_errors::endpoints::*;\nuse super::shipping::*;",
            "ShippingErrorCode",
        ),
        (
            "use crate::shipping::ShippingErrorCode;",
            "ShippingErrorCode",
        ),
        ("use crate::endpoints;", "endpoints::ShippingErrorCode"),
        (
            "use crate::shipping::ShippingErrorCode as Shipping;",
            "Shipping",
        ),
        // Two modules of one file.
        (
            "use crate::endpoints; mod other { use immersve_errors::endpoints; }",
            "endpoints::ShippingErrorCode",
        ),
    ] {
        let (differences, warnings) = found(&document, &[&source(import, embedded), own]);
        assert!(
            differences.contains(&"code_removed CARD_IS_BLUE".to_owned()),
            "{import}: {differences:?}"
        );
        assert!(
            differences.contains(&"code_added SHIPPING_ADDRESS_REQUIRED".to_owned()),
            "{import}"
        );
        assert_eq!(warnings.len(), 1, "{import}: {warnings:?}");
    }
}

#[test]
fn what_the_catalogue_lacks_is_not_known() {
    let source = outer(
        "use immersve_errors::endpoints;",
        "endpoints::NoSuchErrorCode",
    );
    let (differences, warnings) = found(&document(&[], &[]), &[&source]);
    assert_eq!((differences.len(), warnings.len()), (0, 1), "{warnings:?}");
    assert!(
        warnings[0].contains(
            "the codes of `CreateCardErrorCode::Documented` are unknown: `immersve-errors` 0.1.0 has no \
             `NoSuchErrorCode`"
        ),
        "{warnings:?}"
    );
    let (differences, warnings) = found(
        &document(&[], &[]),
        &[&outer("", "other_crate::CreateCardErrorCode")],
    );
    assert_eq!(differences, Vec::<String>::new());
    assert!(
        warnings[0].contains(": `CreateCardErrorCode` is not in the given files"),
        "{warnings:?}"
    );
    let source = outer("", "CreateCardErrorCode").replace("enum CreateCardErrorCode", "enum Codes");
    let (_, warnings) = found(&document(&[], &[]), &[&source]);
    assert!(
        warnings[0].contains(": `CreateCardErrorCode` is not in the given files"),
        "{warnings:?}"
    );
}

#[test]
fn every_enum_of_the_catalogue_is_known() {
    let mut names: Vec<String> = OPERATIONS
        .iter()
        .filter(|operation| !operation.codes().is_empty())
        .map(|operation| {
            let words = operation.operation_id().split('-');
            let words = words.map(|word| word[..1].to_uppercase() + &word[1..]);
            words.collect::<String>() + "ErrorCode"
        })
        .collect();
    names.push("ShippingErrorCode".to_owned());
    assert_eq!(names.len(), 31);
    for name in names {
        let source = outer(
            "use immersve_errors::endpoints as e;",
            &format!("e::{name}"),
        );
        let (_, warnings) = found(&document(&[], &[]), &[&source]);
        assert_eq!(warnings, Vec::<String>::new(), "{name}");
    }
}
