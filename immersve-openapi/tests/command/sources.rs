//! Tests of `immersve-openapi update` and `check` on Rust files, which are run as users and scripts run them.

use std::{fs, path::Path};

use serde_json::{Value, json};

use crate::project::{DOCUMENT, Project};

const BEFORE: &str = r#"//! Codes.

#[derive(Debug, ImmersveErrorCode)]
#[immersve(operation = "unfreeze-card")]
enum UnfreezeCardErrorCode {
    CardNotFrozen,
    #[immersve(unknown)]
    Unknown(UnknownCode),
}
"#;

const AFTER: &str = r#"//! Codes.

#[derive(Debug, ImmersveErrorCode)]
#[immersve(operation = "unfreeze-card")]
enum UnfreezeCardErrorCode {
    CardNotFrozen,
    /// The card is locked for good.
    CardLocked,
    #[immersve(unknown)]
    Unknown(UnknownCode),
}
"#;

#[test]
fn update_edits_the_files_and_says_what_it_did() {
    let project = Project::new(&[("src/codes.rs", BEFORE), ("src/lib.rs", "mod codes;\n")]);
    let (code, out, err) = project.run(&["update", "api.yaml", "src"]);
    assert_eq!((code, &*err), (0, ""));
    assert_eq!(
        out,
        "src/codes.rs:3: `UnfreezeCardErrorCode`: CARD_LOCKED is documented (403); added `CardLocked`\n\
         1 file changed\n1 enum agrees with the document\n"
    );
    assert_eq!(project.read("src/codes.rs"), AFTER);
    let (code, out, err) = project.run(&["update", "--strict", "api.yaml", "src/codes.rs"]);
    assert_eq!((code, &*err), (0, ""));
    assert_eq!(out, "1 enum agrees with the document\n");
    assert_eq!(project.run(&["check", "api.yaml", "src"]).0, 0);
}

#[test]
fn update_with_check_prints_a_diff_and_changes_nothing() {
    let project = Project::new(&[("src/codes.rs", BEFORE)]);
    let (code, out, err) = project.run(&["update", "--check", "api.yaml", "src"]);
    assert_eq!((code, &*err), (1, ""));
    assert_eq!(
        out,
        "\
--- a/src/codes.rs
+++ b/src/codes.rs
@@ -4,6 +4,8 @@
 #[immersve(operation = \"unfreeze-card\")]
 enum UnfreezeCardErrorCode {
     CardNotFrozen,
+    /// The card is locked for good.
+    CardLocked,
     #[immersve(unknown)]
     Unknown(UnknownCode),
 }
"
    );
    assert_eq!(project.read("src/codes.rs"), BEFORE);
    project.write("src/codes.rs", AFTER);
    let agrees = (0, String::new(), String::new());
    assert_eq!(
        project.run(&["update", "--check", "api.yaml", "src"]),
        agrees
    );
}

#[test]
fn check_with_paths_is_a_report_or_json() {
    let project = Project::new(&[("src/codes.rs", BEFORE)]);
    let (code, out, err) = project.run(&["check", "api.yaml", "src"]);
    assert_eq!((code, &*err), (1, ""));
    assert_eq!(
        out,
        "\
`UnfreezeCardErrorCode` (src/codes.rs:3) is out of date (1 difference)

unfreeze-card, POST /api/cards/{cardId}/unfreeze (api.yaml:5)
  + CARD_LOCKED (403) is documented, the enum lacks it; add `CardLocked`
      The card is locked for good.
"
    );
    let (code, out, _) = project.run(&["check", "--json", "api.yaml", "src"]);
    let found: Value = serde_json::from_str(&out).unwrap();
    let expected = json!({
        "agrees": false,
        "enums": 1,
        "unchecked": 0,
        "by_hand": [],
        "stale_comments": [],
        "warnings": [],
        "failures": [],
        "drifts": [{
            "file": "src/codes.rs",
            "line": 3,
            "enum": "UnfreezeCardErrorCode",
            "differences": [{
                "operation": "unfreeze-card",
                "request": "POST /api/cards/{cardId}/unfreeze",
                "kind": "code_added",
                "code": "CARD_LOCKED",
                "statuses": [403],
                "description": "The card is locked for good.",
                "variant": "CardLocked",
            }],
        }],
    });
    assert_eq!((code, found), (1, expected));
}

#[test]
fn an_operation_that_the_document_lacks_is_a_warning_and_with_strict_a_failure() {
    let lost = AFTER.replace("unfreeze-card", "unfreze-card");
    let project = Project::new(&[("codes.rs", &lost)]);
    let (code, out, err) = project.run(&["update", "api.yaml", "codes.rs"]);
    assert_eq!(code, 0, "{err}");
    assert_eq!(out, "0 enums agree with the document, 1 does not\n");
    assert_eq!(
        err,
        "warning: codes.rs:3: `UnfreezeCardErrorCode`: the document has no operation \
         `unfreze-card`; did you mean `unfreeze-card`?; the enum is not updated\n"
    );
    let check = project.run(&["update", "--check", "api.yaml", "codes.rs"]);
    assert_eq!(check.0, 1);
    assert_eq!(
        project
            .run(&["update", "--strict", "api.yaml", "codes.rs"])
            .0,
        1
    );
    assert_eq!(project.run(&["check", "api.yaml", "codes.rs"]).0, 1);
    assert_eq!(project.read("codes.rs"), lost);
}

#[test]
fn files_without_enums_are_a_failure() {
    let project = Project::new(&[
        ("src/lib.rs", "fn main() {}\n"),
        ("bad.rs", "immersve \u{fffd}\n"),
    ]);
    for arguments in [
        &["update", "api.yaml", "src"][..],
        &["check", "api.yaml", "src"],
        &["check", "api.yaml", "no/such/path"],
        &["update", "no.yaml", "src"],
    ] {
        let (code, out, err) = project.run(arguments);
        assert_eq!((code, &*out), (2, ""), "{arguments:?}");
        assert!(err.starts_with("error: "), "{err}");
    }
}

#[test]
fn files_that_cannot_be_read_are_named() {
    let project = Project::new(&[
        ("a/broken.rs", "#[immersve(operation = \"x\")\n"),
        (
            "a/macro.rs",
            "macro_rules! codes {\n    ($name:ident) => {\n        #[derive(ImmersveErrorCode)]\n        \
             #[immersve(operation = \"unfreeze-card\")]\n        enum $name { A }\n    };\n}\n",
        ),
        (
            "a/other.rs",
            "#[derive(Codes)]\n#[immersve(operation = \"unfreeze-card\")]\nenum E { AaAa }\n",
        ),
        (
            "a/condition.rs",
            "#[derive(ImmersveErrorCode)]\n#[immersve(operation = \"unfreeze-card\")]\nenum E {\n    \
             #[cfg_attr(x, immersve(status = 400))]\n    A,\n}\n",
        ),
    ]);
    for command in [&["check"][..], &["update"], &["update", "--check"]] {
        let (code, _, err) = project.run(&[command, &["api.yaml", "a"]].concat());
        assert_eq!(code, 2);
        for start in [
            "error: a/broken.rs:1: ",
            "error: a/condition.rs:4: ",
            "error: a/macro.rs:1: ",
            "error: a/other.rs:3: ",
        ] {
            assert!(
                err.lines().any(|line| line.starts_with(start)),
                "{start}: {err}"
            );
        }
        assert_eq!(err.lines().count(), 4, "{err}");
    }
}

#[test]
fn hidden_files_links_and_build_output_are_not_read() {
    let project = Project::new(&[
        ("a/codes.rs", BEFORE),
        ("a/.hidden/codes.rs", BEFORE),
        (
            "a/target/CACHEDIR.TAG",
            "Signature: 8a477f597d28d172789f06886806bc55\n",
        ),
        ("a/target/codes.rs", BEFORE),
        ("a/codes.txt", BEFORE),
    ]);
    let (_, out, _) = project.run(&["update", "--json", "api.yaml", "a", "a/codes.rs"]);
    let found: Value = serde_json::from_str(&out).unwrap();
    assert_eq!(found["files"].as_array().unwrap().len(), 1, "{out}");
    for (path, text) in [
        ("a/codes.rs", AFTER),
        ("a/.hidden/codes.rs", BEFORE),
        ("a/target/codes.rs", BEFORE),
        ("a/codes.txt", BEFORE),
    ] {
        assert_eq!(project.read(path), text, "{path}");
    }
}

#[cfg(unix)]
#[test]
fn files_keep_their_permissions_and_links_stay_links() {
    use std::os::unix::fs::{PermissionsExt as _, symlink};
    let project = Project::new(&[("real/codes.rs", BEFORE), ("src/none.rs", "")]);
    let real = project.path("real/codes.rs");
    fs::set_permissions(&real, fs::Permissions::from_mode(0o640)).unwrap();
    symlink(&real, project.path("src/codes.rs")).unwrap();
    assert_eq!(
        project.run(&["update", "api.yaml", "src"]).0,
        2,
        "links in folders are passed"
    );
    let (code, _, err) = project.run(&["update", "api.yaml", "src/codes.rs"]);
    assert_eq!((code, &*err), (0, ""));
    assert_eq!(project.read("real/codes.rs"), AFTER);
    assert!(
        fs::symlink_metadata(project.path("src/codes.rs"))
            .unwrap()
            .is_symlink()
    );
    let mode = fs::metadata(&real).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o640);
    let left: Vec<_> = fs::read_dir(project.path("real")).unwrap().collect();
    assert_eq!(left.len(), 1, "no other file is left there");
}

#[test]
fn no_file_is_replaced_unless_all_can_be() {
    let project = Project::new(&[("a.rs", BEFORE), ("b.rs", BEFORE)]);
    let mut permissions = fs::metadata(project.path("b.rs")).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(project.path("b.rs"), permissions).unwrap();
    let (code, out, err) = project.run(&["update", "api.yaml", "a.rs", "b.rs"]);
    assert_eq!((code, &*out), (2, ""));
    assert_eq!(
        err,
        "error: b.rs: cannot be replaced: the file is read-only\n"
    );
    assert_eq!(project.read("a.rs"), BEFORE);
    assert!(!is_temporary_left(project.folder.path()));
}

fn is_temporary_left(folder: &Path) -> bool {
    let names = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name());
    names
        .into_iter()
        .any(|name| name.to_string_lossy().starts_with(".tmp"))
}

#[test]
fn comments_that_the_document_has_corrected_are_listed() {
    let source = "#[derive(Debug, ImmersveErrorCode)]
#[immersve(operation = \"unfreeze-card\")]
enum UnfreezeCardErrorCode {
    /// The card is locked
    /// for good.
    CardNotFrozen,
    /// An old text.
    CardLocked,
}
";
    let project = Project::new(&[("a.rs", source)]);
    let older = DOCUMENT.replace("The card is locked for good.", "An _old_ text.");
    project.write("older.yaml", &older);
    let check = |more: &[&str]| project.run(&[&["check", "api.yaml", "a.rs"], more].concat());
    assert_eq!(check(&[]).0, 0);
    let other = "error: a.rs:6: the comment of `UnfreezeCardErrorCode::CardNotFrozen` is the description of \
                 `CARD_LOCKED`; the document says of CARD_NOT_FROZEN: The card is not frozen.\n";
    let old = "error: a.rs:8: the comment of `UnfreezeCardErrorCode::CardLocked` is an older description; the \
               document says of CARD_LOCKED: The card is locked for good.\n";
    let (code, _, err) = check(&["--descriptions"]);
    assert_eq!((code, &*err), (1, other));
    let (code, _, err) = check(&["--descriptions", "--since", "older.yaml"]);
    assert_eq!((code, err), (1, format!("{other}{old}")));
    let (_, out, _) = check(&["--descriptions", "--json"]);
    let found: Value = serde_json::from_str(&out).unwrap();
    assert_eq!(found["agrees"], false);
    assert_eq!(found["stale_comments"][0]["other"], "CARD_LOCKED");
}

#[test]
fn a_project_that_cargo_cannot_read_is_a_warning_if_it_uses_the_catalogue() {
    let user = "use immersve_errors::endpoints::UnfreezeCardErrorCode;\n";
    let project = Project::new(&[("src/lib.rs", user), ("Cargo.toml", "[package\n")]);
    let (code, _, err) = project.run(&["check", "api.yaml", "src"]);
    assert_eq!(code, 1);
    let warning = "warning: src/lib.rs:1: cannot find the `immersve-errors` of this project: `cargo metadata` failed: ";
    assert!(err.starts_with(warning), "{err}");
    let error = "error: src/lib.rs:1: `UnfreezeCardErrorCode` of `immersve-errors` ";
    assert!(
        err.contains(error) && err.contains(" lacks CARD_LOCKED; "),
        "{err}"
    );
}
