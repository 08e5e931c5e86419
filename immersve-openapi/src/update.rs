//! Edits the code enums in Rust files in place, so that they have the codes of a document.

pub(crate) mod edit;
mod place;
pub(crate) mod plan;
pub(crate) mod replace;
mod report;
mod rewrite;

use std::{
    collections::{BTreeSet, HashMap},
    path::Path,
};

use serde::Serialize;
use similar::TextDiff;

use crate::{
    Document, DocumentedOperation, FileError, Sources, Warning,
    compare::{rename::Guesses, unchecked::Unchecked},
    sanitize::terminal::name,
    source::{
        SourceEnum, SourceFile,
        embed::Embeds,
        item::{Item, Role},
    },
    update::{
        edit::Edit,
        replace::{Replacement, replace_all},
    },
};

use self::plan::{Options, Plan, plan};
pub use self::report::{SourceChange, SourceChangeKind};

/// How many lines before and after a change a diff shows.
const CONTEXT: usize = 3;

/// Updates the enums of Rust files to a document.
///
/// Each enum that names an operation gets the codes that the operation documents:
///
/// - A missing code becomes a variant, in the document's order and before the `unknown` variant. It has a
///   doc comment, its statuses, and a `code` if the name could mean another code.
/// - Statuses that differ are rewritten.
/// - A variant whose code is no longer documented gets
///   `#[deprecated(note = "no longer documented by the API")]`. It is never removed. If the code is documented
///   again, the attribute is removed. A variant that is deprecated with another note stays as it is.
/// - If the document now uses an alias of a code, the alias and the code are swapped.
/// - A guessed rename is [reported](Edits::guesses). The old code counts as no longer documented, and the new
///   one as missing. If it is [accepted](Self::accept_rename), the variant instead keeps its name and gets the new
///   code, and the old code becomes an alias. It has to be accepted before the edits are written: a variant that was
///   added is never removed. See [`Edits::late`].
///
/// Codes of embedded enums count as codes of the outer enum, if the embedded enums are in the given files or in the
/// catalogue of `immersve-errors`; see [`Checker::check_sources`](crate::Checker::check_sources). If one is in
/// neither, no variant is added, and that is a [warning](Edits::warnings).
///
/// An enum without an operation is never edited, as several enums may embed it. If it has a code that the operation of
/// an outer enum does not document, that is a warning. If no enum of the files embeds it, that is a warning too,
/// except for a [`shared`](Self::shared) enum.
///
/// Everything else stays as it is, byte for byte.
///
/// ```
/// use immersve_openapi::{Document, Sources, Update};
///
/// let document: Document = r#"
/// openapi: 3.1.0
/// paths:
///   /api/cards/{cardId}/unfreeze:
///     post:
///       operationId: unfreeze-card
///       responses:
///         "403":
///           description: |
///             **CARD_NOT_FROZEN**
///             The card is not frozen.
///
///             **CARD_LOCKED**
///             The card is locked for good.
/// "#
/// .parse()?;
/// let sources = Sources::parse(
///     "codes.rs",
///     r#"#[derive(Debug, ImmersveErrorCode)]
/// #[immersve(operation = "unfreeze-card")]
/// enum UnfreezeCardErrorCode {
///     CardNotFrozen, // mine
///     #[immersve(unknown)]
///     Unknown(UnknownCode),
/// }
/// "#,
/// )?;
/// let edits = Update::new(&document, &sources).edits()?;
/// assert_eq!(
///     edits.texts().collect::<Vec<_>>(),
///     [(
///         "codes.rs",
///         r#"#[derive(Debug, ImmersveErrorCode)]
/// #[immersve(operation = "unfreeze-card")]
/// enum UnfreezeCardErrorCode {
///     CardNotFrozen, // mine
///     /// The card is locked for good.
///     CardLocked,
///     #[immersve(unknown)]
///     Unknown(UnknownCode),
/// }
/// "#
///     )]
/// );
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// `Send`, `Sync` and `Clone`. `Debug` shows the document and the files.
#[derive(Debug, Clone)]
#[must_use = "it does nothing until `edits` is called"]
pub struct Update<'a> {
    document: &'a Document,
    sources: &'a Sources,
    accept_renames: bool,
    accepted: BTreeSet<String>,
    base_codes: bool,
    shared: Vec<String>,
}

impl<'a> Update<'a> {
    /// The update of these files to this document.
    pub const fn new(document: &'a Document, sources: &'a Sources) -> Self {
        Self {
            document,
            sources,
            accept_renames: false,
            accepted: BTreeSet::new(),
            base_codes: false,
            shared: Vec::new(),
        }
    }

    /// Accepts the guess that this code was renamed, so that it is applied. By default guesses are only reported.
    ///
    /// It is no error if there is no such guess: compare with [`Edits::changes`].
    pub fn accept_rename(mut self, old_code: impl Into<String>) -> Self {
        self.accepted.insert(old_code.into());
        self
    }

    /// Sets whether all guessed renames are applied.
    pub const fn accept_renames(mut self, accepted: bool) -> Self {
        self.accept_renames = accepted;
        self
    }

    /// Sets whether `FORBIDDEN` and `INVALID_REQUEST_INPUT` are treated like other codes. Any operation may
    /// answer with them, so by default they are ignored in the enum and in the document.
    pub const fn base_codes(mut self, included: bool) -> Self {
        self.base_codes = included;
        self
    }

    /// Adds the name of an enum that names no operation on purpose, as its codes are those of several operations. It
    /// is no [warning](Edits::warnings) then. An enum that another one of the same files embeds does not have to be
    /// listed.
    pub fn shared(mut self, enum_name: impl Into<String>) -> Self {
        self.shared.push(enum_name.into());
        self
    }

    /// Computes the edits. No file is written before [`Edits::write`].
    ///
    /// The new texts are read again to check that they need no further change.
    ///
    /// # Errors
    ///
    /// If the new text of a file would still differ from the document. That can happen if an enum does not
    /// compile.
    pub fn edits(&self) -> Result<Edits, FileError> {
        let mut edits = self.once(self.sources)?;
        if edits.files.is_empty() {
            return Ok(edits);
        }
        let mut texts: HashMap<&str, &str> = edits.texts().collect();
        let again = self.sources.files.iter().map(|file| {
            let text = texts.remove(&*file.name).unwrap_or(&file.text);
            (file.name.clone(), None, text.to_owned())
        });
        let again = Sources::of(again.collect())?;
        let meant = again.warnings().len() <= self.sources.warnings().len()
            && again.files.len() == self.sources.files.len();
        let further = self.once(&again)?;
        let odd = further
            .files
            .first()
            .map(|file| file.name.clone())
            .or_else(|| {
                let pairs = self.sources.files.iter().zip(&again.files);
                let mut odd = pairs.filter(|(old, new)| !has_all_of(new, old));
                odd.next().map(|(old, _)| old.name.clone())
            });
        if let Some(file) = odd.or_else(|| (!meant).then(String::new)) {
            let message = "cannot update the enums of this file; do they compile?";
            return Err(FileError::new(file, message));
        }
        edits.files.retain(|file| file.before != file.after);
        Ok(edits)
    }

    fn once(&self, sources: &Sources) -> Result<Edits, FileError> {
        let embeds = Embeds::of(sources);
        let mut guesses = Guesses::default();
        let unchecked = Unchecked::of(sources, &embeds, self.document, &self.shared);
        let mut edits = Edits {
            unchecked: unchecked.enums,
            warnings: [sources.warnings(), &unchecked.warnings].concat(),
            ..Edits::default()
        };
        for file in &sources.files {
            let mut changes = Vec::new();
            for item in &file.items {
                let found = SourceEnum { file, item };
                let Some(operation) = &item.operation else {
                    continue;
                };
                edits.enums += 1;
                let operation = match self.document.operation(operation) {
                    Ok(operation) => operation,
                    Err(error) => {
                        edits.warn(found, &format!("{error}; the enum is ignored"));
                        continue;
                    }
                };
                let embedded = embeds.seen_through(found);
                let options = Options {
                    accept_renames: self.accept_renames,
                    accepted: &self.accepted,
                    base_codes: self.base_codes,
                };
                let plan = plan(item, &embedded, operation, options, &mut guesses);
                for unseen in &embedded.unseen {
                    let more = withheld(&plan);
                    let (variant, why) = (&unseen.variant, &unseen.why);
                    let message = format!("the codes of `{variant}` are not known, as {why}{more}");
                    edits.warn(found, &message);
                }
                for fault in &plan.foreign {
                    edits.warn(found, fault);
                }
                edits.report(found, operation, &plan);
                changes.extend(edits_of(file, item, operation, &plan));
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

fn withheld(plan: &Plan<'_>) -> String {
    if plan.withheld.is_empty() {
        return String::new();
    }
    let codes: Vec<&str> = plan
        .withheld
        .iter()
        .map(|code| code.code())
        .take(5)
        .collect();
    let more = match plan.withheld.len().saturating_sub(codes.len()) {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    format!(
        "; these documented codes may be among them and are not added: {}{more}",
        codes.join(", ")
    )
}

fn edits_of(
    file: &SourceFile,
    item: &Item,
    operation: &DocumentedOperation,
    plan: &Plan<'_>,
) -> Vec<Edit> {
    let text = &file.text;
    let layout = place::layout(text, item);
    let mut edits = Vec::new();
    // Where each documented code will be.
    let mut own: HashMap<&str, usize> = item.codes().map(|(at, code)| (&*code.text, at)).collect();
    for (at, change) in &plan.variants {
        let variant = &item.variants[*at];
        if let Role::Code(code) = &variant.role {
            edits.extend(rewrite::rewrite(text, variant, code, change, &layout));
        }
        if let Some(code) = &change.code {
            own.insert(&code.text, *at);
        }
    }
    if !plan.added.is_empty() {
        edits.extend(place::insertions(text, item, operation, &plan.added, &own));
    }
    edits
}

/// The edits of some Rust files, from [`Update::edits`].
///
/// `Send`, `Sync` and `Clone`. `Debug` shows the texts of the files. Its JSON has the numbers of enums, the
/// changes, the guesses, the late ones and the warnings.
#[derive(Debug, Clone, Default, Serialize)]
#[must_use = "nothing is written before `write` is called"]
pub struct Edits {
    enums: usize,
    unchecked: usize,
    changes: Vec<SourceChange>,
    guesses: Vec<SourceChange>,
    late: Vec<SourceChange>,
    warnings: Vec<Warning>,
    #[serde(skip)]
    files: Vec<EditedFile>,
}

#[derive(Debug, Clone)]
struct EditedFile {
    name: String,
    path: Option<std::path::PathBuf>,
    before: String,
    after: String,
}

impl Edits {
    /// How many enums name an operation.
    #[must_use]
    pub const fn enums(&self) -> usize {
        self.enums
    }

    /// How many enums name no operation although none of the files embeds them and they are not
    /// [`shared`](Update::shared). Each is a [warning](Self::warnings).
    #[must_use]
    pub const fn unchecked(&self) -> usize {
        self.unchecked
    }

    /// Whether no file has to change.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }

    /// The changes, enum by enum.
    #[must_use]
    pub fn changes(&self) -> &[SourceChange] {
        &self.changes
    }

    /// The renames that were guessed but not applied.
    #[must_use]
    pub fn guesses(&self) -> &[SourceChange] {
        &self.guesses
    }

    /// The renames that were accepted too late: an earlier update has deprecated the variant of the old code, and the
    /// new code has a variant of its own. Nothing is changed there. To accept such a rename, restore the file as it
    /// was before that update.
    #[must_use]
    pub fn late(&self) -> &[SourceChange] {
        &self.late
    }

    /// What was not edited, and why.
    #[must_use]
    pub fn warnings(&self) -> &[Warning] {
        &self.warnings
    }

    /// The files that change, each with its new text.
    pub fn texts(&self) -> impl Iterator<Item = (&str, &str)> {
        self.files.iter().map(|file| (&*file.name, &*file.after))
    }

    /// The changes as a unified diff; empty if there are none.
    #[must_use]
    pub fn diff(&self) -> String {
        let files = self.files.iter().map(|file| {
            let name = name(&file.name).to_string();
            TextDiff::from_lines(&file.before, &file.after)
                .unified_diff()
                .context_radius(CONTEXT)
                .header(&format!("a/{name}"), &format!("b/{name}"))
                .to_string()
        });
        files.collect()
    }

    /// Writes the new texts to the files: to all of them or to none.
    ///
    /// Each new text is written to a temporary file, which then replaces the old file. The permissions stay.
    ///
    /// # Errors
    ///
    /// If a file is read-only, cannot be replaced, or has changed since it was read. Files that were already
    /// replaced then get their old texts back.
    pub fn write(&self) -> Result<(), FileError> {
        let replacements: Vec<_> = self
            .files
            .iter()
            .filter_map(|file| {
                Some(Replacement {
                    path: file.path.as_deref().map(Path::new)?,
                    before: &file.before,
                    after: &file.after,
                })
            })
            .collect();
        replace_all(&replacements)
    }

    fn warn(&mut self, found: SourceEnum<'_>, message: &str) {
        let message = format!("`{}`: {message}", found.name());
        self.warnings
            .push(Warning::new(found.file().into(), found.line(), message));
    }

    fn report(&mut self, found: SourceEnum<'_>, operation: &DocumentedOperation, plan: &Plan<'_>) {
        self.changes.extend(report::changes(found, operation, plan));
        self.guesses
            .extend(report::guesses(found, operation, &plan.guesses));
        self.late
            .extend(report::guesses(found, operation, &plan.late));
    }
}
