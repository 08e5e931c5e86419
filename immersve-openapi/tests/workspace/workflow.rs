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
    assert!(commands.contains("keep-up"), "{commands:?}");
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
