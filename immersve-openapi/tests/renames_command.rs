//! `immersve-openapi update` and codes that were probably renamed.

mod project;

use std::fmt::Write as _;

use serde_json::Value;

use project::Project;

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

#[test]
fn renames_are_accepted_one_by_one() {
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
    assert!(text.contains(ACCEPTED), "{text}");
    assert!(text.contains("    CardFreezeNotAllowed,\n"), "{text}");
    assert!(out.contains(
        "CARD_FROZEN_ALREADY is documented instead of CARD_ALREADY_FROZEN; it is the code of `CardAlreadyFrozen` now"
    ));
    assert_eq!(
        err,
        "note: codes.rs:7: FreezeCardErrorCode: CARD_FREEZE_DISALLOWED may be CARD_FREEZE_NOT_ALLOWED now, as the \
         codes are similar; `CardFreezeDisallowed` can mean both; to accept this, restore the file, such as with \
         `git checkout -- codes.rs`, and run this command again with `--accept-rename CARD_FREEZE_DISALLOWED`\n"
    );
    // It is done, so it is no error to ask for it again.
    let (code, _, err) = project.run(&accept);
    assert_eq!((code, &*err), (0, ""));
    assert_eq!(project.read("codes.rs"), text);
}

#[test]
fn several_renames_or_all_are_accepted() {
    let one = "--accept-rename";
    for accept in [
        &[
            "update",
            one,
            "CARD_ALREADY_FROZEN",
            one,
            "CARD_FREEZE_DISALLOWED",
            "api.yaml",
            "codes.rs",
        ][..],
        &["update", "--accept-renames", "api.yaml", "codes.rs"],
    ] {
        let project = project();
        let (code, _, err) = project.run(accept);
        assert_eq!((code, &*err), (0, ""));
        let freeze = "    /// Ask the owner.\n    \
            #[immersve(code = \"CARD_FREEZE_NOT_ALLOWED\", alias = \"CARD_FREEZE_DISALLOWED\")]\n    \
            CardFreezeDisallowed, // not shown\n";
        let expected = OLD.replace(ALREADY, ACCEPTED).replace(
            "    /// Ask the owner.\n    CardFreezeDisallowed, // not shown\n",
            freeze,
        );
        assert_eq!(project.read("codes.rs"), expected);
    }
}

#[test]
fn before_the_files_are_written_nothing_needs_to_be_restored() {
    let (code, _, err) = project().run(&["update", "--check", "api.yaml", "codes.rs"]);
    assert_eq!(code, 1);
    assert_eq!(err.lines().count(), 2, "{err}");
    assert!(
        err.contains("; to accept this, use `--accept-rename CARD_ALREADY_FROZEN`\n"),
        "{err}"
    );
    assert!(!err.contains("git"), "{err}");
}

#[test]
fn a_rename_that_comes_too_late_is_an_error_that_says_what_to_do() {
    let project = project();
    assert_eq!(project.run(&["update", "api.yaml", "codes.rs"]).0, 0);
    let text = project.read("codes.rs");
    for check in [None, Some("--check")] {
        let mut accept = vec![
            "update",
            "--accept-rename",
            "CARD_ALREADY_FROZEN",
            "api.yaml",
            "codes.rs",
        ];
        accept.extend(check);
        let (code, out, err) = project.run(&accept);
        assert_eq!((code, &*out), (2, ""));
        assert_eq!(
            err,
            "error: codes.rs:6: FreezeCardErrorCode: CARD_ALREADY_FROZEN may be CARD_FROZEN_ALREADY now, as the \
             codes are similar; `CardAlreadyFrozen` can mean both; but an earlier update has deprecated it and added \
             a variant; to accept this, restore the file as it was before, such as with `git checkout -- codes.rs` \
             or, if that update is committed, `git checkout main -- codes.rs`, and run this command again\n"
        );
        assert_eq!(project.read("codes.rs"), text);
    }
    let (code, _, err) = project.run(&["update", "--accept-renames", "api.yaml", "codes.rs"]);
    assert_eq!(code, 0);
    assert_eq!(err.lines().count(), 2, "{err}");
    assert!(err.starts_with("note: codes.rs:6: "), "{err}");
    assert_eq!(project.read("codes.rs"), text);
    // What the error says works.
    project.write("codes.rs", OLD);
    let (code, ..) = project.run(&[
        "update",
        "--accept-rename",
        "CARD_ALREADY_FROZEN",
        "api.yaml",
        "codes.rs",
    ]);
    assert_eq!(code, 0);
    assert!(project.read("codes.rs").contains(ACCEPTED));
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
fn json_has_the_guesses_and_those_that_come_too_late() {
    let project = project();
    let json = |arguments: &[&str]| -> Value {
        let (_, out, _) =
            project.run(&[&["update", "--json"], arguments, &["api.yaml", "codes.rs"]].concat());
        serde_json::from_str(&out).unwrap()
    };
    let first = json(&[]);
    assert_eq!(first["guesses"].as_array().unwrap().len(), 2, "{first}");
    assert_eq!(first["late"].as_array().unwrap().len(), 0, "{first}");
    let second = json(&["--accept-renames"]);
    assert_eq!(second["guesses"].as_array().unwrap().len(), 0, "{second}");
    assert_eq!(second["late"].as_array().unwrap().len(), 2, "{second}");
    assert_eq!(second["late"][0]["from"], "CARD_ALREADY_FROZEN");
}
