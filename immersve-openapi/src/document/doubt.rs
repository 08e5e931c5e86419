//! Decides whether an operation may answer with a code that is not among those that it documents.

use std::{cell::Cell, collections::HashSet, fmt, sync::Arc};

use crate::{
    document::{
        code::may_be_code,
        mentions::{DocumentPart, Scope},
        status::StatusPattern,
        warning::Warning,
    },
    sanitize::terminal::name,
};

/// How many parts of a document are looked through for an operation.
const PARTS: usize = 2_000;

/// How many times a code is looked for in a part, for one enum.
const LOOKUPS: usize = 4_000_000;

/// Why it is not certain that an operation never answers with a code.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Doubt {
    /// The word is in the operation, but not as a code.
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
                    "the word occurs in the document ({file}:{line}), but not as a code"
                )
            }
            Self::Gap(gap) => write!(f, "part of the operation was not understood ({gap})"),
            Self::Characters => f.write_str("codes with such characters are not read"),
            Self::TooMuch => f.write_str("the document is too large to look through"),
        }
    }
}

/// Decides whether an operation leaves a doubt about a code.
pub(crate) struct Doubts<'s> {
    /// What the operation refers to, with the status of its response if it is part of one.
    parts: Vec<(Option<StatusPattern>, &'s DocumentPart)>,
    gap: Option<&'s Warning>,
    /// Whether there is more than was looked through.
    is_cut: bool,
    lookups_left: Cell<usize>,
}

impl Scope {
    pub(crate) fn doubts(&self) -> Doubts<'_> {
        let mut parts_left = PARTS;
        let mut parts = Vec::new();
        for (status, start) in &self.parts {
            let mut seen = HashSet::from([*start]);
            let mut open = vec![*start];
            while let (Some(part), Some(left)) = (open.pop(), parts_left.checked_sub(1)) {
                parts_left = left;
                if let Some(part) = self.mentions.parts.get(part) {
                    parts.push((*status, part));
                    open.extend(part.targets.iter().filter(|target| seen.insert(**target)));
                }
            }
        }
        let mut of_responses = parts.iter().filter(|(status, _)| status.is_some());
        let gap = of_responses.find_map(|(_, part)| part.gap.as_ref());
        Doubts {
            gap: self.gap.as_ref().or(gap),
            parts,
            is_cut: self.mentions.is_cut || parts_left == 0,
            lookups_left: Cell::new(LOOKUPS),
        }
    }

    /// The words of all operations of the document.
    pub(crate) fn words(&self) -> HashSet<&str> {
        let parts = self.mentions.parts.iter();
        parts
            .flat_map(|part| part.words.keys().map(|word| &**word))
            .collect()
    }
}

impl Doubts<'_> {
    /// The doubt about a code that the operation does not document.
    pub(crate) fn of_code(&self, code: &str) -> Option<Doubt> {
        self.find(code, |_| true)
    }

    /// The doubt about a code that the operation does not document under this status.
    pub(crate) fn of_status(&self, code: &str, status: u16) -> Option<Doubt> {
        self.find(code, |pattern| pattern.is_some_and(|it| it.covers(status)))
    }

    fn find(&self, code: &str, is_meant: impl Fn(Option<StatusPattern>) -> bool) -> Option<Doubt> {
        if !may_be_code(code) {
            return Some(Doubt::Characters);
        }
        for (_, part) in self.parts.iter().filter(|(status, _)| is_meant(*status)) {
            let Some(left) = self.lookups_left.get().checked_sub(1) else {
                return Some(Doubt::TooMuch);
            };
            self.lookups_left.set(left);
            if let Some(line) = part.words.get(code) {
                let file = part.file.clone();
                return Some(Doubt::Mentioned { file, line: *line });
            }
        }
        if self.is_cut {
            return Some(Doubt::TooMuch);
        }
        self.gap.cloned().map(Doubt::Gap)
    }
}
