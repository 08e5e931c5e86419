//! The words of an operation that look like codes, wherever they are, so that what is not read as a code does not
//! count as undocumented.

use std::{
    borrow::Cow,
    cell::Cell,
    collections::{HashMap, HashSet, VecDeque},
    fmt,
    rc::Rc,
    sync::Arc,
};

use crate::{
    FileError, StatusPattern, Warning,
    document::{
        code::{JOINTS, is_code, may_be_code, resembles_code, tokens, without_invisible},
        html,
        node::{Content, Node, Text},
        reference::{Place, References},
        unreadable::Unreadable,
    },
    sanitize::terminal::name,
};

/// How many words are kept.
const WORDS: usize = 200_000;

/// How much is looked through, in bytes of text.
const WORK: usize = 32 * 1024 * 1024;

/// How many bytes a value counts as.
const NODE: usize = 32;

/// How many parts an operation may refer to.
const PARTS: usize = 2_000;

/// How many times a code is looked for in a part, for one enum.
const LOOKUPS: usize = 4_000_000;

/// The words of a document that look like codes.
#[derive(Default)]
struct Mentions {
    parts: Vec<Part>,
    /// Whether there is more than the limits allow.
    is_cut: bool,
}

/// A value of an operation, or one that a `$ref` leads to, up to the values that it refers to.
#[derive(Default)]
struct Part {
    file: Arc<str>,
    /// The words in capitals, each with its first line.
    words: HashMap<Box<str>, u64>,
    /// The parts that it refers to.
    targets: Vec<usize>,
    gap: Option<Warning>,
}

/// The values in which an operation says what it answers.
#[derive(Default)]
pub(crate) struct Sources<'f> {
    /// The operation, and what its `$ref` leads to.
    pub(crate) operation: Vec<Place<'f>>,
    pub(crate) responses: Vec<(StatusPattern, Place<'f>)>,
    pub(crate) extensions: Vec<(&'f str, Place<'f>)>,
    /// What was not understood in the responses.
    pub(crate) gap: Option<Warning>,
}

/// The keys of an operation that say nothing about its answers, or that are in [`Sources::responses`].
const APART: [&str; 4] = ["parameters", "requestBody", "responses", "$ref"];

/// What an operation mentions.
#[derive(Clone, Default)]
pub(crate) struct Scope {
    mentions: Arc<Mentions>,
    responses: Vec<(StatusPattern, usize)>,
    /// The parts that belong to no response.
    others: Vec<usize>,
    extensions: Vec<(Box<str>, usize)>,
    gap: Option<Warning>,
}

/// Finds what each operation mentions. What was not understood on the way are warnings.
pub(crate) fn collect<'f>(
    references: &References<'f>,
    operations: Vec<Sources<'f>>,
) -> (Vec<Scope>, Vec<Warning>) {
    let mut collector = Collector {
        references,
        mentions: Mentions::default(),
        known: HashMap::new(),
        pending: VecDeque::new(),
        warnings: Vec::new(),
        words_left: WORDS,
        work_left: WORK,
    };
    let mut scopes = Vec::with_capacity(operations.len());
    for sources in operations {
        let responses = sources.responses.into_iter();
        let extensions = sources.extensions.into_iter();
        let operation = sources.operation.into_iter();
        scopes.push(Scope {
            responses: responses
                .map(|(status, place)| (status, collector.part(place, &[])))
                .collect(),
            extensions: extensions
                .map(|(key, place)| (key.into(), collector.part(place, &[])))
                .collect(),
            others: operation
                .map(|place| collector.part(place, &APART))
                .collect(),
            gap: sources.gap,
            ..Scope::default()
        });
    }
    while let Some((part, place, apart)) = collector.pending.pop_front() {
        collector.walk(part, place, apart);
    }
    let mentions = Arc::new(collector.mentions);
    for scope in &mut scopes {
        scope.mentions = mentions.clone();
    }
    (scopes, collector.warnings)
}

struct Collector<'r, 'f> {
    references: &'r References<'f>,
    mentions: Mentions,
    /// The part that begins with a list or map, by its address.
    known: HashMap<*const (), usize>,
    /// Parts that have not been looked through, with the keys that are not.
    pending: VecDeque<(usize, Place<'f>, &'static [&'static str])>,
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
        let part = self.mentions.parts.len();
        if let Some(address) = address {
            let known = *self.known.entry(address).or_insert(part);
            if known < part {
                return known;
            }
        }
        self.mentions.parts.push(Part {
            file: place.file.name.clone(),
            ..Part::default()
        });
        self.pending.push_back((part, place, apart));
        part
    }

    fn walk(&mut self, part: usize, start: Place<'f>, apart: &[&str]) {
        let mut open = Vec::new();
        let mut next = Some(start.node);
        let mut apart = apart;
        while let Some(node) = next {
            if !self.take(NODE) {
                return;
            }
            match &node.content {
                Content::Null => {}
                Content::Text(text) => self.text(part, text, node.line),
                Content::Foreign(tag) => {
                    let message = format!("what `{tag}` stands for is not known");
                    self.gap(part, &start.file.error(node.line, message));
                }
                Content::List(list) => {
                    for node in &**list {
                        self.enter(part, start.with(node), &mut open);
                    }
                }
                Content::Map(map) => {
                    let inside = map.iter().filter(|(key, _)| !apart.contains(&&*key.text));
                    for (key, node) in inside {
                        self.words(part, &key.text, node.line);
                        self.enter(part, start.with(node), &mut open);
                        if &*key.text == "$ref" {
                            self.follow(part, start.with(node));
                        }
                    }
                }
            }
            apart = &[];
            next = open.pop();
        }
    }

    /// Adds a value to those that are looked through, or as a part of its own if other values share it.
    fn enter(&mut self, part: usize, place: Place<'f>, open: &mut Vec<&'f Node>) {
        let owners = match &place.node.content {
            Content::List(list) => Rc::strong_count(list),
            Content::Map(map) => Rc::strong_count(map),
            Content::Null | Content::Text(_) | Content::Foreign(_) => 1,
        };
        if owners == 1 {
            open.push(place.node);
        } else {
            let target = self.part(place, &[]);
            self.target(part, target);
        }
    }

    fn follow(&mut self, part: usize, reference: Place<'f>) {
        match self.references.target(reference) {
            Ok(place) => {
                let target = self.part(place, &[]);
                self.target(part, target);
            }
            Err(Unreadable::Part(error)) => self.gap(part, &error),
            Err(Unreadable::Limit(_)) => self.mentions.is_cut = true,
        }
    }

    fn target(&mut self, part: usize, target: usize) {
        if let Some(part) = self.mentions.parts.get_mut(part) {
            part.targets.push(target);
        }
    }

    /// Notes what is not understood in a part.
    fn gap(&mut self, part: usize, error: &FileError) {
        let warning = Warning::from(error);
        if let Some(part) = self.mentions.parts.get_mut(part) {
            part.gap.get_or_insert_with(|| warning.clone());
        }
        self.warnings.push(warning);
    }

    fn text(&mut self, part: usize, text: &Text, line: u64) {
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

    fn words(&mut self, part: usize, text: &str, line: u64) {
        for (_, token) in tokens(text) {
            self.word(part, token, line);
            if token.contains(JOINTS) {
                for word in token.split(JOINTS) {
                    self.word(part, word, line);
                }
            }
        }
    }

    fn word(&mut self, part: usize, word: &str, line: u64) {
        // Underscores around it are emphasis.
        let word = word.trim_matches(|c| c == '_' || JOINTS.contains(&c));
        let Some(found) = self.mentions.parts.get_mut(part) else {
            return;
        };
        if !word.is_ascii() {
            // It may be a code in which a letter of another alphabet took the place of one that looks the same.
            if resembles_code(word) && found.gap.is_none() {
                let message = format!("`{word}` looks like a code");
                found.gap = Some(Warning::new(found.file.clone(), line, message));
            }
        } else if may_be_code(word) {
            if let Some(first) = found.words.get_mut(word) {
                *first = line.min(*first);
            } else if let Some(left) = self.words_left.checked_sub(1) {
                self.words_left = left;
                found.words.insert(word.into(), line);
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

/// Why it is not certain that an operation never answers with a code.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Doubt {
    /// The word is in the operation, although not as a code.
    Mentioned { file: Arc<str>, line: u64 },
    /// A part of the responses was not understood.
    Gap(Warning),
    /// No code of a document has such characters.
    Characters,
    /// There is more to look through than the limits allow.
    TooMuch,
}

impl Doubt {
    /// Whether the document may say more than was understood.
    pub(crate) const fn is_gap(&self) -> bool {
        matches!(self, Self::Gap(_) | Self::TooMuch)
    }
}

/// A main clause.
impl fmt::Display for Doubt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Mentioned { file, line } => {
                let file = name(file);
                write!(
                    f,
                    "the document has the word ({file}:{line}), although not as a code"
                )
            }
            Self::Gap(gap) => write!(f, "not all was understood ({gap})"),
            Self::Characters => f.write_str("codes with such characters are not read"),
            Self::TooMuch => f.write_str("the document is too large to look through"),
        }
    }
}

/// Decides whether an operation leaves a doubt about a code.
pub(crate) struct Doubts<'s> {
    responses: Vec<(StatusPattern, Vec<&'s Part>)>,
    others: Vec<&'s Part>,
    gap: Option<&'s Warning>,
    is_cut: Cell<bool>,
    lookups_left: Cell<usize>,
}

/// The words are the whole document's, which is too much for each operation.
impl fmt::Debug for Scope {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Scope").finish_non_exhaustive()
    }
}

impl Scope {
    pub(crate) fn doubts(&self) -> Doubts<'_> {
        let mut left = PARTS;
        let mut reach = |start: usize| {
            let mut seen = HashSet::from([start]);
            let mut found = Vec::new();
            let mut open = vec![start];
            while let (Some(part), true) = (open.pop(), left > 0) {
                left -= 1;
                if let Some(part) = self.mentions.parts.get(part) {
                    found.push(part);
                    open.extend(part.targets.iter().filter(|target| seen.insert(**target)));
                }
            }
            found
        };
        let responses: Vec<_> = self
            .responses
            .iter()
            .map(|(status, part)| (*status, reach(*part)))
            .collect();
        let extensions = self.extensions.iter().map(|(_, part)| part);
        let others = self.others.iter().chain(extensions);
        let others = others.flat_map(|part| reach(*part)).collect();
        let mut gaps = responses
            .iter()
            .flat_map(|(_, parts)| parts)
            .filter_map(|part| part.gap.as_ref());
        Doubts {
            gap: self.gap.as_ref().or_else(|| gaps.next()),
            others,
            responses,
            is_cut: Cell::new(self.mentions.is_cut || left == 0),
            lookups_left: Cell::new(LOOKUPS),
        }
    }

    /// The extensions that have a word which looks like a code and is none of the operation: each with that word.
    pub(crate) fn unread_extensions(&self, is_code_here: impl Fn(&str) -> bool) -> Vec<Warning> {
        let mut warnings = Vec::new();
        for (key, part) in &self.extensions {
            let Some(part) = self.mentions.parts.get(*part) else {
                continue;
            };
            let words = part.words.iter();
            let unread = words.filter(|(word, _)| is_code(word) && !is_code_here(word));
            if let Some((word, line)) = unread.min_by_key(|(word, line)| (**line, *word)) {
                let message = format!("`{key}` has `{word}`; codes of extensions are not read");
                warnings.push(Warning::new(part.file.clone(), *line, message));
            }
        }
        warnings
    }
}

impl Doubts<'_> {
    /// The doubt about a code that the operation does not document.
    pub(crate) fn of_code(&self, code: &str) -> Option<Doubt> {
        self.find(code, &self.others, |_| true)
    }

    /// The doubt about a code that the operation does not document under this status.
    pub(crate) fn of_status(&self, code: &str, status: u16) -> Option<Doubt> {
        self.find(code, &[], |pattern| pattern.covers(status))
    }

    fn find(
        &self,
        code: &str,
        others: &[&Part],
        is_meant: impl Fn(StatusPattern) -> bool,
    ) -> Option<Doubt> {
        let responses = self
            .responses
            .iter()
            .filter(|(status, _)| is_meant(*status));
        let parts = responses.flat_map(|(_, parts)| parts).chain(others);
        let mut left = self.lookups_left.get();
        for part in parts {
            left = left.saturating_sub(1);
            if let Some(line) = part.words.get(code) {
                let file = part.file.clone();
                return Some(Doubt::Mentioned { file, line: *line });
            }
        }
        self.lookups_left.set(left);
        self.is_cut.set(self.is_cut.get() || left == 0);
        if !may_be_code(code) {
            Some(Doubt::Characters)
        } else if self.is_cut.get() {
            Some(Doubt::TooMuch)
        } else {
            self.gap.cloned().map(Doubt::Gap)
        }
    }
}
