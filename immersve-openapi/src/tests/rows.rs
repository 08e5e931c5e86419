//! Documents made of rows, for the tests of the library and of the command.

use std::{collections::BTreeMap, fmt::Display};

use serde_json::{Value, json};

/// An operation: its id, method and path, and its codes with status and meaning.
pub(crate) type OperationRow<'a, S = &'a str> =
    (&'a str, &'a str, &'a str, &'a [(&'a str, S, &'a str)]);

/// The JSON of a document with these operations.
pub(crate) fn openapi<S: Display>(rows: &[OperationRow<'_, S>]) -> String {
    let mut paths = BTreeMap::<&str, BTreeMap<String, Value>>::new();
    for (id, method, path, codes) in rows {
        let mut descriptions = BTreeMap::<String, String>::new();
        for (code, status, meaning) in *codes {
            let description = descriptions.entry(status.to_string()).or_default();
            description.extend(["**", code, "**\n", meaning, "\n\n"]);
        }
        let responses: BTreeMap<_, _> = descriptions
            .into_iter()
            .map(|(status, description)| (status, json!({ "description": description })))
            .collect();
        let mut operation = json!({ "responses": responses });
        if !id.is_empty() {
            operation["operationId"] = json!(id);
        }
        paths
            .entry(path)
            .or_default()
            .insert(method.to_lowercase(), operation);
    }
    json!({ "openapi": "3.1.0", "paths": paths }).to_string()
}
