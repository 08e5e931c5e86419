//! Finds the code enums in Rust files, without compiling them.

pub(crate) mod attribute;
pub(crate) mod catalogue;
pub(crate) mod embed;
mod imports;
pub(crate) mod item;
pub(crate) mod mention;
mod scan;
mod tokens;
pub(crate) mod walk;

use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

use crate::{document::warning::Warning, error::FileError, reader_thread::on_thread};

use self::{catalogue::Catalogue, item::EnumItem, mention::CatalogueMention, scan::scan};

/// How many bytes all files with codes may have together.
const BYTES: usize = 256 * 1024 * 1024;

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

/// The path and content of a file.
type FileText = (PathBuf, String);

/// A file with at least one code enum.
#[derive(Debug, Clone)]
pub(crate) struct SourceFile {
    /// As it is shown.
    pub(crate) name: String,
    pub(crate) path: PathBuf,
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
            let Ok(text) = String::from_utf8(file.bytes) else {
                let name = file.path.display().to_string();
                unread.push(Warning::new(name.into(), 1, "not UTF-8"));
                continue;
            };
            left = left.checked_sub(text.len()).ok_or_else(|| {
                FileError::of(
                    &file.path,
                    format!("the files have more than {BYTES} bytes"),
                )
            })?;
            texts.push((file.path, text));
        }
        Ok((texts, unread))
    }

    /// Reads the content of one file.
    #[cfg(test)]
    pub(crate) fn parse(name: &str, text: &str) -> Self {
        Self::of(vec![(name.into(), text.to_owned())]).unwrap()
    }

    pub(crate) fn of(texts: Vec<FileText>) -> Result<Self, FileError> {
        // Each thread has its own map of spans, which only grows; here it ends with the thread.
        on_thread("", move || {
            let mut sources = Self {
                files: Vec::new(),
                unread: Vec::new(),
                mentions: Vec::new(),
                catalogue: Catalogue::built_in(),
                warnings: Vec::new(),
            };
            for (path, text) in texts {
                sources.add(path, text);
                proc_macro2::extra::invalidate_current_thread_spans();
            }
            sources
        })
    }

    fn add(&mut self, path: PathBuf, text: String) {
        let name = path.display().to_string();
        let found = scan(&name, &text);
        self.unread.extend(found.unread);
        self.mentions.extend(found.mentions);
        let items = found.items;
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
}
