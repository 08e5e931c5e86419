//! The order of arguments, several operations, and operations with a misspelt name.

use crate::project::Project;

const DOCUMENT: &str = "\
openapi: 3.1.0
paths:
  /api/cards/{cardId}/freeze:
    post:
      operationId: freeze-card
      responses:
        \"403\":
          description: \"**CARD_ALREADY_FROZEN** It is.\"
  /api/cards/{cardId}/unfreeze:
    post:
      operationId: unfreeze-card
      responses:
        \"403\":
          description: \"**CARD_NOT_FROZEN** It is not.\"
  /api/cards/{cardId}:
    get:
      operationId: get-card
      responses: {}
";

fn project(files: &[(&str, &str)]) -> Project {
    let project = Project::new(files);
    project.write("api.yaml", DOCUMENT);
    project
}

#[test]
fn the_document_is_the_first_argument_even_if_an_operation_is_the_name_of_a_file() {
    let project = project(&[("freeze-card", "not a document")]);
    for command in ["list", "scaffold"] {
        let (code, out, err) = project.run(&[command, "api.yaml", "unfreeze-card", "freeze-card"]);
        assert_eq!((code, &*err), (0, ""), "{command}");
        assert!(
            out.contains("CARD_ALREADY_FROZEN") || out.contains("CardAlreadyFrozen"),
            "{out}"
        );
    }
}

#[test]
fn a_folder_is_no_document() {
    let project = project(&[("src/lib.rs", "")]);
    let (status, _, error) = project.run(&["check", "src", "api.yaml"]);
    assert_eq!(status, 2);
    assert!(
        error.contains("src: cannot be read as the root file of a document"),
        "{error}"
    );
}

#[test]
fn an_explanation_takes_an_operation_before_a_code() {
    let project = project(&[]);
    let (code, out, err) = project.run(&["explain", "freeze-card", "CARD_ALREADY_FROZEN"]);
    assert_eq!((code, &*err), (0, ""));
    assert!(out.contains("\n  at       freeze-card ("), "{out}");
    let (code, _, err) = project.run(&["explain", "freeze-crd", "CARD_ALREADY_FROZEN"]);
    assert_eq!(code, 2);
    assert!(
        err.contains("no operation is called `freeze-crd`; did you mean `freeze-card`?"),
        "{err}"
    );
}

#[test]
fn several_operations_are_scaffolded_at_once() {
    let project = project(&[]);
    let one = project.run(&["scaffold", "api.yaml", "freeze-card"]).1;
    let other = project.run(&["scaffold", "api.yaml", "unfreeze-card"]).1;
    let (code, both, _) = project.run(&["scaffold", "api.yaml", "freeze-card", "unfreeze-card"]);
    assert_eq!(code, 0);
    assert_eq!(both, format!("{one}\n{other}"));
}

#[test]
fn an_operation_that_cannot_be_scaffolded_does_not_suppress_the_others() {
    let project = project(&[]);
    let one = project.run(&["scaffold", "api.yaml", "freeze-card"]).1;
    let operations = ["get-card", "freeze-card", "freeze-crd"];
    let (code, out, err) = project.run(&[&["scaffold", "api.yaml"], &operations[..]].concat());
    assert_eq!((code, out), (2, one));
    let lines: Vec<_> = err.lines().collect();
    assert_eq!(lines.len(), 2, "{err}");
    assert!(
        lines[0].starts_with("error: `get-card` documents no codes of its own"),
        "{err}"
    );
    assert!(lines[1].contains("no operation `freeze-crd`"), "{err}");
}

#[test]
fn a_missing_document_is_named() {
    let project = project(&[]);
    let (code, _, err) = project.run(&["scaffold", "no.yaml", "freeze-card"]);
    assert_eq!(code, 2);
    assert!(err.starts_with("error: no.yaml: cannot be read"), "{err}");
}

#[test]
fn a_misspelt_operation_of_an_enum_shows_similar_ones() {
    let source = "#[derive(Debug, ImmersveErrorCode)]\n#[immersve(operation = \"freeze-crd\")]\nenum E { CardAlreadyFrozen }\n";
    let project = project(&[("codes.rs", source)]);
    let (code, out, _) = project.run(&["check", "api.yaml", "codes.rs"]);
    assert_eq!(code, 1);
    assert_eq!(
        out,
        "`E` (codes.rs:1) is out of date (1 difference)\n\nfreeze-crd\n  - the operation is in the enum, the \
         document lacks it; did you mean `freeze-card` or `unfreeze-card`?\n"
    );
    let (_, out, _) = project.run(&["check", "--json", "api.yaml", "codes.rs"]);
    let found: serde_json::Value = serde_json::from_str(&out).unwrap();
    let difference = &found["drifts"][0]["differences"][0];
    assert_eq!(
        difference["similar"],
        serde_json::json!(["freeze-card", "unfreeze-card"]),
        "{out}"
    );
}

#[test]
fn an_enum_of_an_operation_that_the_derive_does_not_accept_names_none() {
    let project = project(&[]);
    for id in ["/cards", "create card", "é"] {
        project.write("odd.yaml", &DOCUMENT.replace("freeze-card", id));
        let (code, out, err) = project.run(&["scaffold", "odd.yaml", id]);
        assert_eq!(code, 0, "{err}");
        assert!(!out.contains("#[immersve(operation"), "{out}");
        assert_eq!(
            err,
            format!(
                "warning: odd.yaml:4: the derive does not accept `{id}` as an operation, so the enum names none and \
                 is not checked\n"
            )
        );
        project.write("odd.rs", &out);
        let (_, _, err) = project.run(&["check", "odd.yaml", "odd.rs"]);
        assert!(err.contains("#[immersve(operation = \"...\")]"), "{err}");
    }
}
