//! Tests of what only the command uses.

mod catalogue_embeds;
mod diff;
mod doc_comments;
mod doubts;
mod history;
mod laws;
mod rows;
mod rust_files;
mod scaffold;
mod update;

pub(crate) use self::rows::OperationRow;
use self::rows::openapi;
use crate::{
    compare::{enums::Comparison, rename::Renames},
    document::Document,
    options::Options,
    source::Sources,
    update::{Decisions, Edits},
};

/// A document with these operations.
pub(crate) fn document(rows: &[OperationRow<'_>]) -> Document {
    openapi(rows).parse().unwrap()
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
