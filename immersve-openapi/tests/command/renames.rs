//! `immersve-openapi update` and codes that were probably renamed.

use std::fmt::Write as _;

use serde_json::Value;

use crate::project::Project;

/// A document whose operation `freeze-card` has these codes.
fn document(codes: &[&str]) -> String {
    let mut text =
        "openapi: 3.1.0\npaths:\n  /freeze:\n    post:\n      operationId: freeze-card\n      \
                    responses:\n        \"403\":\n          description: |\n"
            .to_owned();
    for code in codes {
        write!(text, "            **{code}**\n            It is so.\n\n").unwrap();
    }
    text
}

const OLD: &str = "\
#[derive(Debug, ImmersveErrorCode)]
#[immersve(operation = \"freeze-card\")]
enum FreezeCardErrorCode {
    // The user pressed twice.
    CardAlreadyFrozen, /* a toast */
    /// Ask the owner.
    CardFreezeDisallowed, // not shown
    #[immersve(unknown)]
    Unknown(UnknownCode),
}
";

const ALREADY: &str = "    // The user pressed twice.\n    CardAlreadyFrozen, /* a toast */\n";

const ACCEPTED: &str = "    // The user pressed twice.\n    \
    #[immersve(code = \"CARD_FROZEN_ALREADY\", alias = \"CARD_ALREADY_FROZEN\")]\n    \
    CardAlreadyFrozen, /* a toast */\n";

fn project() -> Project {
    let project = Project::new(&[("codes.rs", OLD)]);
    project.write(
        "api.yaml",
        &document(&["CARD_FROZEN_ALREADY", "CARD_FREEZE_NOT_ALLOWED"]),
    );
    project
}

/// The note that says what to decide.
const NOTE: &str = "note: 1 rename is undecided; accept it, or reject it with `--reject-rename`:\n    \
    immersve-openapi update api.yaml codes.rs --accept-rename CARD_FREEZE_DISALLOWED\n";

#[test]
fn a_rename_is_undecided_until_it_is_accepted() {
    let project = project();
    let accept = [
        "update",
        "--accept-rename",
        "CARD_ALREADY_FROZEN",
        "api.yaml",
        "codes.rs",
    ];
    let (code, out, err) = project.run(&accept);
    assert_eq!(code, 0, "{err}");
    let text = project.read("codes.rs");
    assert_eq!(
        text,
        OLD.replace(ALREADY, ACCEPTED),
        "the other one is not touched"
    );
    assert!(out.contains(
        "CARD_FROZEN_ALREADY is documented instead of CARD_ALREADY_FROZEN; it is the code of `CardAlreadyFrozen` now"
    ));
    assert!(
        out.ends_with("0 enums agree with the document, 1 does not\n"),
        "{out}"
    );
    let question = "note: codes.rs:7: `FreezeCardErrorCode`: CARD_FREEZE_DISALLOWED may have been renamed to \
                    CARD_FREEZE_NOT_ALLOWED: the codes are similar; neither changes until you decide\n";
    assert_eq!(err, format!("{question}{NOTE}"));
    // It is done, so it is no error to ask for it again.
    assert_eq!(project.run(&accept).0, 0);
    assert_eq!(project.read("codes.rs"), text);
    let check = project.run(&["update", "--check", "api.yaml", "codes.rs"]);
    assert_eq!((check.0, &*check.1), (1, ""), "it is undecided");
}

#[test]
fn one_command_has_all_decisions() {
    let project = project();
    let commands: Vec<String> = [&["update", "--check"][..], &["update"], &["check"]]
        .iter()
        .map(|command| {
            let (_, _, err) = project.run(&[command, &["api.yaml", "codes.rs"][..]].concat());
            assert_eq!(project.read("codes.rs"), OLD, "neither is touched");
            let line = err.lines().last().unwrap().trim_start();
            line.strip_prefix("immersve-openapi ").unwrap().to_owned()
        })
        .collect();
    assert!(commands.iter().all(|it| *it == commands[0]), "{commands:?}");
    let words: Vec<&str> = commands[0].split(' ').collect();
    let (code, _, err) = project.run(&words);
    assert_eq!((code, &*err), (0, ""));
    let freeze = "    /// Ask the owner.\n    \
        #[immersve(code = \"CARD_FREEZE_NOT_ALLOWED\", alias = \"CARD_FREEZE_DISALLOWED\")]\n    \
        CardFreezeDisallowed, // not shown\n";
    let expected = OLD.replace(ALREADY, ACCEPTED).replace(
        "    /// Ask the owner.\n    CardFreezeDisallowed, // not shown\n",
        freeze,
    );
    assert_eq!(project.read("codes.rs"), expected);
    assert_eq!(project.run(&["check", "api.yaml", "codes.rs"]).0, 0);
}

#[test]
fn the_command_has_the_other_arguments_and_is_quoted_for_a_shell() {
    let project = project();
    project.write("my codes/it's.rs", OLD);
    project.write("my codes/no.rs", "immersve (");
    let arguments = [
        "--base-codes",
        "--exclude",
        "my codes/no.rs",
        "api.yaml",
        "my codes",
    ];
    let (_, _, err) = project.run(&[&["check"], &arguments[..]].concat());
    let line = err.lines().last().unwrap().trim_start();
    let words = shlex::split(line).unwrap();
    let words: Vec<&str> = words.iter().skip(1).map(String::as_str).collect();
    let (code, _, err) = project.run(&words);
    assert_eq!((code, &*err), (0, ""), "{line}");
    assert!(project.read("my codes/it's.rs").contains(ACCEPTED));
}

#[test]
fn a_rejected_rename_is_a_code_that_is_gone_and_one_that_is_new() {
    let project = project();
    let reject = [
        "update",
        "--reject-rename",
        "CARD_FREEZE_DISALLOWED",
        "--accept-rename",
        "CARD_ALREADY_FROZEN",
        "api.yaml",
        "codes.rs",
    ];
    let (code, _, err) = project.run(&reject);
    assert_eq!((code, &*err), (0, ""));
    let new = "    /// It is so.\n    CardFreezeNotAllowed,\n";
    let gone =
        "    #[deprecated(note = \"no longer documented by the API\")]\n    CardFreezeDisallowed";
    let expected = OLD
        .replace(ALREADY, &format!("{ACCEPTED}{new}"))
        .replace("    CardFreezeDisallowed", gone);
    assert_eq!(project.read("codes.rs"), expected);
    assert_eq!(project.run(&reject).0, 0, "it is done");
    assert_eq!(project.read("codes.rs"), expected);
    assert_eq!(project.run(&["check", "api.yaml", "codes.rs"]).0, 0);
}

#[test]
fn a_rename_that_nothing_suggests_is_an_error() {
    let project = project();
    for code in ["CARD_ALREADY_FROSEN", "UNKNOWN", "CARD_FROZEN_ALREADY"] {
        let (status, out, err) =
            project.run(&["update", "--accept-rename", code, "api.yaml", "codes.rs"]);
        assert_eq!((status, &*out), (2, ""));
        assert_eq!(
            err,
            format!(
                "error: nothing suggests that `{code}` was renamed; these may have been: CARD_ALREADY_FROZEN, \
                 CARD_FREEZE_DISALLOWED\n"
            )
        );
    }
    assert_eq!(project.read("codes.rs"), OLD);
    let (_, _, err) = project.run(&[
        "update",
        "--accept-rename",
        "\u{1b}[31m",
        "api.yaml",
        "codes.rs",
    ]);
    assert!(!err.contains('\u{1b}'), "{err:?}");
}

#[test]
fn json_has_the_undecided_renames() {
    let project = project();
    let (_, out, _) = project.run(&["update", "--json", "api.yaml", "codes.rs"]);
    let found: Value = serde_json::from_str(&out).unwrap();
    assert_eq!(found["agrees"], false, "{out}");
    assert_eq!(found["changes"].as_array().unwrap().len(), 0, "{out}");
    let undecided = found["undecided"].as_array().unwrap();
    assert_eq!(undecided.len(), 2, "{out}");
    assert_eq!(undecided[0]["from"], "CARD_ALREADY_FROZEN");
    assert_eq!(undecided[0]["variant"], "CardAlreadyFrozen");
}
