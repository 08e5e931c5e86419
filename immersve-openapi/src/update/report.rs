//! The changes of an update, as text and as JSON.

use std::fmt;

use serde::Serialize;

use crate::{
    DocumentedOperation, Evidence, StatusPattern, naming,
    sanitize::terminal::{name, statuses},
    source::{SourceEnum, item::Role},
};

use super::plan::{Guess, Plan};

/// One change of an enum in a Rust file.
///
/// `Display` is one line, escaped. `Send` and `Sync`. `Debug` shows all of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SourceChange {
    file: String,
    line: u64,
    #[serde(rename = "enum")]
    enum_name: String,
    operation: String,
    #[serde(flatten)]
    kind: SourceChangeKind,
    /// Whether it is only a guess.
    #[serde(skip)]
    guessed: bool,
}

/// The kind of a change.
///
/// `Send` and `Sync`. `Debug` shows all of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[non_exhaustive]
pub enum SourceChangeKind {
    /// A documented code gets a variant.
    #[non_exhaustive]
    CodeAdded {
        /// The code.
        code: String,
        /// The responses that it is documented under.
        statuses: Vec<StatusPattern>,
    },
    /// A variant becomes deprecated, as its code is no longer documented.
    #[non_exhaustive]
    CodeDeprecated {
        /// The code.
        code: String,
        /// The variant.
        variant: String,
    },
    /// A variant is no longer deprecated, as its code is documented again.
    #[non_exhaustive]
    CodeRestored {
        /// The code.
        code: String,
        /// The variant.
        variant: String,
    },
    /// A variant gets another code, and the one that it had becomes an alias.
    #[non_exhaustive]
    CodeRenamed {
        /// The old code.
        from: String,
        /// The new code.
        to: String,
        /// The variant, which keeps its name.
        variant: String,
        /// Why the code seems to have been renamed.
        evidence: Evidence,
    },
    /// A variant gets other statuses.
    #[non_exhaustive]
    StatusesChanged {
        /// The code.
        code: String,
        /// The variant.
        variant: String,
        /// The old statuses.
        from: Vec<u16>,
        /// The new statuses.
        to: Vec<u16>,
    },
}

impl SourceChange {
    /// The file.
    #[must_use]
    pub fn file(&self) -> &str {
        &self.file
    }

    /// The line of the variant before the update; for a variant that is added, the line of the enum.
    #[must_use]
    pub const fn line(&self) -> u64 {
        self.line
    }

    /// The enum.
    #[must_use]
    pub fn enum_name(&self) -> &str {
        &self.enum_name
    }

    /// The operation that the enum names.
    #[must_use]
    pub fn operation(&self) -> &str {
        &self.operation
    }

    /// What changes.
    #[must_use]
    pub const fn kind(&self) -> &SourceChangeKind {
        &self.kind
    }
}

impl fmt::Display for SourceChange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{}:{}: {}: ",
            name(&self.file),
            self.line,
            self.enum_name
        )?;
        match &self.kind {
            SourceChangeKind::CodeAdded {
                code,
                statuses: under,
            } => {
                write!(
                    f,
                    "{code} is documented ({}); added `{}`",
                    statuses(under),
                    naming::variant(code).0
                )
            }
            SourceChangeKind::CodeDeprecated { code, variant } => {
                write!(f, "{code} is no longer documented; deprecated `{variant}`")
            }
            SourceChangeKind::CodeRestored { code, variant } => {
                write!(
                    f,
                    "{code} is documented again; `{variant}` is no longer deprecated"
                )
            }
            SourceChangeKind::CodeRenamed {
                from,
                to,
                variant,
                evidence,
            } if self.guessed => {
                write!(
                    f,
                    "{from} may be {to} now, as {}; `{variant}` can mean both",
                    evidence.reason()
                )
            }
            SourceChangeKind::CodeRenamed {
                from, to, variant, ..
            } => {
                write!(
                    f,
                    "{to} is documented instead of {from}; it is the code of `{variant}` now, and {from} its alias"
                )
            }
            SourceChangeKind::StatusesChanged { code, from, to, .. } => {
                let list = |statuses: &[u16]| {
                    let statuses: Vec<String> = statuses.iter().map(u16::to_string).collect();
                    statuses.join(", ")
                };
                write!(
                    f,
                    "{code} is documented under {}, was under {}",
                    list(to),
                    list(from)
                )
            }
        }
    }
}

/// The changes of a plan, in the order of the file. New variants come last.
pub(super) fn changes(
    found: SourceEnum<'_>,
    operation: &DocumentedOperation,
    plan: &Plan<'_>,
) -> Vec<SourceChange> {
    let mut changes = Vec::new();
    for (at, change) in &plan.variants {
        let variant = &found.item.variants[*at];
        let Role::Code(old) = &variant.role else {
            continue;
        };
        let at = Some(variant.head);
        let variant = variant.name.clone();
        let code = change
            .code
            .as_ref()
            .map_or(&old.text, |new| &new.text)
            .clone();
        if let Some(new) = &change.code {
            let kind = SourceChangeKind::CodeRenamed {
                from: old.text.clone(),
                to: new.text.clone(),
                variant: variant.clone(),
                evidence: new.evidence,
            };
            changes.push(one(found, operation, at, kind));
        }
        if let Some(statuses) = &change.statuses {
            let kind = SourceChangeKind::StatusesChanged {
                code: code.clone(),
                variant: variant.clone(),
                from: old.effective_statuses().to_vec(),
                to: statuses.clone(),
            };
            changes.push(one(found, operation, at, kind));
        }
        let kind = match change.gone {
            Some(true) => SourceChangeKind::CodeDeprecated { code, variant },
            Some(false) => SourceChangeKind::CodeRestored { code, variant },
            None => continue,
        };
        changes.push(one(found, operation, at, kind));
    }
    for code in &plan.added {
        let kind = SourceChangeKind::CodeAdded {
            code: code.code().to_owned(),
            statuses: code.statuses().to_vec(),
        };
        changes.push(one(found, operation, None, kind));
    }
    changes
}

/// The guesses of a plan.
pub(super) fn guesses(
    found: SourceEnum<'_>,
    operation: &DocumentedOperation,
    guesses: &[Guess],
) -> Vec<SourceChange> {
    guesses
        .iter()
        .map(|guess| {
            let variant = &found.item.variants[guess.variant];
            let kind = SourceChangeKind::CodeRenamed {
                from: guess.from.clone(),
                to: guess.to.clone(),
                variant: variant.name.clone(),
                evidence: guess.evidence,
            };
            SourceChange {
                guessed: true,
                ..one(found, operation, Some(variant.head), kind)
            }
        })
        .collect()
}

fn one(
    found: SourceEnum<'_>,
    operation: &DocumentedOperation,
    at: Option<usize>,
    kind: SourceChangeKind,
) -> SourceChange {
    SourceChange {
        file: found.file().to_owned(),
        line: at.map_or_else(|| found.line(), |at| found.line_of(at)),
        enum_name: found.name().to_owned(),
        operation: operation.name(),
        kind,
        guessed: false,
    }
}
