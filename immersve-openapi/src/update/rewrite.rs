//! Makes the edits of one variant's attributes, as small as possible.

use std::{collections::HashMap, ops::Range};

use crate::{
    scaffold::variant::{Layout, literal},
    source::{
        attribute::{Argument, Attribute, Kind},
        item::{Code, Variant},
    },
    update::edit::Edit,
};

use super::{
    place::{indent_at, next_on_line},
    plan::{GONE, VariantPlan},
};

/// The changes of a variant's arguments. An argument has a number, counted over all attributes of the variant.
#[derive(Default)]
struct Arguments {
    /// New values.
    values: HashMap<usize, String>,
    removed: Vec<usize>,
    /// New arguments after an old one.
    after: HashMap<usize, Vec<String>>,
    /// New arguments before all others.
    front: Vec<String>,
}

pub(crate) fn rewrite(
    text: &str,
    variant: &Variant,
    code: &Code,
    plan: &VariantPlan,
    layout: &Layout,
) -> Vec<Edit> {
    let old: Vec<&Argument> = variant
        .attributes
        .iter()
        .flat_map(Attribute::arguments)
        .collect();
    let mut new = Arguments::default();
    if let Some(now) = &plan.code {
        new.rename(&old, &code.text, &now.text);
    }
    if let Some(statuses) = &plan.statuses {
        new.statuses(&old, statuses);
    }

    let mut edits = Vec::new();
    let insert = |at: usize, attribute: &str| {
        let after = match indent_at(text, at) {
            Some(indent) => format!("{}{indent}", layout.newline),
            None => " ".to_owned(),
        };
        Edit::insert(at, format!("{attribute}{after}"))
    };
    let mut ours = variant
        .attributes
        .iter()
        .filter(|attribute| !attribute.arguments().is_empty())
        .peekable();
    match plan.gone {
        Some(true) => {
            let at = ours.peek().map_or(variant.head, |first| first.range.start);
            let note = format!("#[deprecated(note = {})]", literal(GONE));
            edits.push(insert(at, &note));
        }
        Some(false) => edits.extend(
            variant
                .attributes
                .iter()
                .filter(|attribute| matches!(&attribute.kind, Kind::Deprecated(Some(note)) if note == GONE))
                .map(|attribute| remove(text, &attribute.range)),
        ),
        None => {}
    }
    if ours.peek().is_none() && !new.front.is_empty() {
        edits.push(insert(
            variant.head,
            &layout.attribute("immersve", &new.front),
        ));
    }
    let mut first = 0;
    for attribute in ours {
        edits.extend(new.edits(text, attribute, first, layout));
        first += attribute.arguments().len();
    }
    edits
}

impl Arguments {
    /// Gives the variant another code. The old one becomes an alias.
    fn rename(&mut self, old: &[&Argument], from: &str, to: &str) {
        let (from, to) = (literal(from), literal(to));
        let place = |key: &str, text: Option<&str>| {
            old.iter()
                .position(|it| it.key == key && text.is_none_or(|text| it.text() == Some(text)))
        };
        let code = place("code", None);
        let is_new = |at: &usize| old[*at].text().is_some_and(|text| literal(text) == to);
        let alias = (0..old.len()).find(|at| old[*at].key == "alias" && is_new(at));
        match code {
            Some(code) => {
                self.values.insert(code, to);
            }
            None => self.front.push(format!("code = {to}")),
        }
        match (alias, code) {
            (Some(alias), _) => {
                self.values.insert(alias, from);
            }
            (None, Some(code)) => {
                let argument = format!("alias = {from}");
                self.after.entry(code).or_default().push(argument);
            }
            (None, None) => self.front.push(format!("alias = {from}")),
        }
    }

    fn statuses(&mut self, old: &[&Argument], statuses: &[u16]) {
        let is_status = |at: &usize| old[*at].key == "status";
        let (kept, mut dropped): (Vec<usize>, Vec<usize>) =
            (0..old.len()).filter(is_status).partition(|at| {
                old[*at]
                    .number()
                    .is_some_and(|status| statuses.contains(&status))
            });
        let mut added = statuses
            .iter()
            .filter(|status| !kept.iter().any(|at| old[*at].number() == Some(**status)));
        dropped.reverse();
        let mut last = kept.iter().copied().max();
        while let Some(at) = dropped.pop() {
            match added.next() {
                Some(status) => {
                    self.values.insert(at, status.to_string());
                    last = last.max(Some(at));
                }
                None => self.removed.push(at),
            }
        }
        let mut added: Vec<u16> = added.copied().collect();
        if last.is_none() {
            // No status was written, so they may include the 403 that was meant.
            added.sort_unstable();
        }
        let added = added.iter().map(|status| format!("status = {status}"));
        match last.or(old.len().checked_sub(1)) {
            Some(last) => self.after.entry(last).or_default().extend(added),
            None => self.front.extend(added),
        }
    }

    /// The edits of one attribute, whose first argument has this number.
    fn edits(&self, text: &str, attribute: &Attribute, first: usize, layout: &Layout) -> Vec<Edit> {
        let old = attribute.arguments();
        let places = || (first..).zip(old);
        let touched = (first == 0 && !self.front.is_empty())
            || places().any(|(at, _)| {
                self.values.contains_key(&at)
                    || self.removed.contains(&at)
                    || self.after.contains_key(&at)
            });
        if !touched {
            return Vec::new();
        }
        let before = old
            .iter()
            .map(|argument| text[argument.range.clone()].to_owned());
        let now = self.now(text, attribute, first);
        if now.is_empty() {
            return vec![remove(text, &attribute.range)];
        }
        let layout = Layout {
            indent: indent_at(text, attribute.range.start)
                .unwrap_or(&layout.indent)
                .to_owned(),
            newline: layout.newline,
        };
        let before = layout.attribute("immersve", &before.collect::<Vec<_>>());
        if text[attribute.range.clone()] == before {
            let now = layout.attribute("immersve", &now);
            return vec![Edit::replace(attribute.range.clone(), now)];
        }
        self.piecewise(text, old, first, layout.newline)
    }

    /// All arguments after the edits.
    fn now(&self, text: &str, attribute: &Attribute, first: usize) -> Vec<String> {
        let mut now = Vec::new();
        if first == 0 {
            now.extend(self.front.clone());
        }
        for (at, argument) in (first..).zip(attribute.arguments()) {
            if !self.removed.contains(&at) {
                now.push(match (self.values.get(&at), &argument.value) {
                    (Some(value), Some(old)) => {
                        format!("{}{value}", &text[argument.range.start..old.range.start])
                    }
                    _ => text[argument.range.clone()].to_owned(),
                });
            }
            now.extend(self.after.get(&at).cloned().unwrap_or_default());
        }
        now
    }

    /// The edits of an attribute whose layout must stay.
    fn piecewise(&self, text: &str, old: &[Argument], first: usize, newline: &str) -> Vec<Edit> {
        let mut edits = Vec::new();
        let between = |argument: &Argument| match indent_at(text, argument.range.start) {
            Some(indent) => format!(",{newline}{indent}"),
            None => ", ".to_owned(),
        };
        let is_kept = |at: usize| !self.removed.contains(&(first + at));
        let last_kept = (0..old.len()).rev().find(|at| is_kept(*at));
        if first == 0 {
            let start = old[0].range.start;
            let front = self
                .front
                .iter()
                .map(|new| format!("{new}{}", between(&old[0])));
            edits.extend(front.map(|new| Edit::insert(start, new)));
        }
        for (at, argument) in old.iter().enumerate() {
            if let (Some(value), Some(old)) = (self.values.get(&(first + at)), &argument.value) {
                edits.push(Edit::replace(old.range.clone(), value));
            }
            for new in self.after.get(&(first + at)).into_iter().flatten() {
                let new = format!("{}{new}", between(argument));
                edits.push(Edit::insert(argument.range.end, new));
            }
            match last_kept {
                // The comma after it is removed too, with the text up to the next argument.
                Some(last) if !is_kept(at) && at < last => {
                    let start = argument.range.start;
                    let next = old[at + 1].range.start;
                    let gap = &text[argument.range.end..next];
                    let plain = gap.chars().all(|c| c == ',' || c.is_whitespace());
                    let end = match gap.find(',') {
                        Some(comma) if !plain => argument.range.end + comma + 1,
                        _ => next,
                    };
                    edits.push(Edit::remove(start..end));
                }
                _ => {}
            }
        }
        match last_kept {
            Some(last) if last + 1 < old.len() => {
                let end = old[old.len() - 1].range.end;
                edits.push(Edit::remove(old[last].range.end..end));
            }
            _ => {}
        }
        edits
    }
}

/// Removes an attribute with its line, or with the blanks after it.
fn remove(text: &str, range: &Range<usize>) -> Edit {
    let next = next_on_line(text, range.end);
    match indent_at(text, range.start) {
        Some(indent) if text[next..].starts_with(['\r', '\n']) => {
            let end = text[next..]
                .find('\n')
                .map_or(text.len(), |at| next + at + 1);
            Edit::remove(range.start - indent.len()..end)
        }
        _ => Edit::remove(range.start..next),
    }
}
