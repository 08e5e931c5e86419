//! Arguments in another order, several operations, and operations with a misspelt name.

mod project;

use project::Project;

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
fn the_document_is_given_before_or_after_the_operations() {
    let project = project(&[]);
    for command in ["list", "scaffold"] {
        for operations in [&["freeze-card"][..], &["unfreeze-card", "freeze-card"]] {
            let before = project.run(&[&[command, "api.yaml"], operations].concat());
            let after = project.run(&[&[command], operations, &["api.yaml"]].concat());
            assert_eq!(before, after, "{command}");
            assert_eq!((before.0, &*before.2), (0, ""), "{command}");
        }
    }
}

#[test]
fn an_explanation_takes_operation_and_code_in_any_order() {
    let project = project(&[]);
    let expected = project.run(&["explain", "freeze-card", "CARD_ALREADY_FROZEN"]);
    assert_eq!(expected.0, 0);
    assert_eq!(
        project.run(&["explain", "CARD_ALREADY_FROZEN", "freeze-card"]),
        expected
    );
    let expected = project.run(&["explain", "freeze-card", "403"]);
    assert_eq!(expected.0, 0);
    assert_eq!(project.run(&["explain", "403", "freeze-card"]), expected);
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
    let one = project.run(&["scaffold", "freeze-card", "api.yaml"]).1;
    let other = project.run(&["scaffold", "unfreeze-card", "api.yaml"]).1;
    let (code, both, _) = project.run(&["scaffold", "freeze-card", "unfreeze-card", "api.yaml"]);
    assert_eq!(code, 0);
    assert_eq!(both, format!("{one}\n{other}"));
    let (code, out, err) = project.run(&["scaffold", "freeze-card", "get-card", "api.yaml"]);
    assert_eq!((code, &*out), (2, ""));
    assert!(
        err.contains("`get-card` documents no codes of its own"),
        "{err}"
    );
}

#[test]
fn a_missing_document_is_named() {
    let project = project(&[]);
    let (code, _, err) = project.run(&["scaffold", "freeze-card", "no.yaml"]);
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
        "E (codes.rs:1) and the document differ in one way\n\nfreeze-crd\n  - the operation is in the enum, the \
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
