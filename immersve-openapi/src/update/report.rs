//! A change of an enum in a Rust file, as text and as JSON.

use std::fmt;

use serde::Serialize;

use crate::{
    compare::{change::Change, enums::Compared},
    naming,
    sanitize::terminal::{name, statuses},
};

/// One change of an enum.
///
/// `Display` is one line, escaped.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(crate) struct SourceChange {
    pub(crate) file: String,
    /// The line of the variant before the update; for a new variant, the line of the enum.
    line: u64,
    #[serde(rename = "enum")]
    pub(crate) enum_name: String,
    pub(crate) operation: String,
    #[serde(flatten)]
    pub(crate) change: Change,
    /// The variant, if it is not new.
    #[serde(rename = "variant", skip_serializing_if = "Option::is_none")]
    pub(crate) old_variant: Option<String>,
}

impl SourceChange {
    /// A change of the variant with this index, or one that adds a variant.
    pub(crate) fn new(
        compared: &Compared<'_, '_>,
        variant: Option<usize>,
        change: &Change,
    ) -> Self {
        let found = compared.found;
        let variant = variant.map(|at| &found.item.variants[at]);
        Self {
            file: found.file().to_owned(),
            line: variant.map_or_else(|| found.line(), |variant| variant.line),
            enum_name: found.name().to_owned(),
            operation: found.operation().unwrap_or_default().to_owned(),
            change: change.clone(),
            old_variant: variant.map(|variant| variant.name.clone()),
        }
    }

    /// The old code of a rename.
    pub(crate) fn renamed_from(&self) -> Option<&str> {
        match &self.change {
            Change::CodeRenamed { from, .. } => Some(from),
            _ => None,
        }
    }

    /// The question of an undecided rename.
    pub(crate) fn question(&self) -> String {
        match &self.change {
            Change::CodeRenamed { from, to, evidence } => format!(
                "{from} may have been renamed to {to}: {}; neither changes until you decide",
                evidence.reason()
            ),
            _ => String::new(),
        }
    }

    /// What was changed.
    pub(crate) fn told(&self) -> String {
        let variant = self.old_variant.as_deref().unwrap_or_default();
        match &self.change {
            Change::CodeAdded {
                code,
                statuses: under,
                variant: Some(added),
                ..
            } => format!(
                "{code} is documented ({}); added `{}`",
                statuses(under),
                naming::declaration(added, code)
            ),
            Change::CodeRemoved { code, .. } => {
                format!("{code} is no longer documented; deprecated `{variant}`")
            }
            Change::CodeRestored { code } => {
                format!("{code} is documented again; `{variant}` is no longer deprecated")
            }
            Change::CodeRenamed { from, to, .. } => format!(
                "{to} is documented instead of {from}; it is the code of `{variant}` now, and {from} its alias"
            ),
            Change::StatusesChanged { code, from, to } => format!(
                "{code} is documented under {}, was under {}; corrected `{variant}`",
                statuses(to),
                statuses(from)
            ),
            // Only operations and descriptions, which are no part of an enum.
            _ => "differs".to_owned(),
        }
    }

    /// `file:line: enum: ` before what is said of it.
    pub(crate) fn located(&self, told: &str) -> String {
        let file = name(&self.file);
        format!("{file}:{}: `{}`: {told}", self.line, self.enum_name)
    }
}

impl fmt::Display for SourceChange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.located(&self.told()))
    }
}
