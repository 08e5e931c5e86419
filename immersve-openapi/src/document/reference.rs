//! Resolves `$ref`.

use std::{borrow::Cow, cell::Cell, collections::HashSet, ptr};

use percent_encoding::percent_decode_str;

use crate::{
    document::{
        files::{File, Files},
        node::Node,
    },
    error::FileError,
};

/// How many references in a row may lead to a value.
const CHAIN: usize = 64;

/// How many steps a document may take: references followed, parts of pointers looked up, and entries
/// listed. Repeated steps count each time, so that many references to references, or to one large map, cannot cause
/// unlimited work.
const STEPS: usize = 2_000_000;

/// How many bytes of a reference count as one more step.
const STEP: usize = 64;

/// How long a reference may be, in bytes.
const LONGEST: usize = 2048;

/// A value in a file.
#[derive(Clone, Copy)]
pub(crate) struct Place<'a> {
    pub(crate) file: &'a File,
    pub(crate) node: &'a Node,
}

impl File {
    /// Its root.
    pub(crate) const fn root(&self) -> Place<'_> {
        Place {
            file: self,
            node: &self.root,
        }
    }
}

impl<'a> Place<'a> {
    /// Another value of the same file.
    pub(crate) const fn with(self, node: &'a Node) -> Self {
        Self { node, ..self }
    }

    /// The error that this part of the document is wrong.
    pub(crate) fn wrong(&self, message: impl Into<String>) -> FileError {
        FileError::new(&*self.file.name, message).at(Some(self.node.line), None)
    }

    /// The error that the document exceeds a limit here.
    pub(crate) fn too_large(&self, message: impl Into<String>) -> FileError {
        self.wrong(message).limit(true)
    }
}

/// A value with all that it refers to. Fields beside a `$ref` have priority over those that the `$ref` leads to.
pub(crate) struct View<'a> {
    layers: Vec<Place<'a>>,
}

impl<'a> View<'a> {
    /// The place where the references end.
    pub(crate) fn end(&self) -> Option<Place<'a>> {
        self.layers.last().copied()
    }

    /// Only the value where the references end.
    pub(crate) fn into_end(mut self) -> Self {
        self.layers.drain(..self.layers.len().saturating_sub(1));
        self
    }

    /// The values, nearest first.
    pub(crate) fn layers(&self) -> &[Place<'a>] {
        &self.layers
    }

    pub(crate) fn get(&self, key: &str) -> Option<Place<'a>> {
        self.layers.iter().find_map(|layer| {
            let node = layer.node.get(key)?;
            Some(layer.with(node))
        })
    }
}

pub(crate) struct References<'f> {
    files: &'f Files,
    steps_left: Cell<usize>,
}

impl<'f> References<'f> {
    pub(crate) const fn new(files: &'f Files) -> Self {
        Self {
            files,
            steps_left: Cell::new(STEPS),
        }
    }

    /// Follows the references of a place that must lead to a map.
    pub(crate) fn map(&self, place: Place<'f>, what: &str) -> Result<View<'f>, FileError> {
        let view = self.view(place, &mut Vec::new())?;
        match view.end() {
            Some(end) if end.node.map().is_none() => {
                Err(end.wrong(format!("{what} must be a map; found {}", end.node.noun())))
            }
            _ => Ok(view),
        }
    }

    /// All entries of a view. If a map has a key both as a number and as a string, both entries are in the list.
    pub(crate) fn entries(&self, view: &View<'f>) -> Result<Vec<(&'f str, Place<'f>)>, FileError> {
        let mut entries = Vec::new();
        let mut nearer = HashSet::new();
        for layer in &view.layers {
            let Some(map) = layer.node.map() else {
                continue;
            };
            self.take_steps(*layer, map.len())?;
            let here = map.iter().map(|(key, node)| (&*key.text, layer.with(node)));
            entries.extend(here.filter(|(key, _)| *key != "$ref" && !nearer.contains(key)));
            if view.layers.len() > 1 {
                nearer.extend(map.keys().map(|key| &*key.text));
            }
        }
        Ok(entries)
    }

    pub(crate) fn take_steps(&self, at: Place<'f>, steps: usize) -> Result<(), FileError> {
        let left = self.steps_left.get().checked_sub(steps);
        let message = "resolving the references of the document takes more than";
        self.steps_left
            .set(left.ok_or_else(|| at.too_large(format!("{message} {STEPS} steps")))?);
        Ok(())
    }

    /// Follows the references of a place. `open` has the references that are being followed, outermost first.
    fn view(&self, place: Place<'f>, open: &mut Vec<Place<'f>>) -> Result<View<'f>, FileError> {
        let depth = open.len();
        let mut layers = vec![place];
        let mut place = place;
        while let Some(reference) = place.node.get("$ref") {
            place = self.follow(place.with(reference), open)?;
            layers.push(place);
        }
        open.truncate(depth);
        Ok(View { layers })
    }

    /// Where a `$ref` leads to. If there is a `$ref` too, that is not followed.
    pub(crate) fn target(&self, reference: Place<'f>) -> Result<Place<'f>, FileError> {
        self.follow(reference, &mut Vec::new())
    }

    fn follow(&self, here: Place<'f>, open: &mut Vec<Place<'f>>) -> Result<Place<'f>, FileError> {
        let Some(text) = here.node.text() else {
            let noun = here.node.noun();
            return Err(here.wrong(format!("expected a string in `$ref`; found {noun}")));
        };
        self.admit(here, text, open)?;
        open.push(here);
        self.find(here, text, open)
    }

    fn admit(&self, here: Place<'f>, text: &str, open: &[Place<'f>]) -> Result<(), FileError> {
        if text.len() > LONGEST {
            return Err(here.wrong(format!("a `$ref` of more than {LONGEST} bytes")));
        }
        if let Some(start) = open.iter().position(|place| ptr::eq(place.node, here.node)) {
            let stops = open[start..].iter().skip(1);
            let stops: Vec<_> = stops
                .map(|place| format!("{}:{}", place.file.name, place.node.line))
                .collect();
            let mut message = "a `$ref` leads back to itself".to_owned();
            if !stops.is_empty() {
                message += ", through ";
                message += &stops.join(" and ");
            }
            return Err(here.wrong(message));
        }
        if open.len() >= CHAIN {
            return Err(here.wrong(format!("more than {CHAIN} references in a row")));
        }
        self.take_steps(here, 1 + text.len() / STEP)
    }

    /// The target of the reference `text` at `here`. References of the target are not followed.
    fn find(
        &self,
        here: Place<'f>,
        text: &str,
        open: &mut Vec<Place<'f>>,
    ) -> Result<Place<'f>, FileError> {
        let refuse = |why: &str| here.wrong(format!("`$ref: {text}`: {why}"));
        if text.is_empty() {
            return Err(here.wrong("an empty `$ref`"));
        }
        let (path, fragment) = text.split_once('#').unwrap_or((text, ""));
        if let Some((scheme, _)) = path.split_once(':')
            && !scheme.contains('/')
        {
            return Err(refuse(
                "not a relative path; only files in the document's folder are read",
            ));
        }
        let decode = |part: &str| {
            let decoded = percent_decode_str(part).decode_utf8();
            decoded
                .map(Cow::into_owned)
                .map_err(|_| refuse("not UTF-8 after percent-decoding"))
        };
        let file = if path.is_empty() {
            here.file
        } else {
            self.files.follow(here.file, &decode(path)?, refuse)?
        };

        let mut place = file.root();
        let pointer = decode(fragment)?;
        if pointer.is_empty() {
            return Ok(place);
        }
        let Some(pointer) = pointer.strip_prefix('/') else {
            return Err(refuse(
                "the part after `#` is not a JSON pointer such as `#/a/b`",
            ));
        };
        for token in pointer.split('/') {
            self.take_steps(here, 1)?;
            let key = token.replace("~1", "/").replace("~0", "~");
            place = match place.node.get(&key) {
                Some(node) => place.with(node),
                None => self
                    .view(place, open)?
                    .get(&key)
                    .ok_or_else(|| refuse(&format!("{} has no `{key}` there", place.file.name)))?,
            };
        }
        Ok(place)
    }
}
