//! What each command prints, and its exit status.
#![cfg_attr(
    target_os = "linux",
    expect(
        clippy::format_push_string,
        reason = "documents are built here, and no time is short"
    )
)]

use std::{
    fs,
    path::Path,
    process::{Output, Stdio},
};

use immersve_errors::endpoints::OPERATIONS;
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::{
    project::{command, texts},
    rows::openapi,
};

const DOCUMENT: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/tests/fixtures/document/immersve.yaml"
);

const ON_FIRE: (&str, u16, &str) = ("CARD_PRINTER_ON_FIRE", 403, "Run!");

fn run(arguments: &[&str]) -> Output {
    command().args(arguments).output().unwrap()
}

fn json_of(arguments: &[&str]) -> (i32, Value) {
    let (code, out, err) = texts(&run(arguments));
    assert_eq!(err, "");
    (code, serde_json::from_str(&out).unwrap())
}

/// The catalogue as a document, with codes that it lacks at one operation.
fn write_catalogue(folder: &Path, more_at_create_card: &[(&str, u16, &str)]) -> String {
    let codes = OPERATIONS.iter().map(|operation| {
        let codes = operation.codes().iter().flat_map(|info| {
            let statuses = info.statuses().iter();
            statuses.map(|status| (info.code(), *status, ""))
        });
        let more = match operation.operation_id() {
            "create-card" => more_at_create_card,
            _ => &[],
        };
        codes.chain(more.iter().copied()).collect()
    });
    let codes: Vec<Vec<_>> = codes.collect();
    let rows = OPERATIONS.iter().zip(&codes);
    let rows: Vec<_> = rows
        .map(|(it, codes)| (it.operation_id(), it.method(), it.path(), &**codes))
        .collect();
    let root = folder.join("immersve.json");
    fs::write(&root, openapi(&rows)).unwrap();
    root.to_str().unwrap().to_owned()
}

#[test]
fn check_exits_with_0_if_the_catalogue_agrees() {
    let folder = TempDir::new().unwrap();
    let root = write_catalogue(folder.path(), &[]);
    let (code, out, err) = texts(&run(&["check", &root]));
    assert_eq!((code, &*err), (0, ""));
    let count = OPERATIONS.len();
    assert_eq!(
        out,
        format!("the catalogue and the document agree on {count} operations\n")
    );
    let expected = json!({ "agrees": true, "operations": count, "differences": [] });
    assert_eq!(json_of(&["check", "--json", &root]), (0, expected));
}

#[test]
fn check_exits_with_1_if_the_catalogue_differs() {
    let folder = TempDir::new().unwrap();
    let root = write_catalogue(folder.path(), &[ON_FIRE]);
    let (code, out, err) = texts(&run(&["check", &root]));
    assert_eq!((code, &*err), (1, ""));
    assert_eq!(
        out,
        format!(
            "\
the catalogue is out of date (1 difference)

create-card, POST /api/cards ({root}:1)
  + CARD_PRINTER_ON_FIRE (403) is documented, the catalogue lacks it; add `CardPrinterOnFire`
      Run!
"
        )
    );
    let (code, found) = json_of(&["check", "--json", &root]);
    assert_eq!(code, 1);
    assert_eq!(found["agrees"], false);
    let expected = json!([{
        "operation": "create-card",
        "request": "POST /api/cards",
        "kind": "code_added",
        "code": "CARD_PRINTER_ON_FIRE",
        "statuses": [403],
        "description": "Run!",
        "variant": "CardPrinterOnFire",
    }]);
    assert_eq!(found["differences"], expected);
}

#[test]
fn every_failure_exits_with_2_and_one_line_that_begins_with_error() {
    let folder = TempDir::new().unwrap();
    let broken = folder.path().join("broken.yaml");
    fs::write(&broken, "openapi: 3.1.0\npaths: [\n").unwrap();
    let broken = broken.to_str().unwrap();
    for arguments in [
        &["check", "no/such/file.yaml"][..],
        &["check", "--json", broken],
        &["diff", DOCUMENT, broken],
        &["list", broken],
        &["list", DOCUMENT, "no-such-operation"],
        &["scaffold", DOCUMENT, "no-such-operation"],
        &["scaffold", DOCUMENT, "list-cards"],
    ] {
        let (code, out, err) = texts(&run(arguments));
        assert_eq!((code, &*out), (2, ""), "{arguments:?}");
        assert!(err.starts_with("error: "), "{err}");
        assert_eq!(err.lines().count(), 1, "{err}");
    }
    assert_eq!(texts(&run(&["chekc", DOCUMENT])).0, 2);
    assert_eq!(texts(&run(&[])).0, 2);
}

#[test]
fn list_is_a_table_or_json() {
    let names = ["provision-card-to-apple-pay", "POST /auth/logout"];
    let (code, out, err) = texts(&run(&["list", DOCUMENT, names[0], names[1]]));
    assert_eq!((code, &*err), (0, ""));
    assert_eq!(
        out,
        "\
OPERATION                    REQUEST                                       STATUS  CODE
provision-card-to-apple-pay  POST /api/cards/{cardId}/provision/apple-pay  400     APPLE_PAY_PAYLOAD_INVALID
provision-card-to-apple-pay  POST /api/cards/{cardId}/provision/apple-pay  403     FORBIDDEN
provision-card-to-apple-pay  POST /api/cards/{cardId}/provision/apple-pay  503     PAYMENT_BRIDGE_ERROR
-                            POST /auth/logout                             403     FORBIDDEN
-                            POST /auth/logout                             403     SESSION_EXPIRED
"
    );
    let (code, found) = json_of(&["list", "--json", DOCUMENT, "create-card"]);
    assert_eq!(code, 0);
    let operation = &found["operations"][0];
    assert_eq!(operation["operation_id"], "create-card");
    assert_eq!(operation["method"], "POST");
    assert_eq!(operation["path"], "/api/cards");
    assert_eq!(operation["line"], 1);
    let program = json!({
        "code": "CARD_PROGRAM_INVALID",
        "statuses": ["4XX"],
        "description": "The program does not issue cards.",
    });
    assert_eq!(operation["codes"][4], program);
    assert_eq!(
        json_of(&["list", "--json", DOCUMENT]).1["operations"]
            .as_array()
            .unwrap()
            .len(),
        8
    );
}

#[test]
fn quotes_are_unchanged_in_a_table() {
    let folder = TempDir::new().unwrap();
    let root = folder.path().join("root.json");
    let document = json!({ "openapi": "3.1.0", "paths": { "/x": { "get": {
        "operationId": "the 'best' \"card\"", "responses": {},
    }}}});
    fs::write(&root, document.to_string()).unwrap();
    let (_, out, _) = texts(&run(&["list", root.to_str().unwrap()]));
    assert!(
        out.contains("\nthe 'best' \"card\"  GET /x   -       -\n"),
        "{out}"
    );
}

#[test]
fn diff_is_markdown_or_json_and_exits_with_0() {
    let (old, new) = (TempDir::new().unwrap(), TempDir::new().unwrap());
    let old = write_catalogue(old.path(), &[("CARD_IS_LOST", 403, "")]);
    let new = write_catalogue(new.path(), &[("CARD_WAS_LOST", 403, "")]);
    let (code, out, err) = texts(&run(&["diff", &old, &new]));
    assert_eq!((code, &*err), (0, ""));
    assert_eq!(
        out,
        "\
### `create-card`, `POST /api/cards`

- perhaps renamed: `CARD_IS_LOST` to `CARD_WAS_LOST` (a guess: the codes are similar)
"
    );
    let expected = json!({ "differences": [{
        "operation": "create-card",
        "request": "POST /api/cards",
        "kind": "code_renamed",
        "from": "CARD_IS_LOST",
        "to": "CARD_WAS_LOST",
        "evidence": "similar_codes",
    }]});
    assert_eq!(json_of(&["diff", "--json", &old, &new]), (0, expected));
    assert_eq!(
        texts(&run(&["diff", &old, &old])),
        (0, String::new(), String::new())
    );
}

#[test]
fn scaffold_prints_the_source_and_nothing_else() {
    let (code, out, err) = texts(&run(&["scaffold", DOCUMENT, "create-card"]));
    let expected = include_str!("../fixtures/scaffold/create-card.rs");
    assert_eq!((code, &*err, &*out), (0, "", expected));
    let (_, out, _) = texts(&run(&["scaffold", "--base-codes", DOCUMENT, "list-cards"]));
    assert!(out.contains("    Forbidden,\n"), "{out}");
}

#[test]
fn colours_are_used_on_terminals_and_on_request() {
    let folder = TempDir::new().unwrap();
    let root = write_catalogue(folder.path(), &[ON_FIRE]);
    let plain = texts(&run(&["check", &root])).1;
    assert!(!plain.contains('\u{1b}'), "{plain}");
    let coloured =
        |arguments: &[&str]| texts(&run(&[&["--color", "always"], arguments].concat())).1;
    let table = coloured(&["list", &root, "create-card"]);
    let (heading, rows) = table.split_once('\n').unwrap();
    assert_eq!(
        heading.strip_prefix("\u{1b}[1mOPERATION    REQUEST          STATUS  CODE"),
        Some("\u{1b}[0m")
    );
    assert!(!rows.contains('\u{1b}'), "{rows}");
    let error = texts(&run(&["check", "no/such/file.yaml"])).2;
    assert!(!error.contains('\u{1b}'), "{error}");
}

#[test]
fn each_line_of_a_report_has_the_colour_of_its_sign() {
    let folder = TempDir::new().unwrap();
    let root = write_catalogue(folder.path(), &[ON_FIRE]);
    let document = fs::read_to_string(&root).unwrap();
    fs::write(
        &root,
        document
            .replace(
                "\"operationId\":\"get-card\"",
                "\"operationId\":\"show-card\"",
            )
            .replace("CARD_NOT_FROZEN", "CARD_IS_NOT_FROZEN")
            .replace("ACCOUNT_EXISTS", "FORBIDDEN"),
    )
    .unwrap();
    let (_, out, _) = texts(&run(&["check", "--color", "always", &root]));
    let colours: Vec<_> = out
        .lines()
        .map(|line| {
            let (style, text) = match line.strip_prefix("\u{1b}[") {
                Some(line) => line.split_once('m').unwrap(),
                None => ("", line),
            };
            let end = if style.is_empty() { "" } else { "\u{1b}[0m" };
            let text = text.strip_suffix(end).unwrap();
            assert!(!text.contains('\u{1b}'), "{line:?}");
            (style, text.split_at(text.len().min(4)).0)
        })
        .collect();
    let expected = [
        ("1", "the "),
        ("", ""),
        ("1", "crea"),
        ("32", "  + "),
        ("", "    "),
        ("", ""),
        ("1", "show"),
        ("33", "  ~ "),
        ("", ""),
        ("1", "unfr"),
        ("33", "  > "),
        ("", "    "),
        ("", ""),
        ("1", "sign"),
        ("31", "  - "),
    ];
    assert_eq!(colours, expected);
}

#[test]
fn no_control_character_of_a_document_reaches_the_terminal() {
    let folder = TempDir::new().unwrap();
    let root = folder.path().join("root.json");
    let evil = "\u{1b}]0;title\u{7}\u{202e}";
    let document = json!({ "openapi": "3.1.0", "paths": { format!("/{evil}"): { "get": {
        "operationId": evil,
        "responses": { "403": { "description": format!("**CODE_A**\n{evil}") } },
    }}}});
    fs::write(&root, document.to_string()).unwrap();
    let root = root.to_str().unwrap();
    for arguments in [
        &["list", root][..],
        &["list", "--json", root],
        &["check", root],
        &["diff", DOCUMENT, root],
        &["list", root, evil, "x"],
        &["scaffold", root, evil],
    ] {
        let (_, out, err) = texts(&run(arguments));
        let text = format!("{out}{err}");
        let found = text.contains(['\u{1b}', '\u{7}', '\u{202e}']);
        // JSON escapes control characters; the direction of text is its reader's business.
        let json = arguments.contains(&"--json") && !text.contains(['\u{1b}', '\u{7}']);
        assert!(!found || json, "{arguments:?}: {text:?}");
    }
}

#[test]
fn help_version_and_suggestions_are_printed() {
    let (code, out, _) = texts(&run(&["--help"]));
    assert_eq!(code, 0);
    for word in ["check", "diff", "list", "scaffold", "--color", "--version"] {
        assert!(out.contains(word), "{word}: {out}");
    }
    let (code, out, _) = texts(&run(&["--version"]));
    assert_eq!(code, 0);
    assert_eq!(
        out,
        format!("immersve-openapi {}\n", env!("CARGO_PKG_VERSION"))
    );
    let (_, _, err) = texts(&run(&["scafold"]));
    assert!(err.contains("'scaffold'"), "{err}");
}

/// The output may be on a full disk, for example.
#[test]
#[cfg(target_os = "linux")]
fn output_that_cannot_be_written_is_an_error() {
    let full = fs::OpenOptions::new()
        .write(true)
        .open("/dev/full")
        .unwrap();
    let output = command()
        .args(["list", DOCUMENT])
        .stdout(full)
        .output()
        .unwrap();
    let (code, _, err) = texts(&output);
    assert_eq!(code, 2, "{err}");
    assert!(err.starts_with("error: "), "{err}");
}

#[test]
fn a_reader_that_closes_the_pipe_is_not_an_error() {
    let mut child = command()
        .args(["list", "--json", DOCUMENT])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!(texts(&output), (0, String::new(), String::new()));
}

/// Runs the command with at most this address space, in kB.
#[cfg(target_os = "linux")]
fn run_within(limit: u32, root: &Path) -> Output {
    std::process::Command::new("sh")
        .arg("-c")
        .arg(format!("ulimit -v {limit} && exec \"$0\" list \"$1\""))
        .arg(env!("CARGO_BIN_EXE_immersve-openapi"))
        .arg(root)
        .output()
        .unwrap()
}

#[cfg(target_os = "linux")]
#[test]
fn hostile_documents_stay_within_bounded_memory() {
    let folder = TempDir::new().unwrap();
    let mut bomb = "openapi: 3.1.0\na0: &a0 [x, x, x, x, x, x, x, x, x, x]\n".to_owned();
    for level in 1..12 {
        let aliases = vec![format!("*a{}", level - 1); 10].join(", ");
        bomb += &format!("a{level}: &a{level} [{aliases}]\n");
    }
    let mut documents = vec![("bomb.yaml", bomb, 400_000)];
    if !cfg!(debug_assertions) {
        // What takes the most memory for its length; a debug build takes a minute for it.
        let maps = "openapi: 3.1.0\nx:\n".to_owned() + &"- {a: 1}\n".repeat(1_000_000);
        documents.push(("maps.yaml", maps, 1_000_000));
    }
    for (name, text, limit) in documents {
        let root = folder.path().join(name);
        fs::write(&root, text).unwrap();
        let (code, out, err) = texts(&run_within(limit, &root));
        // It ends with a result or with the limit that was passed, and not for want of memory.
        let passed = code == 2 && out.is_empty() && err.starts_with("error: ");
        assert!(passed || (code == 0 && err.is_empty()), "{code}: {err}");
    }
}
