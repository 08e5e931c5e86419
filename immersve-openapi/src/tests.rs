//! Tests of what only the command uses.

mod catalogue_embeds;
mod diff;
mod doc_comments;
mod doubts;
mod history;
mod laws;
mod rust_files;
mod scaffold;
mod update;

use std::{collections::BTreeMap, fmt::Write as _};

use serde_json::{Value, json};

use crate::{
    compare::{enums::Comparison, rename::Renames},
    document::Document,
    options::Options,
    source::Sources,
    update::{Decisions, Edits},
};

/// An operation of an invented document: its id, method and path, and its codes with status and meaning.
pub(crate) type OperationRow<'a> = (&'a str, &'a str, &'a str, &'a [(&'a str, &'a str, &'a str)]);

pub(crate) fn document(rows: &[OperationRow<'_>]) -> Document {
    let mut paths = BTreeMap::<&str, BTreeMap<String, Value>>::new();
    for (id, method, path, codes) in rows {
        let mut descriptions = BTreeMap::<String, String>::new();
        for (code, status, meaning) in *codes {
            let description = descriptions.entry((*status).to_owned()).or_default();
            write!(description, "**{code}**\n{meaning}\n\n").unwrap();
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
    let document = json!({ "openapi": "3.1.0", "paths": paths });
    document.to_string().parse().unwrap()
}

/// The edits of a source with these decisions.
pub(crate) fn decided(document: &Document, source: &str, decisions: &Decisions) -> Edits {
    let sources = Sources::parse("codes.rs", source);
    let edits = Edits::of(document, &sources, &Options::default(), decisions).unwrap();
    assert!(edits.failures.is_empty(), "{:?}\n{source}", edits.failures);
    edits
}

/// The edits of a source without any decision.
pub(crate) fn edits(document: &Document, source: &str) -> Edits {
    decided(document, source, &Decisions::default())
}

/// Decisions about all guessed renames.
pub(crate) fn decisions(document: &Document, source: &str, accepts: bool) -> Decisions {
    Decisions::all(document, &Sources::parse("codes.rs", source), accepts)
}

/// Whether a check finds no difference.
pub(crate) fn agrees(document: &Document, source: &str) -> bool {
    let sources = Sources::parse("codes.rs", source);
    let renames = &mut Renames::default();
    let comparison = Comparison::of(document, &sources, &Options::default(), renames).unwrap();
    comparison
        .enums
        .iter()
        .all(|compared| compared.drift().is_ok())
}
