//! Reads the files of a document, each once and within the limits.

use std::{
    cell::Cell,
    fs::{self, File as Handle},
    io::{self, Read as _},
    path::{Component, Path, PathBuf},
    sync::Arc,
};

use elsa::FrozenMap;

use crate::{
    document::{
        node::Node,
        yaml::{self, NODES},
    },
    error::FileError,
};

/// How many files a document may have.
pub(crate) const FILES: usize = 20_000;

/// How many bytes all files may have together.
pub(crate) const BYTES: u64 = 64 * 1024 * 1024;

/// How many folders a file may be in, below that of the document.
const FOLDERS: usize = 32;

/// One file of the document.
pub(crate) struct File {
    /// As it is shown.
    pub(crate) name: Arc<str>,
    /// Its path below the document's folder.
    segments: Vec<String>,
    pub(crate) root: Node,
}

pub(crate) struct Files {
    /// `None` for a document that is not a file but a string.
    folder: Option<PathBuf>,
    /// The files that were read, or what is wrong with them.
    read: FrozenMap<Vec<String>, Box<Result<File, String>>>,
    bytes_left: Cell<u64>,
    nodes_left: Cell<usize>,
}

impl Files {
    /// The files below a folder, or none.
    pub(crate) fn new(folder: Option<&Path>) -> Self {
        Self {
            folder: folder.map(ToOwned::to_owned),
            read: FrozenMap::new(),
            bytes_left: Cell::new(BYTES),
            nodes_left: Cell::new(NODES),
        }
    }

    /// Reads the file that the user named, which may be anywhere and may be a link.
    pub(crate) fn root(&self, root: &Path) -> Result<&File, FileError> {
        let name = root.display().to_string();
        let Some(file) = root.file_name() else {
            return Err(FileError::new(name, "not the path of a file"));
        };
        let segments = vec![file.to_string_lossy().into_owned()];
        let bytes = Handle::open(root).and_then(|handle| self.read_all(handle));
        self.keep(name, segments, bytes)
    }

    /// Reads a string as the root file.
    pub(crate) fn text(&self, text: &str) -> Result<&File, FileError> {
        let name = "the document".to_owned();
        let bytes = self.read_all(text.as_bytes());
        self.keep(name.clone(), vec![name], bytes)
    }

    /// The file that a reference in `from` leads to.
    ///
    /// # Errors
    ///
    /// The error that `refuse` makes of a reason, if the path leaves the document's folder or contains a link, or if
    /// the file could not be read before. Another one if something is wrong with the file.
    pub(crate) fn follow(
        &self,
        from: &File,
        path: &str,
        refuse: impl Fn(&str) -> FileError,
    ) -> Result<&File, FileError> {
        let segments = resolve(from, path).map_err(|why| refuse(&why))?;
        if let Some(read) = self.read.get(&segments) {
            return read.as_ref().map_err(|fault| refuse(fault));
        }
        let Some(folder) = &self.folder else {
            return Err(refuse(
                "a document parsed from a string cannot refer to files",
            ));
        };
        let path = folder.join(segments.iter().collect::<PathBuf>());
        let name = path.display().to_string();
        refuse_links(&path, segments.len()).map_err(|why| refuse(&why))?;
        let bytes = Handle::open(&path).and_then(|handle| self.read_all(handle));
        self.keep(name, segments, bytes)
    }

    fn read_all(&self, source: impl io::Read) -> io::Result<Vec<u8>> {
        let left = self.bytes_left.get();
        let mut bytes = Vec::new();
        source.take(left + 1).read_to_end(&mut bytes)?;
        let length = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        let left = left.checked_sub(length).ok_or_else(|| {
            let message = format!("the document has more than {BYTES} bytes");
            io::Error::new(io::ErrorKind::FileTooLarge, message)
        })?;
        self.bytes_left.set(left);
        Ok(bytes)
    }

    fn keep(
        &self,
        name: String,
        segments: Vec<String>,
        bytes: io::Result<Vec<u8>>,
    ) -> Result<&File, FileError> {
        if self.read.len() >= FILES {
            let message = format!("the document has more than {FILES} files");
            return Err(FileError::new(name, message).limit(true));
        }
        let root = match self.parse(&name, bytes) {
            Ok(root) => root,
            Err(error) => {
                // It is not read again.
                self.read.insert(segments, Box::new(Err(error.to_string())));
                return Err(error);
            }
        };
        let file = File {
            name: name.into(),
            segments: segments.clone(),
            root,
        };
        let file = self.read.insert(segments, Box::new(Ok(file)));
        file.as_ref().map_err(|fault| FileError::new("", fault))
    }

    fn parse(&self, name: &str, bytes: io::Result<Vec<u8>>) -> Result<Node, FileError> {
        let bytes = bytes.map_err(|error| {
            let is_limit = error.kind() == io::ErrorKind::FileTooLarge;
            let problem = match error.kind() {
                io::ErrorKind::IsADirectory => "cannot be read as the root file of a document",
                _ => "cannot be read",
            };
            FileError::new(name, problem)
                .limit(is_limit)
                .caused_by(error)
        })?;
        let text = String::from_utf8(bytes).map_err(|error| {
            let before = &error.as_bytes()[..error.utf8_error().valid_up_to()];
            let line = before.split(|byte| *byte == b'\n').count();
            FileError::new(name, "not UTF-8").at(u64::try_from(line).ok(), None)
        })?;
        let mut nodes_left = self.nodes_left.get();
        let root = yaml::parse(name, &text, &mut nodes_left);
        self.nodes_left.set(nodes_left);
        root.map_err(|error| error.limit(nodes_left == 0))
    }
}

/// Checks that none of the last parts of a path is a link, which could lead anywhere, and that it leads to a file:
/// reading a pipe or a device might never end.
fn refuse_links(path: &Path, parts: usize) -> Result<(), String> {
    let is_link = |path: &&Path| fs::symlink_metadata(path).is_ok_and(|it| it.is_symlink());
    if let Some(link) = path.ancestors().take(parts).find(is_link) {
        let link = link.display();
        return Err(format!(
            "{link} is a symbolic link, which could leave the document's folder"
        ));
    }
    let found = fs::metadata(path);
    let path = path.display();
    match found {
        Ok(found) if found.is_file() && parts > 0 => Ok(()),
        Ok(_) => Err(format!("{path} is not a file")),
        Err(error) => match error.kind() {
            io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => {
                Err(format!("no such file: {path}"))
            }
            _ => Err(format!("cannot look at {path}: {error}")),
        },
    }
}

/// The path below the document's folder for a path that is relative to a file.
fn resolve(from: &File, path: &str) -> Result<Vec<String>, String> {
    if path.starts_with('/') || path.starts_with('\\') {
        return Err("an absolute path; references are relative to their file".into());
    }
    let mut segments = from.segments.clone();
    segments.pop();
    for segment in path.split('/') {
        match segment {
            "" | "." => {}
            ".." => {
                if segments.pop().is_none() {
                    return Err("leaves the document's folder".into());
                }
            }
            name if is_name(name) => segments.push(name.to_owned()),
            _ => return Err("not a relative path".into()),
        }
        // One for the file itself.
        if segments.len() > FOLDERS + 1 {
            return Err(format!("more than {FOLDERS} folders deep"));
        }
    }
    Ok(segments)
}

/// Whether this is one plain name on every system: it has no separator, drive or stream of any of them.
fn is_name(segment: &str) -> bool {
    let mut components = Path::new(segment).components();
    matches!(components.next(), Some(Component::Normal(_)))
        && components.next().is_none()
        && !segment.contains(['\\', ':', '\0'])
}
