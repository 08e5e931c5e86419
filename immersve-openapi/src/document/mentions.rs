//! The words of an operation that look like codes, wherever they are, so that what is not read as a code does not
//! count as undocumented.

use std::{
    borrow::Cow,
    collections::{HashMap, HashSet, VecDeque},
    fmt,
    rc::Rc,
    sync::Arc,
};

use crate::document::{
    code::{JOINTS, is_code, may_be_code, resembles_code, tokens, without_invisible},
    html,
    node::{Content, Node, Text},
    operation::{DocumentedCode, DocumentedOperation},
    reference::{Place, References},
    status::StatusPattern,
    warning::Warning,
};
use crate::error::FileError;

/// How many words are kept.
const WORDS: usize = 200_000;

/// How much is looked through, in bytes of text.
const WORK: usize = 32 * 1024 * 1024;

/// How many bytes a value counts as.
const NODE: usize = 32;

/// The words of a document that look like codes.
#[derive(Default)]
pub(super) struct Mentions {
    pub(super) parts: Vec<DocumentPart>,
    /// Whether there is more than the limits allow.
    pub(super) is_cut: bool,
}

/// A value of an operation, or one that a `$ref` leads to, up to the values that it refers to.
#[derive(Default)]
pub(super) struct DocumentPart {
    pub(super) file: Arc<str>,
    /// The words in capitals, each with its first line.
    pub(super) words: HashMap<Box<str>, u64>,
    /// The parts that it refers to.
    pub(super) targets: Vec<usize>,
    /// What was not understood in it.
    pub(super) gap: Option<Warning>,
}

/// The values in which an operation says what it answers.
#[derive(Default)]
pub(crate) struct OperationNodes<'f> {
    /// The operation, and what its `$ref` leads to.
    pub(crate) operation: Vec<Place<'f>>,
    pub(crate) responses: Vec<(StatusPattern, Place<'f>)>,
    pub(crate) extensions: Vec<(&'f str, Place<'f>)>,
    /// What was not understood in the responses.
    pub(crate) gap: Option<Warning>,
}

/// The keys of an operation that say nothing about its answers, or that are in [`OperationNodes::responses`].
const APART: [&str; 4] = ["parameters", "requestBody", "responses", "$ref"];

/// Where an operation may mention codes.
#[derive(Clone, Default)]
pub(crate) struct Scope {
    pub(super) mentions: Arc<Mentions>,
    /// Its parts, with the status of the response that they belong to, if any.
    pub(super) parts: Vec<(Option<StatusPattern>, usize)>,
    /// What was not understood in the responses.
    pub(super) gap: Option<Warning>,
}

/// The words are the whole document's, which is too much for each operation.
impl fmt::Debug for Scope {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Scope").finish_non_exhaustive()
    }
}

/// Finds what each operation mentions. What was not understood on the way are warnings, and so are codes in extensions.
pub(super) fn collect<'f>(
    references: &References<'f>,
    sources: Vec<OperationNodes<'f>>,
    operations: &mut [DocumentedOperation],
) -> Vec<Warning> {
    let mut collector = Collector {
        references,
        mentions: Mentions::default(),
        known: HashMap::new(),
        pending: VecDeque::new(),
        parts: 0,
        warnings: Vec::new(),
        words_left: WORDS,
        work_left: WORK,
    };
    let mut scopes = Vec::with_capacity(sources.len());
    let mut extensions = Vec::new();
    for (at, sources) in sources.into_iter().enumerate() {
        let mut scope = Scope {
            gap: sources.gap,
            ..Scope::default()
        };
        for (status, place) in sources.responses {
            let part = collector.part(place, &[]);
            scope.parts.push((Some(status), part));
        }
        for place in sources.operation {
            scope.parts.push((None, collector.part(place, &APART)));
        }
        for (key, place) in sources.extensions {
            let part = collector.part(place, &[]);
            scope.parts.push((None, part));
            extensions.push((at, key, part));
        }
        scopes.push(scope);
    }
    while let Some((place, apart)) = collector.pending.pop_front() {
        let part = collector.walk(place, apart);
        collector.mentions.parts.push(part);
    }
    let Collector {
        mentions,
        mut warnings,
        ..
    } = collector;
    let mut seen = HashSet::new();
    extensions.retain(|(_, _, part)| seen.insert(*part));
    for (at, key, part) in extensions {
        let codes = operations.get(at).map_or(&[][..], |it| it.codes());
        let part = mentions.parts.get(part);
        warnings.extend(part.and_then(|part| part.unread(key, codes)));
    }
    let mentions = Arc::new(mentions);
    for (operation, scope) in operations.iter_mut().zip(scopes) {
        operation.scope = Scope {
            mentions: mentions.clone(),
            ..scope
        };
    }
    warnings
}

impl DocumentPart {
    /// The first word of an extension that looks like a code and is none of the operation.
    fn unread(&self, key: &str, codes: &[DocumentedCode]) -> Option<Warning> {
        let words = self.words.iter();
        let unread = words
            .filter(|(word, _)| is_code(word) && codes.iter().all(|code| code.code() != &***word));
        let (word, line) = unread.min_by_key(|(word, line)| (**line, *word))?;
        let message = format!("`{key}` has `{word}`; codes of extensions are not read");
        Some(Warning::new(self.file.clone(), *line, message))
    }
}

struct Collector<'r, 'f> {
    references: &'r References<'f>,
    mentions: Mentions,
    /// The part that begins with a list or map, by its address.
    known: HashMap<*const (), usize>,
    /// The next parts, with the keys that are not looked through.
    pending: VecDeque<(Place<'f>, &'static [&'static str])>,
    /// How many parts there are, with those that are pending.
    parts: usize,
    warnings: Vec<Warning>,
    words_left: usize,
    work_left: usize,
}

impl<'f> Collector<'_, 'f> {
    /// The part that begins here, without the values of some keys.
    fn part(&mut self, place: Place<'f>, apart: &'static [&'static str]) -> usize {
        let address = match &place.node.content {
            Content::List(list) => Some(Rc::as_ptr(list).cast()),
            Content::Map(map) => Some(Rc::as_ptr(map).cast()),
            Content::Null | Content::Text(_) | Content::Foreign(_) => None,
        };
        let part = self.parts;
        if let Some(address) = address {
            let known = *self.known.entry(address).or_insert(part);
            if known < part {
                return known;
            }
        }
        self.pending.push_back((place, apart));
        self.parts += 1;
        part
    }

    fn walk(&mut self, start: Place<'f>, apart: &[&str]) -> DocumentPart {
        let mut part = DocumentPart {
            file: start.file.name.clone(),
            ..DocumentPart::default()
        };
        let mut open = Vec::new();
        let mut next = Some(start.node);
        let mut apart = apart;
        while let Some(node) = next {
            if !self.take(NODE) {
                break;
            }
            match &node.content {
                Content::Null => {}
                Content::Text(text) => self.text(&mut part, text, node.line),
                Content::Foreign(tag) => {
                    let message = format!("what `{tag}` stands for is not known");
                    self.gap(&mut part, &start.with(node).wrong(message));
                }
                Content::List(list) => {
                    for node in &**list {
                        self.enter(&mut part, start.with(node), &mut open);
                    }
                }
                Content::Map(map) => {
                    let inside = map.iter().filter(|(key, _)| !apart.contains(&&*key.text));
                    for (key, node) in inside {
                        self.words(&mut part, &key.text, node.line);
                        self.enter(&mut part, start.with(node), &mut open);
                        if &*key.text == "$ref" {
                            self.follow(&mut part, start.with(node));
                        }
                    }
                }
            }
            apart = &[];
            next = open.pop();
        }
        part
    }

    /// Adds a value to those that are looked through, or as a part of its own if other values share it.
    fn enter(&mut self, part: &mut DocumentPart, place: Place<'f>, open: &mut Vec<&'f Node>) {
        let owners = match &place.node.content {
            Content::List(list) => Rc::strong_count(list),
            Content::Map(map) => Rc::strong_count(map),
            Content::Null | Content::Text(_) | Content::Foreign(_) => 1,
        };
        if owners == 1 {
            open.push(place.node);
        } else {
            part.targets.push(self.part(place, &[]));
        }
    }

    fn follow(&mut self, part: &mut DocumentPart, reference: Place<'f>) {
        match self.references.target(reference) {
            Ok(place) => part.targets.push(self.part(place, &[])),
            Err(error) if error.is_limit() => self.mentions.is_cut = true,
            Err(error) => self.gap(part, &error),
        }
    }

    /// Notes what is not understood in a part.
    fn gap(&mut self, part: &mut DocumentPart, error: &FileError) {
        let warning = Warning::of(error);
        part.gap.get_or_insert_with(|| warning.clone());
        self.warnings.push(warning);
    }

    fn text(&mut self, part: &mut DocumentPart, text: &Text, line: u64) {
        if !self.take(text.text.len()) {
            return;
        }
        let line_of = |number: usize| {
            let first = text.first_line?;
            Some(u64::from(first).saturating_add(u64::try_from(number).ok()?))
        };
        let visible = without_invisible(&text.text);
        let mut forms = vec![Cow::Borrowed(&*visible)];
        if visible.contains(['<', '&', '\\', '*', '`', '~']) {
            // As it is shown, with and without a gap where markup is: `CARD\_<b>LOST</b>`, `**CARD_LOST**s`.
            let unescaped = visible.replace('\\', "");
            let joined = unescaped.replace(['*', '`', '~'], "");
            let apart = unescaped.replace(['*', '`', '~'], " ");
            forms.push(html::text(&joined).into());
            forms.push(html::text_divided(&apart, |name| name != "wbr").into());
        }
        for form in forms {
            for (number, text) in form.lines().enumerate() {
                self.words(part, text, line_of(number).unwrap_or(line));
            }
        }
    }

    fn words(&mut self, part: &mut DocumentPart, text: &str, line: u64) {
        for (_, token) in tokens(text) {
            self.word(part, token, line);
            if token.contains(JOINTS) {
                for word in token.split(JOINTS) {
                    self.word(part, word, line);
                }
            }
        }
    }

    fn word(&mut self, part: &mut DocumentPart, word: &str, line: u64) {
        // Underscores around it are emphasis.
        let word = word.trim_matches(|c| c == '_' || JOINTS.contains(&c));
        if !word.is_ascii() {
            // It may be a code in which a letter of another alphabet took the place of one that looks the same.
            if resembles_code(word) && part.gap.is_none() {
                let message = format!("`{word}` looks like a code");
                part.gap = Some(Warning::new(part.file.clone(), line, message));
            }
        } else if may_be_code(word) {
            if let Some(first) = part.words.get_mut(word) {
                *first = line.min(*first);
            } else if let Some(left) = self.words_left.checked_sub(1) {
                self.words_left = left;
                part.words.insert(word.into(), line);
            } else {
                self.mentions.is_cut = true;
            }
        }
    }

    fn take(&mut self, work: usize) -> bool {
        let left = self.work_left.checked_sub(work);
        self.work_left = left.unwrap_or_default();
        self.mentions.is_cut |= left.is_none();
        left.is_some()
    }
}
