//! Finds the code enums in Rust files, without compiling them.

pub(crate) mod attribute;
mod catalogue;
pub(crate) mod embed;
mod imports;
pub(crate) mod item;
mod scan;
mod tokens;
mod walk;

use std::{
    ops::Range,
    path::{Path, PathBuf},
    thread,
};

use crate::{FileError, Warning};

use self::{
    item::Item,
    scan::{Found, scan},
    tokens::DERIVE,
};

/// The stack of the thread that reads Rust, in bytes.
const STACK: usize = 16 * 1024 * 1024;

/// The enums that derive `ImmersveErrorCode` in some Rust files, read from their source.
///
/// Nothing is compiled. An enum is found if it derives `ImmersveErrorCode`, by any path, or by another name that
/// the file gives it with `use ... as ...`. Enums inside macros are not read, nor enums with attributes of this
/// derive inside `#[cfg_attr(...)]`; each of these is a [warning](Self::warnings).
///
/// ```
/// use immersve_openapi::Sources;
///
/// let sources = Sources::parse(
///     "src/codes.rs",
///     r#"
/// #[derive(Debug, immersve_errors::ImmersveErrorCode)]
/// #[immersve(operation = "unfreeze-card")]
/// enum UnfreezeCardErrorCode {
///     CardNotFrozen,
/// }
/// "#,
/// )?;
/// let found: Vec<_> = sources.enums().collect();
/// assert_eq!(found[0].name(), "UnfreezeCardErrorCode");
/// assert_eq!(found[0].operation(), Some("unfreeze-card"));
/// assert_eq!((found[0].file(), found[0].line()), ("src/codes.rs", 2));
/// # Ok::<(), immersve_openapi::FileError>(())
/// ```
///
/// `Send`, `Sync` and `Clone`. `Debug` shows the texts of the files.
#[derive(Debug, Clone)]
pub struct Sources {
    pub(crate) files: Vec<SourceFile>,
    warnings: Vec<Warning>,
}

/// A file with at least one code enum.
#[derive(Debug, Clone)]
pub(crate) struct SourceFile {
    /// As it is shown.
    pub(crate) name: String,
    /// `None` for a text that is not a file.
    pub(crate) path: Option<PathBuf>,
    pub(crate) text: String,
    pub(crate) items: Vec<Item>,
}

impl Sources {
    /// Reads Rust files, and the files with the extension `rs` in folders.
    ///
    /// Folders are read with all folders below them, except for hidden files and folders, links, and folders with a
    /// `CACHEDIR.TAG`, such as cargo's `target`. A file that may have codes but is not valid Rust is a
    /// [warning](Self::warnings).
    ///
    /// # Errors
    ///
    /// If a path does not exist, if a file cannot be read, or if a limit is exceeded: 8 MiB for a file, and
    /// 256 MiB for all files that may have codes.
    pub fn read<P: AsRef<Path>>(paths: impl IntoIterator<Item = P>) -> Result<Self, FileError> {
        let files = walk::rust_files(paths)?;
        let mut texts = Vec::new();
        let mut left = walk::BYTES;
        for path in files {
            let text = walk::read(&path)?;
            if !may_have_codes(&text) {
                continue;
            }
            left = left.checked_sub(text.len()).ok_or_else(|| {
                let message = format!("the files have more than {} bytes", walk::BYTES);
                FileError::new(path.display().to_string(), message)
            })?;
            texts.push((path.display().to_string(), Some(path), text));
        }
        Self::of(texts)
    }

    /// Reads the text of one file. The name is only shown in messages.
    ///
    /// # Errors
    ///
    /// If the thread that reads it cannot be started.
    pub fn parse(name: impl Into<String>, text: impl Into<String>) -> Result<Self, FileError> {
        Self::of(vec![(name.into(), None, text.into())])
    }

    pub(crate) fn of(texts: Vec<(String, Option<PathBuf>, String)>) -> Result<Self, FileError> {
        let fail = |message: &str| FileError::new(String::new(), message);
        // Each thread has its own map from tokens to places, which only grows; here it ends with the thread.
        thread::scope(|scope| {
            thread::Builder::new()
                .name("immersve-openapi sources".into())
                .stack_size(STACK)
                .spawn_scoped(scope, move || {
                    let mut sources = Self {
                        files: Vec::new(),
                        warnings: Vec::new(),
                    };
                    for (name, path, text) in texts {
                        sources.add(name, path, text);
                        proc_macro2::extra::invalidate_current_thread_spans();
                    }
                    sources
                })
                .map_err(|error| fail("cannot start a thread to read them").caused_by(error))?
                .join()
                .map_err(|_| fail("internal error: the reader panicked"))
        })
    }

    fn add(&mut self, name: String, path: Option<PathBuf>, text: String) {
        let before = preamble(&text);
        let found = scan(&text[before..]).unwrap_or_else(|fault| Found {
            unread: vec![fault],
            ..Found::default()
        });
        let (mut line, mut at) = (1, 0);
        for fault in found.unread {
            line += newlines(&text, at..before + fault.at);
            at = before + fault.at;
            let message = fault.message + "; it is ignored";
            self.warnings
                .push(Warning::new((*name).into(), line, message));
        }
        let mut items = found.items;
        let (mut line, mut at) = (1, 0);
        for item in &mut items {
            item.shift(before);
            line += newlines(&text, at..item.range.start);
            at = item.range.start;
            item.line = line;
        }
        if !items.is_empty() {
            self.files.push(SourceFile {
                name,
                path,
                text,
                items,
            });
        }
    }

    /// The enums, file by file, in the order of each file.
    pub fn enums(&self) -> impl Iterator<Item = SourceEnum<'_>> {
        self.files.iter().flat_map(|file| {
            let items = file.items.iter();
            items.map(move |item| SourceEnum { file, item })
        })
    }

    /// What looks like a code enum but could not be read.
    #[must_use]
    pub fn warnings(&self) -> &[Warning] {
        &self.warnings
    }
}

/// An enum of [`Sources`].
///
/// `Send`, `Sync` and `Copy`. `Debug` shows the file too.
#[derive(Debug, Clone, Copy)]
pub struct SourceEnum<'s> {
    pub(crate) file: &'s SourceFile,
    pub(crate) item: &'s Item,
}

impl<'s> SourceEnum<'s> {
    /// Its name.
    #[must_use]
    pub fn name(self) -> &'s str {
        &self.item.name
    }

    /// The operation that it names.
    #[must_use]
    pub fn operation(self) -> Option<&'s str> {
        self.item.operation.as_deref()
    }

    /// Whether one of its own variants has this text as an alias.
    #[must_use]
    pub fn has_alias(self, text: &str) -> bool {
        let mut codes = self.item.codes();
        codes.any(|(_, code)| code.aliases.iter().any(|alias| alias == text))
    }

    /// Its file.
    #[must_use]
    pub fn file(self) -> &'s str {
        &self.file.name
    }

    /// The line of its first attribute, counted from 1.
    #[must_use]
    pub const fn line(self) -> u64 {
        self.item.line
    }

    /// The line of a byte of it.
    pub(crate) fn line_of(self, at: usize) -> u64 {
        self.item.line + newlines(&self.file.text, self.item.range.start..at)
    }
}

/// Whether a text may have code enums. Most files of a project have none.
fn may_have_codes(text: &str) -> bool {
    text.contains("immersve") || text.contains(DERIVE)
}

fn newlines(text: &str, range: Range<usize>) -> u64 {
    let newlines = text.get(range).map_or(0, |text| text.matches('\n').count());
    u64::try_from(newlines).unwrap_or(u64::MAX)
}

/// The length of the byte order mark and the `#!` line, which are not tokens.
fn preamble(text: &str) -> usize {
    let mark = if text.starts_with('\u{feff}') { 3 } else { 0 };
    let rest = &text[mark..];
    // `#![...]` is an attribute, also with white space between.
    let script = rest
        .strip_prefix("#!")
        .is_some_and(|rest| !rest.trim_start().starts_with('['));
    if script {
        mark + rest.find('\n').unwrap_or(rest.len())
    } else {
        mark
    }
}
