//! What tests and the fuzz target of updates share: decisions about all guessed renames.

use crate::{
    document::Document,
    options::Options,
    source::Sources,
    update::{Decisions, Edits, report::SourceChange},
};

impl Decisions {
    /// Decisions that accept or reject all renames that are guessed, and those that are guessed then.
    pub(crate) fn all(document: &Document, sources: &Sources, accepts: bool) -> Self {
        let mut all = Self {
            removals: true,
            ..Self::default()
        };
        loop {
            let edits = Edits::of(document, sources, &Options::default(), &all);
            let undecided = edits.map_or_else(|_| Vec::new(), |edits| edits.undecided);
            let guesses = undecided.iter().filter_map(SourceChange::renamed_from);
            let guesses: Vec<String> = guesses.map(str::to_owned).collect();
            if guesses.is_empty() {
                return all;
            }
            let decided = if accepts {
                &mut all.accepted
            } else {
                &mut all.rejected
            };
            decided.extend(guesses);
        }
    }
}

/// The text of a Rust file after an update; `None` if it has no enum, or one that does not compile.
#[cfg(immersve_fuzz)]
pub fn updated(document: &Document, source: &str, accepts: bool) -> Option<String> {
    let sources = Sources::of(vec![("fuzz.rs".into(), source.to_owned())]).ok()?;
    sources.enums().next()?;
    let decisions = Decisions::all(document, &sources, accepts);
    let edits = Edits::of(document, &sources, &Options::default(), &decisions).ok()?;
    let file = edits.files.into_iter().next();
    edits
        .failures
        .is_empty()
        .then(|| file.map_or_else(|| source.to_owned(), |file| file.after))
}
