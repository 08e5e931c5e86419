//! Enums that name no operation: those of several operations, and those that are not checked.

use serde_json::{Value, json};

use crate::project::{DOCUMENT, Project};

const CHECKED: &str = r#"#[derive(Debug, ImmersveErrorCode)]
#[immersve(operation = "unfreeze-card")]
enum UnfreezeCardErrorCode {
    CardNotFrozen,
    CardLocked,
}
"#;

const UNCHECKED: &str = "
#[derive(Debug, ImmersveErrorCode)]
enum LockErrorCode {
    CardLocked,
}
";

const WARNING: &str = "warning: a.rs:8: `LockErrorCode`: it names no operation, so it is not checked; write \
                       `#[immersve(operation = \"unfreeze-card\")]` on it, or use `--shared LockErrorCode` if several \
                       operations share its codes\n";

#[test]
fn an_enum_that_names_no_operation_is_a_warning_and_counted() {
    let project = Project::new(&[("a.rs", &format!("{CHECKED}{UNCHECKED}"))]);
    let summary = "1 enum agrees with the document, 1 names no operation and is not checked\n";
    for command in [&["check"][..], &["update"], &["update", "--check"]] {
        let run = |more: &[&str]| project.run(&[command, more, &["api.yaml", "a.rs"]].concat());
        let (code, out, err) = run(&[]);
        assert_eq!((code, &*err), (0, WARNING), "{command:?}");
        let summary = if command.len() == 2 { "" } else { summary };
        assert_eq!(out, summary, "{command:?}");
        assert_eq!(run(&["--strict"]).0, 1, "{command:?}");
        let (code, out, err) = run(&["--strict", "--shared", "LockErrorCode"]);
        assert_eq!((code, &*err), (0, ""), "{command:?}");
        let summary = if command.len() == 2 {
            ""
        } else {
            "2 enums agree with the document\n"
        };
        assert_eq!(out, summary, "{command:?}");
    }
    let (_, out, _) = project.run(&["check", "--json", "api.yaml", "a.rs"]);
    let found: Value = serde_json::from_str(&out).unwrap();
    assert_eq!(
        (&found["enums"], &found["unchecked"]),
        (&json!(1), &json!(1))
    );
    let (_, out, _) = project.run(&["update", "--json", "--check", "api.yaml", "a.rs"]);
    let found: Value = serde_json::from_str(&out).unwrap();
    assert_eq!(
        (&found["enums"], &found["unchecked"]),
        (&json!(1), &json!(1))
    );
}

#[test]
fn an_enum_that_another_one_embeds_needs_no_operation() {
    let outer = CHECKED.replace(
        "    CardLocked,\n",
        "    #[immersve(embed)]\n    Lock(codes::LockErrorCode),\n",
    );
    let project = Project::new(&[("a.rs", UNCHECKED), ("b.rs", &outer)]);
    for command in ["check", "update"] {
        let (code, out, err) = project.run(&[command, "--strict", "api.yaml", "a.rs", "b.rs"]);
        assert_eq!((code, &*err), (0, ""));
        assert_eq!(out, "1 enum agrees with the document\n");
    }
}

#[test]
fn files_of_which_no_enum_names_an_operation_are_an_error_with_advice() {
    let project = Project::new(&[("a.rs", UNCHECKED), ("b.rs", "fn main() {}\n")]);
    for command in ["check", "update"] {
        let (code, out, err) = project.run(&[command, "api.yaml", "a.rs"]);
        assert_eq!((code, &*out), (2, ""));
        let warning = WARNING.replace("a.rs:8", "a.rs:2");
        assert_eq!(
            err,
            format!(
                "{warning}error: no enum in the given files names an operation, and none is `--shared`\n"
            )
        );
    }
    let (code, _, err) = project.run(&["check", "api.yaml", "b.rs"]);
    assert_eq!(code, 2);
    assert_eq!(
        err,
        "error: no enum in the given files derives `ImmersveErrorCode`\n"
    );
}

#[test]
fn a_shared_enum_has_only_codes_that_some_operation_documents() {
    let shared = "
#[derive(Debug, ImmersveErrorCode)]
enum SharedErrorCode {
    CardLokced,
    CardNotFrozen,
    Forbidden,
    #[immersve(alias = \"CARD_LOCKED\")]
    CardIsLocked,
    #[deprecated]
    CardGone,
}
";
    let project = Project::new(&[("a.rs", shared)]);
    let message =
        "a.rs:2: `SharedErrorCode`: no operation documents CARD_LOKCED; did you mean `CARD_LOCKED`";
    let run = |command: &[&str]| {
        let shared = ["--shared", "SharedErrorCode", "api.yaml", "a.rs"];
        project.run(&[command, &shared].concat())
    };
    let (code, out, err) = run(&["check"]);
    assert_eq!(code, 1);
    assert_eq!(out, "0 enums agree with the document, 1 does not\n");
    assert!(err.starts_with(&format!("error: {message}")), "{err}");
    let (code, _, err) = run(&["update", "--check"]);
    assert_eq!(code, 1);
    assert!(err.starts_with(&format!("warning: {message}")), "{err}");
    let found: Value = serde_json::from_str(&run(&["check", "--json"]).1).unwrap();
    assert_eq!(found["by_hand"][0]["file"], "a.rs");

    project.write("a.rs", &shared.replace("    CardLokced,\n", ""));
    assert_eq!(run(&["check", "--strict"]).0, 0);
}

#[test]
fn a_name_that_is_no_such_enum_is_a_warning() {
    let project = Project::new(&[("a.rs", CHECKED)]);
    for name in ["LokErrorCode", "UnfreezeCardErrorCode"] {
        let (code, _, err) = project.run(&[
            "check", "--strict", "--shared", name, "--shared", name, "api.yaml", "a.rs",
        ]);
        assert_eq!(code, 1);
        assert_eq!(
            err,
            format!(
                "warning: `{name}` is `--shared`, but no enum of this name lacks an operation\n"
            )
        );
    }
}

/// The warning for one enum that names no operation.
fn warned(document: &str, source: &str) -> String {
    let project = Project::new(&[("api.yaml", document), ("a.rs", source)]);
    let check = project.run(&["check", "api.yaml", "a.rs"]).2;
    assert_eq!(
        check,
        project.run(&["update", "--check", "api.yaml", "a.rs"]).2
    );
    check.lines().next().unwrap().to_owned()
}

#[test]
fn the_operation_is_guessed_by_the_name_of_the_enum_and_then_by_its_codes() {
    let more = "  /api/cards/{cardId}/lock:
    post:
      operationId: lock-card
      responses:
        \"403\":
          description: \"**CARD_LOCKED** It is.\"
  /api/cards/{cardId}/twin:
    post:
      operationId: twin-card
      responses:
        \"403\":
          description: \"**CARD_NOT_FROZEN** It is.\"
  /api/cards/{cardId}/lose:
    post:
      operationId: lose-card
      responses:
        \"403\":
          description: \"**CARD_LOST** It is.\"
";
    let document = format!("{DOCUMENT}{more}");
    let derive = "#[derive(ImmersveErrorCode)]\nenum";
    for (source, advice) in [
        (
            "LockCardErrorCode { CardLocked }",
            "operation = \"lock-card\"",
        ),
        (
            "UnfreezeCardErrorCode { Other }",
            "operation = \"unfreeze-card\"",
        ),
        (
            "X { CardLocked, CardNotFrozen }",
            "operation = \"unfreeze-card\"",
        ),
        (
            "X { #[immersve(alias = \"CARD_LOCKED\")] A, CardNotFrozen }",
            "operation = \"unfreeze-card\"",
        ),
        // Both have it.
        ("X { CardLocked }", "operation = \"...\""),
        ("X { Other }", "operation = \"...\""),
        ("X { CardLocked, Other, NoOther }", "operation = \"...\""),
        // No operation has both of them.
        (
            "X { CardNotFrozen, CardLocked, CardLost }",
            "use `--shared X` if",
        ),
    ] {
        let warning = warned(&document, &format!("{derive} {source}"));
        assert!(warning.contains(advice), "{source}: {warning}");
    }
}
