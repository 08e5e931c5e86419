//! Finds the code enums in Rust files, without compiling them.

pub(crate) mod attribute;
pub(crate) mod catalogue;
pub(crate) mod embed;
mod imports;
pub(crate) mod item;
mod mention;
mod scan;
mod tokens;
pub(crate) mod walk;

use std::{
    ops::Range,
    path::{Path, PathBuf},
    sync::Arc,
    thread,
};

use crate::{document::warning::Warning, error::FileError};

use self::{
    catalogue::Catalogue,
    item::EnumItem,
    scan::{Scanned, scan},
};

/// How many bytes all files with codes may have together.
const BYTES: usize = 256 * 1024 * 1024;

/// The stack of the thread that reads Rust, in bytes.
const STACK: usize = 16 * 1024 * 1024;

/// The enums that derive `ImmersveErrorCode` in some Rust files, read from their source.
///
/// Nothing is compiled. An enum is found if it derives `ImmersveErrorCode`, by any path, or by another name that
/// the file gives it with `use ... as ...`. Enums inside macros are not read, nor enums with attributes of this
/// derive inside `#[cfg_attr(...)]`; each of these is [unread](Self::unread).
#[derive(Debug)]
pub(crate) struct Sources {
    pub(crate) files: Vec<SourceFile>,
    unread: Vec<Warning>,
    /// The enums of the catalogue that the files name, each once for each file.
    pub(crate) mentions: Vec<CatalogueMention>,
    pub(crate) catalogue: Arc<Catalogue>,
    /// What is not known for sure.
    pub(crate) warnings: Vec<Warning>,
}

/// The name, path and content of a file.
type FileText = (String, Option<PathBuf>, String);

/// An enum of the catalogue that a file names.
#[derive(Debug)]
pub(crate) struct CatalogueMention {
    pub(crate) file: String,
    pub(crate) line: u64,
    pub(crate) name: String,
    /// Whether it is only meant if the files have no enum of this name.
    pub(crate) perhaps: bool,
}

/// A file with at least one code enum.
#[derive(Debug, Clone)]
pub(crate) struct SourceFile {
    /// As it is shown.
    pub(crate) name: String,
    /// `None` for a string that is no file.
    pub(crate) path: Option<PathBuf>,
    pub(crate) text: String,
    pub(crate) items: Vec<EnumItem>,
}

impl Sources {
    /// Reads Rust files, the files with the extension `rs` in folders, and files that these include; see [`walk`].
    ///
    /// If they name the catalogue, its enums are those of the `immersve-errors` in their project's lockfile.
    pub(crate) fn read(paths: &[PathBuf], exclude: &[PathBuf]) -> Result<Self, FileError> {
        let (texts, unread) = Self::texts(paths, exclude)?;
        let mut sources = Self::of(texts)?;
        sources.unread.extend(unread);
        if let Some(mention) = sources.mentions.first() {
            match Catalogue::of_project(Path::new(&mention.file)) {
                Ok(found) => sources.catalogue = found.unwrap_or(sources.catalogue),
                Err(error) => {
                    let message = format!(
                        "cannot find the `immersve-errors` of this project: `cargo metadata` failed: {error}; using the \
                         catalogue of {}",
                        sources.catalogue.version
                    );
                    let file = (*mention.file).into();
                    sources
                        .warnings
                        .push(Warning::new(file, mention.line, message));
                }
            }
        }
        Ok(sources)
    }

    /// The contents of Rust files, and the files that are not UTF-8.
    fn texts(
        paths: &[PathBuf],
        exclude: &[PathBuf],
    ) -> Result<(Vec<FileText>, Vec<Warning>), FileError> {
        let mut unread = Vec::new();
        let mut texts = Vec::new();
        let mut left = BYTES;
        for file in walk::rust_files(paths, exclude)? {
            let name = file.path.display().to_string();
            let Ok(text) = String::from_utf8(file.bytes) else {
                unread.push(Warning::new((*name).into(), 1, "not UTF-8"));
                continue;
            };
            left = left.checked_sub(text.len()).ok_or_else(|| {
                FileError::new(&*name, format!("the files have more than {BYTES} bytes"))
            })?;
            texts.push((name, Some(file.path), text));
        }
        Ok((texts, unread))
    }

    /// Reads the content of one file.
    #[cfg(test)]
    pub(crate) fn parse(name: &str, text: &str) -> Self {
        Self::of(vec![(name.to_owned(), None, text.to_owned())]).unwrap()
    }

    pub(crate) fn of(texts: Vec<FileText>) -> Result<Self, FileError> {
        let fail = |message: &str| FileError::new(String::new(), message);
        // Each thread has its own map of spans, which only grows; here it ends with the thread.
        thread::scope(|scope| {
            thread::Builder::new()
                .name("immersve-openapi sources".into())
                .stack_size(STACK)
                .spawn_scoped(scope, move || {
                    let mut sources = Self {
                        files: Vec::new(),
                        unread: Vec::new(),
                        mentions: Vec::new(),
                        catalogue: Catalogue::built_in(),
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
        let found = scan(&text[before..]).unwrap_or_else(|fault| Scanned {
            unread: vec![fault],
            ..Scanned::default()
        });
        let (mut line, mut at) = (1, 0);
        for fault in found.unread {
            line += newlines(&text, at..before + fault.at);
            at = before + fault.at;
            self.unread
                .push(Warning::new((*name).into(), line, fault.message));
        }
        for mention in found.mentions {
            self.mentions.push(CatalogueMention {
                file: name.clone(),
                line: 1 + newlines(&text, 0..before + mention.at),
                name: mention.name,
                perhaps: mention.perhaps,
            });
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
    pub(crate) fn enums(&self) -> impl Iterator<Item = SourceEnum<'_>> {
        self.files.iter().flat_map(|file| {
            let items = file.items.iter();
            items.map(move |item| SourceEnum { file, item })
        })
    }

    /// How much of a file looks like a code enum but could not be read.
    pub(crate) fn unread_in(&self, file: &str) -> usize {
        self.unread.iter().filter(|it| it.file() == file).count()
    }

    /// What looks like a code enum but could not be read.
    pub(crate) fn unread(&self) -> &[Warning] {
        &self.unread
    }
}

/// An enum of [`Sources`].
#[derive(Debug, Clone, Copy)]
pub(crate) struct SourceEnum<'s> {
    pub(crate) file: &'s SourceFile,
    pub(crate) item: &'s EnumItem,
}

impl<'s> SourceEnum<'s> {
    pub(crate) fn name(self) -> &'s str {
        &self.item.name
    }

    /// The operation that it names.
    pub(crate) fn operation(self) -> Option<&'s str> {
        self.item.operation.as_deref()
    }

    /// Whether one of its own variants has this alias.
    pub(crate) fn has_alias(self, text: &str) -> bool {
        let mut codes = self.item.codes();
        codes.any(|(_, code)| code.aliases.iter().any(|alias| alias == text))
    }

    pub(crate) fn file(self) -> &'s str {
        &self.file.name
    }

    /// The line of its first attribute, counted from 1.
    pub(crate) const fn line(self) -> u64 {
        self.item.line
    }

    /// A warning about it.
    pub(crate) fn warning(self, message: &str) -> Warning {
        let message = format!("`{}`: {message}", self.name());
        Warning::new(self.file().into(), self.line(), message)
    }

    /// The line of a byte of it.
    pub(crate) fn line_of(self, at: usize) -> u64 {
        self.item.line + newlines(&self.file.text, self.item.range.start..at)
    }
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
