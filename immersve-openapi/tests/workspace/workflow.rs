//! Checks that the workflow for users' CI is YAML, and that its commands exist.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::{output, read, root};

/// The scripts of all steps.
fn scripts(workflow: &Value) -> Vec<&str> {
    match workflow {
        Value::Object(map) => map
            .iter()
            .flat_map(|(key, value)| match (&**key, value) {
                ("run", Value::String(script)) => vec![&**script],
                _ => scripts(value),
            })
            .collect(),
        Value::Array(values) => values.iter().flat_map(scripts).collect(),
        _ => Vec::new(),
    }
}

/// The subcommands of the tool that a text calls.
fn called(text: &str) -> BTreeSet<String> {
    let calls = text.lines().filter_map(|line| {
        let line = line.trim_start().trim_start_matches("- run: ");
        let line = line.trim_start_matches("$ ");
        line.strip_prefix("immersve-openapi ")
    });
    calls
        .map(|call| call.split(' ').next().unwrap_or_default().to_owned())
        .collect()
}

#[test]
fn the_commands_of_workflow_and_documents_exist() {
    let workflow: Value = serde_saphyr::from_str(&read("immersve-openapi/keep-up.yml")).unwrap();
    let mut commands: BTreeSet<String> = scripts(&workflow).into_iter().flat_map(called).collect();
    assert!(
        commands.contains("diff") && commands.contains("update"),
        "{commands:?}"
    );
    commands.extend(called(&read("README.md")));
    commands.extend(called(&read("immersve-errors/src/guide/keeping_up.md")));
    let help = output(&root(), &["--help"]);
    for command in commands {
        assert!(
            help.contains(&format!("\n  {command} ")),
            "{command} is not in\n{help}"
        );
    }
}

#[test]
fn a_pull_request_is_opened_even_if_the_tests_fail() {
    let workflow: Value = serde_saphyr::from_str(&read("immersve-openapi/keep-up.yml")).unwrap();
    let steps = workflow["jobs"]["update"]["steps"].as_array().unwrap();
    let place = |key: &str, value: &str| {
        let is_it = |step: &Value| step[key].as_str().is_some_and(|it| it.starts_with(value));
        steps.iter().position(is_it).unwrap()
    };
    let (tests, opened) = (
        place("run", "cargo test"),
        place("uses", "peter-evans/create-pull-request@"),
    );
    assert!(tests < opened);
    assert_eq!(steps[tests]["continue-on-error"], true);
    // The workflow fails then, but only at its end.
    let id = steps[tests]["id"].as_str().unwrap();
    let condition = format!("steps.{id}.outcome == 'failure'");
    assert_eq!(place("if", &condition), steps.len() - 1);
    assert!(opened < steps.len() - 1);
    // What `update` prints is part of the text.
    let update = steps[place("name", "Update the enums")]["run"]
        .as_str()
        .unwrap();
    let text = steps[opened]["with"]["body-path"].as_str().unwrap();
    let file = text.rsplit('/').next().unwrap();
    assert!(update.contains("2>&1 | tee"), "{update}");
    assert!(update.contains(&format!("$RUNNER_TEMP/{file}")), "{update}");
}
