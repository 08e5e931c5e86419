//! Writes the source of a new variant, formatted as rustfmt would format it.

use std::sync::Arc;

use proc_macro2::Literal;

use crate::{
    document::{operation::DocumentedCode, status::StatusPattern},
    naming::needs_code,
    sanitize::doc_comment::doc_lines,
};

/// How wide the arguments of an attribute may be on one line, in characters.
const ARGUMENTS: usize = 70;

/// How wide a line may be, in characters.
const LINE: usize = 100;

/// How many columns a tab counts as.
const TAB: usize = 4;

/// How the lines of an enum begin and end.
#[derive(Debug, Clone)]
pub(crate) struct Layout {
    /// The indentation of a variant.
    pub(crate) indent: String,
    /// What is added to the indentation for each level.
    pub(crate) step: String,
    pub(crate) newline: &'static str,
}

impl Layout {
    /// `#[name(...)]`, on one line if it fits, else with a line for each argument. Its first line is
    /// not indented.
    pub(crate) fn attribute(&self, name: &str, arguments: &[String]) -> String {
        let joined = arguments.join(", ");
        let indent: usize = self
            .indent
            .chars()
            .map(|c| if c == '\t' { TAB } else { 1 })
            .sum();
        let width = joined.chars().count();
        if width <= ARGUMENTS && indent + name.len() + width + "#[()]".len() <= LINE {
            return format!("#[{name}({joined})]");
        }
        let Self {
            indent,
            step,
            newline,
        } = self;
        let between = format!("{newline}{indent}{step}");
        let lines = arguments.join(&format!(",{between}"));
        format!("#[{name}({between}{lines}{newline}{indent})]")
    }
}

/// The text of a string literal.
pub(crate) fn literal(text: &str) -> String {
    Literal::string(text).to_string()
}

/// A variant for a documented code.
pub(crate) struct NewVariant {
    pub(crate) name: String,
    pub(crate) code: String,
    pub(crate) statuses: Vec<StatusPattern>,
    pub(crate) description: Arc<str>,
    pub(crate) discriminant: Option<i128>,
}

impl NewVariant {
    pub(crate) fn new(code: &DocumentedCode, name: String) -> Self {
        Self {
            name,
            code: code.code().to_owned(),
            statuses: code.statuses().to_vec(),
            description: code.description.clone(),
            discriminant: None,
        }
    }

    /// Its source, line by line, without indentation and with the comma.
    pub(crate) fn lines(&self, layout: &Layout) -> Vec<String> {
        let mut lines = doc_comment(&self.description);
        let mut arguments = Vec::new();
        if needs_code(&self.name, &self.code) {
            arguments.push(format!("code = {}", literal(&self.code)));
        }
        let statuses = statuses(&self.statuses);
        if statuses != [403] {
            arguments.extend(statuses.iter().map(|status| format!("status = {status}")));
        }
        if !arguments.is_empty() {
            lines.push(layout.attribute("immersve", &arguments));
        }
        lines.push(match self.discriminant {
            Some(number) => format!("{} = {number},", self.name),
            None => format!("{},", self.name),
        });
        lines
    }
}

/// The doc comment of a code with this meaning.
fn doc_comment(meaning: &str) -> Vec<String> {
    let mut lines = doc_lines(meaning);
    if lines.is_empty() {
        lines.push("The API document gives no meaning.".to_owned());
    }
    lines.iter().map(|line| comment(line)).collect()
}

/// A line of a doc comment.
pub(crate) fn comment(line: &str) -> String {
    format!("/// {line}").trim_end().to_owned()
}

/// The statuses to write for the responses that document a code. A class or `default` is no single status, so the
/// most probable one is written for it.
pub(crate) fn statuses(patterns: &[StatusPattern]) -> Vec<u16> {
    let mut statuses: Vec<u16> = patterns
        .iter()
        .filter_map(|pattern| match pattern {
            StatusPattern::Exact(status) => Some(*status),
            _ => None,
        })
        .collect();
    for pattern in patterns {
        if !statuses.iter().any(|status| pattern.covers(*status)) {
            statuses.push(if pattern.covers(403) { 403 } else { 500 });
        }
    }
    statuses.sort_unstable();
    statuses
}
