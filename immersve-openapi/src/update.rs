//! Edits the code enums in Rust files in place, so that they have the codes of a document.

mod arguments;
pub(crate) mod edit;
mod insert;
mod interrupt;
mod numbers;
pub(crate) mod plan;
pub(crate) mod replace;
pub(crate) mod report;
mod rewrite;

use std::{
    collections::{BTreeSet, HashMap, HashSet},
    path::PathBuf,
    time::Duration,
};

use similar::TextDiff;

use crate::{
    compare::{
        enums::{Compared, Comparison},
        rename::Renames,
    },
    document::{Document, operation::DocumentedOperation, warning::Warning},
    error::FileError,
    options::Options,
    sanitize::terminal::name,
    source::{SourceFile, Sources, walk},
    update::{
        edit::Edit,
        plan::Plan,
        replace::{Replacement, replace_all},
        report::SourceChange,
    },
};

/// How many lines before and after a change a diff shows.
const CONTEXT: usize = 3;

/// How many bytes all updated files may have together.
const BYTES: usize = 64 * 1024 * 1024;

/// How long a diff may take to be as short as possible.
const DIFF: Duration = Duration::from_secs(2);

/// What a person decided about the changes of an update.
#[derive(Debug, Default, Clone)]
pub(crate) struct Decisions {
    /// The old codes whose guessed renames are applied.
    pub(crate) accepted: Vec<String>,
    /// The old codes that were not renamed.
    pub(crate) rejected: Vec<String>,
    /// Whether an operation may lose all its codes.
    pub(crate) removals: bool,
}

/// The edits of some Rust files.
///
/// Each enum that names an operation gets the codes that the operation documents:
///
/// - A missing code becomes a variant, in the document's order and before the `unknown` variant. It has a
///   doc comment, its statuses, and a `code` if the name could mean another code. If the variants of the enum have
///   numbers, it comes last.
/// - Statuses that differ are rewritten.
/// - A variant whose code is no longer documented is deprecated, with a note by which it is known when the code is
///   documented again. It is never removed. A variant that is deprecated with another note stays as it is.
/// - If the document now uses an alias of a code, the alias and the code are swapped.
/// - A code that was perhaps renamed, and its new name, are left alone until the guess is accepted or rejected. If it
///   is accepted, the variant keeps its name and gets the new code, and the old code becomes an alias.
///
/// An enum without an operation is never edited, because several enums may embed it. Everything else stays, byte for
/// byte.
#[derive(Debug, Default)]
pub(crate) struct Edits {
    /// How many enums were compared with the document.
    pub(crate) enums: usize,
    /// How many of the enums still differ from the document after the edits.
    pub(crate) left: usize,
    /// How many enums name no operation, so that they are not checked.
    pub(crate) unchecked: usize,
    pub(crate) changes: Vec<SourceChange>,
    /// Renames that were guessed but neither accepted nor rejected.
    pub(crate) undecided: Vec<SourceChange>,
    /// What differs in enums that are not edited.
    pub(crate) by_hand: Vec<Warning>,
    pub(crate) warnings: Vec<Warning>,
    /// What could not be read or edited.
    pub(crate) failures: Vec<Warning>,
    pub(crate) files: Vec<EditedFile>,
}

/// A file and its new text.
#[derive(Debug)]
pub(crate) struct EditedFile {
    pub(crate) name: String,
    path: PathBuf,
    before: String,
    pub(crate) after: String,
}

impl Edits {
    /// Computes the edits. No file is written before [`write`](Self::write).
    ///
    /// The new texts are read again. A file whose new text would still differ from the document is not edited.
    pub(crate) fn of(
        document: &Document,
        sources: &Sources,
        options: &Options,
        decisions: &Decisions,
    ) -> Result<Self, FileError> {
        let mut edits = Self::once(document, sources, options, decisions)?;
        edits.refuse(|file| {
            let limit = walk::FILE;
            let message = format!("is not updated: it would have more than {limit} bytes");
            (file.after.len() > limit).then_some(message)
        });
        if edits
            .files
            .iter()
            .map(|file| file.after.len())
            .sum::<usize>()
            > BYTES
        {
            let message = format!("the updated files would have more than {BYTES} bytes");
            return Err(FileError::new("", message));
        }
        let files = edits.files.iter();
        let texts: HashMap<&str, &str> = files.map(|it| (&*it.name, &*it.after)).collect();
        if texts.is_empty() {
            return Ok(edits);
        }
        let again = sources.files.iter().map(|file| {
            let text = texts.get(&*file.name).copied().unwrap_or(&file.text);
            (file.path.clone(), text.to_owned())
        });
        let mut again = Sources::of(again.collect())?;
        again.catalogue = sources.catalogue.clone();
        let further = Self::once(document, &again, options, decisions)?;
        let differs: HashSet<&str> = further.files.iter().map(|it| &*it.name).collect();
        let [old, new] = [sources, &again].map(|sources| {
            let files = sources.files.iter().map(|it| (&*it.name, it));
            files.collect::<HashMap<&str, &SourceFile>>()
        });
        edits.refuse(|file| {
            let name = &*file.name;
            let is_whole = match (old.get(name), new.get(name)) {
                (Some(old), Some(new)) => has_all_of(new, old),
                _ => false,
            };
            let is_read = again.unread_in(name) <= sources.unread_in(name);
            let is_right = is_whole && is_read && !differs.contains(name);
            (!is_right).then(|| "cannot be updated; do its enums compile?".to_owned())
        });
        Ok(edits)
    }

    /// Takes out the files that are not to be edited, and says why.
    fn refuse(&mut self, why: impl Fn(&EditedFile) -> Option<String>) {
        let mut refused = HashSet::new();
        self.files.retain(|file| {
            let Some(why) = why(file) else {
                return true;
            };
            self.failures
                .push(Warning::new((*file.name).into(), 1, why));
            refused.insert(file.name.clone());
            false
        });
        self.changes
            .retain(|change| !refused.contains(&change.file));
    }

    fn once(
        document: &Document,
        sources: &Sources,
        options: &Options,
        decisions: &Decisions,
    ) -> Result<Self, FileError> {
        let mut renames = Renames::decided(&decisions.accepted, &decisions.rejected);
        let comparison = Comparison::of(document, sources, options, &mut renames)?;
        let mut edits = Self {
            enums: comparison.enums.len() + comparison.others,
            left: comparison.by_hand.len(),
            unchecked: comparison.unchecked,
            by_hand: comparison.by_hand,
            warnings: comparison.warnings,
            failures: comparison.failures,
            ..Self::default()
        };
        let mut enums = comparison.enums.iter().peekable();
        for file in &sources.files {
            let mut changes = Vec::new();
            while let Some(compared) = enums.next_if(|it| std::ptr::eq(it.found.file, file)) {
                let operation = match &compared.operation {
                    Ok(operation) => *operation,
                    Err(error) => {
                        let message = format!("{error}; the enum is not updated");
                        edits.warnings.push(compared.found.warning(&message));
                        edits.left += 1;
                        continue;
                    }
                };
                let mut plan = Plan::of(compared, decisions);
                edits.left += usize::from(!plan.is_complete());
                edits.changes.append(&mut plan.changes);
                edits.undecided.append(&mut plan.undecided);
                edits.warnings.append(&mut plan.warnings);
                changes.extend(edits_of(compared, operation, &plan));
            }
            if !changes.is_empty() {
                let after = edit::apply(&file.text, changes)
                    .ok_or_else(|| FileError::new(&file.name, "two edits overlap"))?;
                edits.files.push(EditedFile {
                    name: file.name.clone(),
                    path: file.path.clone(),
                    before: file.text.clone(),
                    after,
                });
            }
        }
        Ok(edits)
    }

    /// The old codes of the undecided renames.
    pub(crate) fn undecided_codes(&self) -> BTreeSet<&str> {
        let undecided = self.undecided.iter();
        undecided.filter_map(SourceChange::renamed_from).collect()
    }

    /// Whether all enums agree with the document.
    pub(crate) fn agrees(&self) -> bool {
        self.files.is_empty() && self.left == 0 && self.failures.is_empty()
    }

    /// The changes as a unified diff; empty if there are none.
    pub(crate) fn diff(&self) -> String {
        let files = self.files.iter().map(|file| {
            let name = name(&file.name).to_string();
            TextDiff::configure()
                .timeout(DIFF)
                .diff_lines(&file.before, &file.after)
                .unified_diff()
                .context_radius(CONTEXT)
                .header(&format!("a/{name}"), &format!("b/{name}"))
                .to_string()
        });
        files.collect()
    }

    /// Writes the new texts to the files: to all of them or to none; see [`replace_all`].
    pub(crate) fn write(&self) -> Result<(), FileError> {
        let replacements: Vec<_> = self
            .files
            .iter()
            .map(|file| Replacement {
                path: &file.path,
                before: &file.before,
                after: &file.after,
            })
            .collect();
        replace_all(&replacements)
    }
}

/// Whether the new file has the enums of the old one, each with all of its variants in the same order.
fn has_all_of(new: &SourceFile, old: &SourceFile) -> bool {
    new.items.len() == old.items.len()
        && old.items.iter().zip(&new.items).all(|(old, new)| {
            let mut names = new.variants.iter().map(|variant| &variant.name);
            let all = old
                .variants
                .iter()
                .all(|variant| names.any(|name| *name == variant.name));
            all && old.name == new.name && old.operation == new.operation
        })
}

fn edits_of(
    compared: &Compared<'_, '_>,
    operation: &DocumentedOperation,
    plan: &Plan,
) -> Vec<Edit> {
    let (file, item) = (compared.found.file, compared.found.item);
    let text = &file.text;
    let layout = insert::layout(text, item);
    let mut edits = Vec::new();
    // The variant of each code after the edits.
    let mut own = HashMap::new();
    for (at, code) in item.codes() {
        own.insert(&*code.text, at);
        if let Some(change) = plan.variants.get(&at) {
            let variant = &item.variants[at];
            edits.extend(rewrite::rewrite(text, variant, code, change, &layout));
            own.extend(change.code.iter().map(|code| (&**code, at)));
        }
    }
    if !plan.added.is_empty() {
        edits.extend(insert::insertions(text, item, operation, &plan.added, &own));
    }
    edits
}
