//! Documents in all forms, and enums that are checked against them.

use std::{fs, path::PathBuf, time::Instant};

use immersve_errors::{
    CodeInfo, ImmersveErrorCode, UnknownCode,
    endpoints::{self, OPERATIONS},
};
use immersve_openapi::{
    Change, CheckError, Checker, Difference, Document, DocumentedOperation, Evidence, FileError,
    OperationError, StatusPattern,
};
use serde_json::Value;
use tempfile::TempDir;

use crate::rows::{OperationRow, openapi};

fn fixture(path: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("tests/fixtures")
        .join(path)
}

fn many_forms() -> Document {
    Document::read(fixture("document/immersve.yaml")).unwrap()
}

/// An operation with numbers as statuses.
type Row<'a> = OperationRow<'a, u16>;

fn document(rows: &[Row<'_>]) -> Document {
    openapi(rows).parse().unwrap()
}

fn codes(operation: &DocumentedOperation) -> Vec<(&str, String)> {
    operation
        .codes()
        .iter()
        .map(|code| {
            let statuses: Vec<_> = code.statuses().iter().map(ToString::to_string).collect();
            (code.code(), statuses.join(" "))
        })
        .collect()
}

/// The name of an operation, its request, and its codes with their statuses.
type Expected<'a> = (&'a str, &'a str, &'a [(&'a str, &'a str)]);

#[test]
fn a_document_of_many_files_is_read_in_every_form() {
    let document = many_forms();
    let expected: &[Expected<'_>] = &[
        ("list-cards", "GET /api/cards", &[("FORBIDDEN", "403")]),
        (
            "create-card",
            "POST /api/cards",
            &[
                ("SHIPPING_ADDRESS_REQUIRED", "400"),
                ("KYC_REQUIRED", "400 403"),
                ("FORBIDDEN", "403"),
                ("MAX_CARDS_EXCEEDED", "403"),
                ("CARD_PROGRAM_INVALID", "4XX"),
                ("SOMETHING_ELSE", "default"),
            ],
        ),
        (
            "activate-card",
            "POST /api/cards/{cardId}/activate",
            &[("CARD_ACTIVATION_FORBIDDEN", "403")],
        ),
        (
            "provision-card-to-apple-pay",
            "POST /api/cards/{cardId}/provision/apple-pay",
            &[
                ("APPLE_PAY_PAYLOAD_INVALID", "400"),
                ("FORBIDDEN", "403"),
                ("PAYMENT_BRIDGE_ERROR", "503"),
            ],
        ),
        (
            "withdraw-card-from-apple-pay",
            "DELETE /api/cards/{cardId}/provision/apple-pay",
            &[
                ("APPLE_PAY_PAYLOAD_INVALID", "400"),
                ("FORBIDDEN", "403"),
                ("PAYMENT_BRIDGE_ERROR", "503"),
            ],
        ),
        (
            "POST /auth/logout",
            "POST /auth/logout",
            &[("FORBIDDEN", "403"), ("SESSION_EXPIRED", "403")],
        ),
        (
            "set-card-pin",
            "POST /api/cards/{cardId}/set-pin",
            &[("FORBIDDEN", "403"), ("INVALID_PIN_FORMAT", "403")],
        ),
    ];
    let found: Vec<_> = document
        .operations()
        .iter()
        .map(|operation| {
            let request = format!("{} {}", operation.method(), operation.path());
            (operation.name(), request, codes(operation))
        })
        .collect();
    for ((name, request, codes), expected) in found.iter().zip(expected) {
        let expected_codes: Vec<_> = expected
            .2
            .iter()
            .map(|(code, statuses)| (*code, (*statuses).to_owned()))
            .collect();
        assert_eq!((&**name, &**request), (expected.0, expected.1));
        assert_eq!(*codes, expected_codes, "{name}");
    }
    assert_eq!(found.len(), expected.len() + 1, "and the odd one");
}

#[test]
fn descriptions_are_kept_whole() {
    let document = many_forms();
    let meaning = |operation: &str, code: &str| {
        let operation = document.operation(operation).unwrap();
        let code = operation.codes().iter().find(|it| it.code() == code);
        code.unwrap().description().to_owned()
    };
    assert_eq!(
        meaning("create-card", "SHIPPING_ADDRESS_REQUIRED"),
        "A card of plastic needs somewhere to be\nsent to."
    );
    assert_eq!(
        meaning("create-card", "KYC_REQUIRED"),
        "nobody has shown a passport yet."
    );
    assert_eq!(
        meaning("set-card-pin", "INVALID_PIN_FORMAT"),
        "Four digits – no more."
    );
    assert_eq!(meaning("create-card", "SOMETHING_ELSE"), "");
}

#[test]
fn operations_have_their_file_and_line() {
    let document = many_forms();
    for (name, file, line) in [
        ("list-cards", "immersve.yaml", 11),
        ("create-card", "paths/cards/create-card.yaml", 1),
        ("activate-card", "paths/cards/activate-card.yaml", 3),
        ("set-card-pin", "paths/cards/set pin.json", 3),
    ] {
        let operation = document.operation(name).unwrap();
        let found = operation.file().replace('\\', "/");
        assert!(found.ends_with(&format!("document/{file}")), "{found}");
        assert_eq!(operation.line(), line, "{name}");
    }
}

#[test]
fn one_json_file_gives_the_same_as_many_yaml_files() {
    let many = many_forms();
    let rows: Vec<_> = many
        .operations()
        .iter()
        .map(|operation| {
            let codes = operation.codes().iter().flat_map(|code| {
                let statuses = code.statuses().iter();
                statuses.map(|status| (code.code(), *status, code.description()))
            });
            (operation, codes.collect::<Vec<_>>())
        })
        .collect();
    let rows: Vec<OperationRow<'_, StatusPattern>> = rows
        .iter()
        .map(|(it, codes)| {
            let id = it.operation_id().unwrap_or_default();
            (id, it.method(), it.path(), &**codes)
        })
        .collect();
    let compact = openapi(&rows);
    let value: Value = serde_json::from_str(&compact).unwrap();
    let folder = TempDir::new().unwrap();
    for (name, text) in [
        ("compact.json", compact),
        ("pretty.json", format!("{value:#}")),
    ] {
        let root = folder.path().join(name);
        fs::write(&root, text).unwrap();
        let one = Document::read(&root).unwrap();
        assert_eq!(one.operations().len(), many.operations().len());
        for operation in many.operations() {
            let found = one.operation(&operation.name()).unwrap();
            assert_eq!(found.codes(), operation.codes(), "{operation}");
        }
    }
}

#[test]
fn an_operation_is_found_by_id_or_request_and_a_near_miss_is_named() {
    let document = many_forms();
    assert_eq!(
        document.operation("POST /api/cards").unwrap().name(),
        "create-card"
    );
    let error = document.operation("activate-cards").unwrap_err();
    assert_eq!(error.name(), "activate-cards");
    let told = "the document has no operation `activate-cards`; did you mean `activate-card`?";
    assert_eq!(error.to_string(), told);
    assert_eq!(format!("{error:?}"), told);
    assert_eq!(
        document.operation("\u{1b}[31mzzz").unwrap_err().to_string(),
        "the document has no operation `\\u{1b}[31mzzz`"
    );
}

#[test]
fn an_id_of_two_operations_is_an_error_that_names_both() {
    let document = document(&[
        ("get-card", "GET", "/a", &[]),
        ("get-card", "GET", "/b", &[]),
    ]);
    assert_eq!(
        document.operation("get-card").unwrap_err().to_string(),
        "several operations of the document are called `get-card`: `GET /a`, `GET /b`"
    );
    let found = document.operation("GET /b").unwrap();
    assert_eq!((found.path(), &*found.to_string()), ("/b", "get-card"));
}

#[test]
fn a_message_names_three_of_many_candidates() {
    let paths = ["/a", "/b", "/c", "/d", "/e"];
    let rows = |id: fn(usize) -> &'static str, count: usize| {
        let rows: Vec<Row<'_>> = (0..count)
            .map(|n| (id(n), "GET", paths[n], &[][..]))
            .collect();
        document(&rows)
    };
    let told = |document: Document| document.operation("get-card").unwrap_err().to_string();
    assert!(told(rows(|_| "get-card", 3)).ends_with(": `GET /a`, `GET /b`, `GET /c`"));
    assert!(told(rows(|_| "get-card", 5)).ends_with(": `GET /a`, `GET /b`, `GET /c` and 2 more"));
    let near = |n| {
        [
            "get-cards",
            "get-cart",
            "gets-cards",
            "get-carts",
            "get-cars",
        ][n]
    };
    assert!(told(rows(near, 1)).ends_with("; did you mean `get-cards`?"));
    let five = told(rows(near, 5));
    assert_eq!(five.matches("` or `get").count(), 2, "{five}");
    assert!(five.ends_with("`?"), "{five}");
}

#[derive(Debug, ImmersveErrorCode)]
#[immersve(operation = "create-card")]
enum CreateCardErrorCode {
    #[immersve(status = 400)]
    ShippingAddressRequired,
    #[immersve(status = 400, status = 403)]
    KycRequired,
    MaxCardsExceeded,
    /// The document has it under `4XX`.
    #[immersve(status = 409)]
    CardProgramInvalid,
    /// The document has it under `default`.
    #[immersve(status = 500)]
    SomethingElse,
    #[deprecated]
    LongGone,
    #[immersve(unknown)]
    Unknown(UnknownCode),
}

#[test]
fn an_enum_that_agrees_passes_the_check() -> Result<(), Box<dyn std::error::Error>> {
    many_forms().check::<CreateCardErrorCode>()?;
    Ok(())
}

#[derive(Debug, ImmersveErrorCode)]
#[immersve(operation = "unfreeze-card")]
enum UnfreezeCardErrorCode {
    CardNotFrozen,
    #[immersve(alias = "CARD_UNFREEZE_DISALLOWED")]
    CardUnfreezeNotAllowed,
}

fn unfreeze(codes: &[(&str, u16, &str)]) -> Document {
    document(&[(
        "unfreeze-card",
        "POST",
        "/api/cards/{cardId}/unfreeze",
        codes,
    )])
}

/// The changes that a check of `UnfreezeCardErrorCode` finds.
fn drift(codes: &[(&str, u16, &str)]) -> Vec<Change> {
    match unfreeze(codes).check::<UnfreezeCardErrorCode>() {
        Ok(()) => Vec::new(),
        Err(CheckError::Drift(drift)) => drift
            .differences()
            .iter()
            .map(|difference| difference.change().clone())
            .collect(),
        Err(error) => panic!("{error}"),
    }
}

const NOT_FROZEN: (&str, u16, &str) = ("CARD_NOT_FROZEN", 403, "");
const NOT_ALLOWED: (&str, u16, &str) = ("CARD_UNFREEZE_NOT_ALLOWED", 403, "");

#[test]
fn a_documented_code_that_the_enum_lacks_is_drift() {
    let drift = drift(&[NOT_FROZEN, NOT_ALLOWED, ("CARD_LOCKED", 403, "For good.")]);
    let [
        Change::CodeAdded {
            code,
            statuses,
            description,
            ..
        },
    ] = &drift[..]
    else {
        panic!("{drift:?}");
    };
    assert_eq!((&**code, &**description), ("CARD_LOCKED", "For good."));
    assert_eq!(statuses[0].to_string(), "403");
}

#[test]
fn a_code_that_is_no_longer_documented_is_drift() {
    let drift = drift(&[NOT_ALLOWED]);
    assert!(
        matches!(&drift[..], [Change::CodeRemoved { code, .. }] if code == "CARD_NOT_FROZEN"),
        "{drift:?}"
    );
}

#[test]
fn a_code_under_another_status_is_drift() {
    for statuses in [&[409][..], &[403, 409]] {
        let mut codes = vec![NOT_ALLOWED];
        codes.extend(
            statuses
                .iter()
                .map(|status| ("CARD_NOT_FROZEN", *status, "")),
        );
        let drift = drift(&codes);
        let [Change::StatusesChanged { code, from, to, .. }] = &drift[..] else {
            panic!("{drift:?}");
        };
        assert_eq!(code, "CARD_NOT_FROZEN");
        assert_eq!((from.len(), to.len()), (1, statuses.len()));
    }
}

#[test]
fn a_code_that_is_documented_only_by_its_alias_is_drift() {
    let old = ("CARD_UNFREEZE_DISALLOWED", 403, "");
    let found = drift(&[NOT_FROZEN, old]);
    let [
        Change::CodeRenamed {
            from, to, evidence, ..
        },
    ] = &found[..]
    else {
        panic!("{found:?}");
    };
    assert_eq!(from, "CARD_UNFREEZE_NOT_ALLOWED");
    assert_eq!(to, "CARD_UNFREEZE_DISALLOWED");
    assert_eq!(*evidence, Evidence::Alias);
    assert!(!evidence.is_guess());
    assert_eq!(
        drift(&[NOT_FROZEN, old, NOT_ALLOWED]),
        [],
        "both are documented"
    );
}

#[test]
fn a_guessed_rename_is_marked_as_a_guess() {
    let drift = drift(&[("CARD_IS_NOT_FROZEN", 403, ""), NOT_ALLOWED]);
    let [
        Change::CodeRenamed {
            from, to, evidence, ..
        },
    ] = &drift[..]
    else {
        panic!("{drift:?}");
    };
    assert_eq!((&**from, &**to), ("CARD_NOT_FROZEN", "CARD_IS_NOT_FROZEN"));
    assert!(evidence.is_guess());
}

#[test]
fn a_code_of_the_catalogue_is_no_difference_of_an_enum_that_extends_it() {
    #[derive(Debug, ImmersveErrorCode)]
    #[immersve(operation = "unfreeze-card")]
    enum Extended {
        CardMelted,
        #[immersve(embed, unknown)]
        Documented(endpoints::UnfreezeCardErrorCode),
    }

    // The catalogue has both codes, of which the document has one under a former name, and none.
    let former = ("CARD_UNFREEZE_DISALLOWED", 403, "");
    let melted = ("CARD_MELTED", 403, "");
    unfreeze(&[former, melted]).check::<Extended>().unwrap();
    unfreeze(&[melted]).check::<Extended>().unwrap();

    // The enum of the catalogue itself is checked in full.
    let itself = unfreeze(&[melted]).check::<endpoints::UnfreezeCardErrorCode>();
    assert!(itself.unwrap_err().to_string().contains("(3 differences)"));

    let document = unfreeze(&[former, ("PIN_TRIES_USED_UP", 403, "")]);
    let report = document.check::<Extended>().unwrap_err().to_string();
    assert!(report.contains("(2 differences)"), "{report}");
    assert!(report.contains("+ PIN_TRIES_USED_UP"), "{report}");
}

#[test]
fn base_codes_are_checked_only_on_request() {
    #[derive(Debug, ImmersveErrorCode)]
    #[immersve(operation = "unfreeze-card")]
    enum WithForbidden {
        CardNotFrozen,
        CardUnfreezeNotAllowed,
        Forbidden,
    }

    let document = unfreeze(&[NOT_FROZEN, NOT_ALLOWED, ("FORBIDDEN", 403, "")]);
    document.check::<UnfreezeCardErrorCode>().unwrap();
    let strict = document.checker().base_codes(true);
    let error = strict.check::<UnfreezeCardErrorCode>().unwrap_err();
    assert!(error.to_string().contains("+ FORBIDDEN (403)"), "{error}");
    document.check::<WithForbidden>().unwrap();
    strict.check::<WithForbidden>().unwrap();
}

#[test]
fn an_enum_without_an_operation_can_be_given_one() {
    #[derive(Debug, ImmersveErrorCode)]
    enum LogoutErrorCode {
        SessionExpired,
    }
    let document = many_forms();
    let error = document.check::<LogoutErrorCode>().unwrap_err();
    assert!(matches!(&error, CheckError::NoOperation(name) if name == "LogoutErrorCode"));
    assert!(
        error.to_string().contains("#[immersve(operation"),
        "{error}"
    );
    let checker = document.checker().operation("POST /auth/logout");
    checker.check::<LogoutErrorCode>().unwrap();
}

#[test]
fn an_operation_that_was_removed_is_an_error() {
    let error = many_forms().check::<UnfreezeCardErrorCode>().unwrap_err();
    assert!(matches!(error, CheckError::Operation(_)));
    assert!(
        error.to_string().contains("no operation `unfreeze-card`"),
        "{error}"
    );
}

#[test]
fn the_report_is_a_diff_with_advice() {
    let document = unfreeze(&[
        (
            "CARD_IS_NOT_FROZEN",
            403,
            "The card is not frozen. Nothing to do.",
        ),
        ("CARD_UNFREEZE_NOT_ALLOWED", 409, "No."),
        ("LOCKED_V2", 403, "Locked for good. Ask for a new one."),
    ]);
    let error = document.check::<UnfreezeCardErrorCode>().unwrap_err();
    let place = document.operations()[0].file();
    let expected = format!(
        "\
`UnfreezeCardErrorCode` is out of date (3 differences)

unfreeze-card, POST /api/cards/{{cardId}}/unfreeze ({place}:1)
  ~ CARD_UNFREEZE_NOT_ALLOWED is 403 in the enum, 409 in the document; write \
`#[immersve(status = 409)]`
  > CARD_NOT_FROZEN is in the enum, the document lacks it and has CARD_IS_NOT_FROZEN
      perhaps renamed (a guess: the codes are similar); if so, \
write `#[immersve(code = \"CARD_IS_NOT_FROZEN\", alias = \"CARD_NOT_FROZEN\")]` on its variant
  + LOCKED_V2 (403) is documented, the enum lacks it; add \
`#[immersve(code = \"LOCKED_V2\")] LockedV2`
      Locked for good."
    );
    assert_eq!(error.to_string(), expected);
    assert_eq!(format!("{error:?}"), expected);
    let CheckError::Drift(drift) = error else {
        panic!("{error}");
    };
    assert_eq!(format!("{drift:?}"), expected);
}

#[test]
fn a_code_that_is_documented_by_its_alias_is_not_a_guess() {
    let document = unfreeze(&[NOT_FROZEN, ("CARD_UNFREEZE_DISALLOWED", 403, "")]);
    let error = document.check::<UnfreezeCardErrorCode>().unwrap_err();
    let told = "
  > CARD_UNFREEZE_NOT_ALLOWED is in the enum, the document has only its alias \
CARD_UNFREEZE_DISALLOWED; make CARD_UNFREEZE_DISALLOWED the code and CARD_UNFREEZE_NOT_ALLOWED the \
alias";
    assert!(error.to_string().ends_with(told), "{error}");
}

#[test]
fn an_operation_that_the_catalogue_lacks_is_reported_with_its_codes() {
    let told = |codes| {
        let document = document(&[("melt-card", "POST", "/melt", codes)]);
        let drift = document.check_catalogue().unwrap_err();
        drift.to_string()
    };
    let line = "\n  + the operation is documented, the catalogue lacks it";
    assert!(told(&[]).contains(&format!("{line}\n")));
    let codes = told(&[("CARD_FROZEN", 403, ""), ("CARD_LOST", 403, "")]);
    assert!(
        codes.contains(&format!("{line}; its codes: `CARD_FROZEN`, `CARD_LOST`\n")),
        "{codes}"
    );
}

/// A `Row` that owns its names.
type OwnedRow = (
    String,
    String,
    String,
    Vec<(&'static str, u16, &'static str)>,
);

/// The catalogue as a document, in which `FORBIDDEN` is everywhere.
fn catalogue() -> Vec<OwnedRow> {
    OPERATIONS
        .iter()
        .map(|operation| {
            let code = |info: &'static CodeInfo| {
                let statuses = info.statuses().iter();
                statuses.map(|status| (info.code(), *status, info.description()))
            };
            let mut codes: Vec<_> = operation.codes().iter().flat_map(code).collect();
            codes.push(("FORBIDDEN", 403, "No."));
            (
                operation.operation_id().to_owned(),
                operation.method().to_owned(),
                operation.path().to_owned(),
                codes,
            )
        })
        .collect()
}

fn check_catalogue(rows: &[OwnedRow]) -> Vec<(String, Change)> {
    let rows: Vec<Row<'_>> = rows
        .iter()
        .map(|(id, method, path, codes)| (&**id, &**method, &**path, &**codes))
        .collect();
    match document(&rows).check_catalogue() {
        Ok(()) => Vec::new(),
        Err(drift) => drift
            .differences()
            .iter()
            .map(|it| (it.operation().to_owned(), it.change().clone()))
            .collect(),
    }
}

#[test]
fn the_catalogue_agrees_with_a_document_made_from_it() {
    let mut rows = catalogue();
    assert_eq!(check_catalogue(&rows), []);
    let logout = rows.iter_mut().find(|row| row.0 == "logout").unwrap();
    logout.0.clear();
    assert_eq!(
        check_catalogue(&rows),
        [],
        "an operation need not have a name"
    );
}

#[test]
fn each_way_in_which_an_operation_can_differ_from_the_catalogue_is_drift() {
    let mut rows = catalogue();
    rows.retain(|row| row.0 != "cancel-card");
    rows.push((
        "melt-card".into(),
        "POST".into(),
        "/api/cards/{cardId}/melt".into(),
        vec![("CARD_FROZEN", 403, "")],
    ));
    for row in &mut rows {
        match &*row.0 {
            "get-card" => row.0 = "show-card".into(),
            "freeze-card" => row.1 = "PUT".into(),
            "sign-up" => row.3.retain(|code| code.0 != "ACCOUNT_EXISTS"),
            _ => {}
        }
    }
    let drift = check_catalogue(&rows);
    let has = |operation: &str, expected: &dyn Fn(&Change) -> bool| {
        let found = drift
            .iter()
            .any(|(name, change)| name == operation && expected(change));
        assert!(found, "{operation}: {drift:?}");
    };
    has("cancel-card", &|it| {
        matches!(it, Change::OperationRemoved { .. })
    });
    has(
        "melt-card",
        &|it| matches!(it, Change::OperationAdded { codes, .. } if *codes == ["CARD_FROZEN"]),
    );
    has(
        "show-card",
        &|it| matches!(it, Change::OperationRenamed { from, .. } if from.as_deref() == Some("get-card")),
    );
    has("freeze-card", &|it| {
        matches!(it, Change::OperationMoved { from, to, .. }
            if from.starts_with("POST ") && to.starts_with("PUT "))
    });
    has(
        "sign-up",
        &|it| matches!(it, Change::CodeRemoved { code, .. } if code == "ACCOUNT_EXISTS"),
    );
    assert_eq!(drift.len(), 5, "{drift:?}");
}

/// A document with this many operations, in one file.
fn large(operations: usize) -> String {
    use std::fmt::Write as _;

    let mut text = "openapi: 3.1.0\npaths:\n".to_owned();
    for number in 0..operations {
        let _ = write!(
            text,
            "  /things/{number}:
    post:
      operationId: operation-{number}
      parameters:
        - {{ name: id, in: query, schema: {{ type: string }} }}
      responses:
        200:
          description: Done.
          content:
            application/json:
              schema:
                type: object
                properties:
                  id: {{ type: string, description: What it is called. }}
                  size: {{ type: integer }}
        400:
          $ref: '#/components/responses/BadRequest'
        403:
          description: |
            Refused.

            **FORBIDDEN**
            Not yours.

            **THING_{number}_MISSING**
            What it means, on one line.

            **THING_{number}_BROKEN**
            What it means,
            on two lines.
"
        );
    }
    text + "components:
  responses:
    BadRequest: { description: \"**THING_INVALID**\\nNo.\" }
"
}

#[test]
fn two_thousand_operations_are_read_in_under_a_second() {
    let folder = TempDir::new().unwrap();
    let root = folder.path().join("openapi.yaml");
    fs::write(&root, large(2000)).unwrap();
    let start = Instant::now();
    let document = Document::read(&root).unwrap();
    let taken = start.elapsed();
    println!("{} ms", taken.as_millis());
    assert_eq!(document.operations().len(), 2000);
    assert_eq!(document.operations()[1999].codes().len(), 4);
    // The limit is for a release build. A debug build takes about ten times as long.
    let limit = if cfg!(debug_assertions) { 30 } else { 1 };
    assert!(taken.as_secs() < limit, "{taken:?}");
}

#[test]
fn everything_public_can_be_shared_between_threads() {
    fn shared<T: Send + Sync>() {}
    shared::<Document>();
    shared::<DocumentedOperation>();
    shared::<Checker<'_>>();
    shared::<CheckError>();
    shared::<Difference>();
    shared::<OperationError>();
    shared::<FileError>();
}
