//! Makes the edits of one variant's attributes.

use std::ops::Range;

use crate::{
    compare::GONE,
    scaffold::variant::{Layout, literal},
    source::{
        attribute::{Argument, Attribute, AttributeKind},
        item::{EnumVariant, VariantCode},
    },
    update::{
        arguments::{Piece, rebuilt},
        edit::Edit,
        insert::{end_of_line, indent_at, next_on_line},
        plan::VariantPlan,
    },
};

/// The attributes `#[immersve(...)]` of a variant, and the arguments that each shall have.
struct AttributeEdits<'a> {
    attributes: Vec<(&'a Attribute, Vec<Piece<'a>>)>,
    /// The arguments of a new attribute, if the variant has none.
    new: Vec<String>,
}

pub(crate) fn rewrite(
    text: &str,
    variant: &EnumVariant,
    code: &VariantCode,
    plan: &VariantPlan,
    layout: &Layout,
) -> Vec<Edit> {
    let mut arguments = AttributeEdits::of(variant);
    if let Some(now) = &plan.code {
        arguments.rename(&code.text, now);
    }
    if let Some(statuses) = &plan.statuses {
        arguments.set_statuses(statuses);
    }

    let insert = |at: usize, attribute: &str| {
        let after = match indent_at(text, at) {
            Some(indent) => format!("{}{indent}", layout.newline),
            None => " ".to_owned(),
        };
        Edit::insert(at, format!("{attribute}{after}"))
    };
    let mut edits = Vec::new();
    match plan.gone {
        Some(true) => {
            let first = arguments.attributes.first();
            let at = first.map_or(variant.head, |(first, _)| first.range.start);
            let note = format!("#[deprecated(note = {})]", literal(GONE));
            edits.push(insert(at, &note));
        }
        Some(false) => edits.extend(
            variant
                .attributes
                .iter()
                .filter(
                    |it| matches!(&it.kind, AttributeKind::Deprecated(Some(note)) if note == GONE),
                )
                .map(|attribute| remove(text, &attribute.range)),
        ),
        None => {}
    }
    if !arguments.new.is_empty() {
        let attribute = layout.attribute("immersve", &arguments.new);
        edits.push(insert(variant.head, &attribute));
    }
    for (attribute, pieces) in &arguments.attributes {
        edits.extend(edit(text, attribute, pieces, layout));
    }
    edits
}

/// The edit that gives an attribute these arguments.
fn edit(text: &str, attribute: &Attribute, pieces: &[Piece<'_>], layout: &Layout) -> Option<Edit> {
    let old = attribute.arguments();
    if pieces.len() == old.len() && pieces.iter().all(Piece::is_unchanged) {
        return None;
    }
    if pieces.is_empty() {
        return Some(remove(text, &attribute.range));
    }
    let layout = Layout {
        indent: indent_at(text, attribute.range.start)
            .unwrap_or(&layout.indent)
            .to_owned(),
        ..layout.clone()
    };
    let before: Vec<String> = old
        .iter()
        .map(|argument| text[argument.range.clone()].to_owned())
        .collect();
    if text[attribute.range.clone()] == layout.attribute("immersve", &before) {
        let now: Vec<String> = pieces.iter().map(|piece| piece.source(text)).collect();
        let now = layout.attribute("immersve", &now);
        return Some(Edit::replace(attribute.range.clone(), now));
    }
    let now = rebuilt(text, attribute, pieces, &layout);
    Some(Edit::replace(attribute.inner.clone(), now))
}

impl<'a> AttributeEdits<'a> {
    fn of(variant: &'a EnumVariant) -> Self {
        let ours = variant
            .attributes
            .iter()
            .filter(|attribute| !attribute.arguments().is_empty());
        Self {
            attributes: ours
                .map(|attribute| {
                    let arguments = attribute.arguments().iter();
                    (attribute, arguments.map(Piece::kept).collect())
                })
                .collect(),
            new: Vec::new(),
        }
    }

    /// Gives the variant another code. The old one becomes an alias. What is written beside a value stays there, so
    /// the keys change and not the values.
    fn rename(&mut self, from: &str, to: &str) {
        let is_code = |argument: &Argument| argument.key == "code";
        let is_new = |argument: &Argument| argument.key == "alias" && argument.text() == Some(to);
        let (code, new) = (self.find(is_code), self.find(is_new));
        if let Some((attribute, at)) = new {
            self.attributes[attribute].1[at].key = Some("code");
        }
        if let Some((attribute, at)) = code {
            self.attributes[attribute].1[at].key = Some("alias");
        }
        let written = |key: &str, code: &str| format!("{key} = {}", literal(code));
        match (code, new) {
            (Some((attribute, code)), Some((other, new))) => {
                if attribute == other {
                    self.attributes[attribute].1.swap(code, new);
                }
            }
            (Some(at), None) => self.insert(at, written("code", to)),
            (None, Some((attribute, at))) => {
                self.insert((attribute, at + 1), written("alias", from));
            }
            (None, None) => {
                self.insert((0, 0), written("code", to));
                self.insert((0, 1), written("alias", from));
            }
        }
    }

    fn set_statuses(&mut self, statuses: &[u16]) {
        let status = |piece: &Piece<'_>| {
            let old = piece.old.filter(|old| old.key == "status")?;
            Some(old.number().filter(|number| statuses.contains(number)))
        };
        let mut kept = Vec::new();
        let (mut after_kept, mut first_dropped) = (None, None);
        for (at, (_, pieces)) in self.attributes.iter_mut().enumerate() {
            let mut index = 0;
            pieces.retain(|piece| match status(piece) {
                Some(None) => {
                    first_dropped = first_dropped.or(Some((at, index)));
                    false
                }
                found => {
                    index += 1;
                    if let Some(Some(number)) = found {
                        kept.push(number);
                        after_kept = Some((at, index));
                    }
                    true
                }
            });
        }
        let mut added: Vec<u16> = statuses
            .iter()
            .filter(|status| !kept.contains(status))
            .copied()
            .collect();
        if kept.is_empty() {
            // Perhaps no status was written, so they may include the 403 that was meant.
            added.sort_unstable();
        }
        let end = match self.attributes.last() {
            Some((_, last)) => (self.attributes.len() - 1, last.len()),
            None => (0, self.new.len()),
        };
        let at = after_kept.or(first_dropped).unwrap_or(end);
        for status in added.into_iter().rev() {
            self.insert(at, format!("status = {status}"));
        }
    }

    /// The attribute and the index of the first argument like this.
    fn find(&self, is_it: impl Fn(&Argument) -> bool) -> Option<(usize, usize)> {
        self.attributes
            .iter()
            .enumerate()
            .find_map(|(at, (_, pieces))| {
                let index = pieces
                    .iter()
                    .position(|piece| piece.old.is_some_and(&is_it))?;
                Some((at, index))
            })
    }

    /// Adds an argument before the one with this index, to this attribute or to the new one.
    fn insert(&mut self, (attribute, index): (usize, usize), argument: String) {
        match self.attributes.get_mut(attribute) {
            Some((_, pieces)) => pieces.insert(index, Piece::new(argument)),
            None => self.new.insert(index, argument),
        }
    }
}

/// Removes an attribute. If it has its line for itself, the line goes, with a comment at its end.
fn remove(text: &str, range: &Range<usize>) -> Edit {
    let next = next_on_line(text, range.end);
    match (indent_at(text, range.start), end_of_line(text, range.end)) {
        (Some(indent), Some(end)) => {
            let end = text[end..].find('\n').map_or(text.len(), |at| end + at + 1);
            Edit::remove(range.start - indent.len()..end)
        }
        _ => Edit::remove(range.start..next),
    }
}
