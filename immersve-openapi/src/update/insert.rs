//! Inserts new variants in the order of the document, with the white space around them.

use std::collections::{BTreeMap, HashMap};

use crate::{
    document::operation::{DocumentedCode, DocumentedOperation},
    scaffold::variant::{Layout, NewVariant},
    source::item::{EnumItem, EnumVariant},
    update::edit::Edit,
};

/// The layout of an enum: the indentation of its first variant that begins a line, and the newline of its file.
pub(crate) fn layout(text: &str, item: &EnumItem) -> Layout {
    let outer = line_indent(text, item.range.start);
    let of_variants = item
        .variants
        .iter()
        .find_map(|variant| indent_at(text, variant.range.start));
    let step = of_variants
        .and_then(|indent| indent.strip_prefix(outer))
        .filter(|step| !step.is_empty())
        .unwrap_or(if outer.ends_with('\t') { "\t" } else { "    " });
    let indent = of_variants.map_or_else(|| format!("{outer}{step}"), ToOwned::to_owned);
    let newline = text[item.body.start..]
        .find('\n')
        .map(|at| item.body.start + at)
        .or_else(|| text.find('\n'));
    let returns = newline.is_some_and(|at| text[..at].ends_with('\r'));
    Layout {
        indent,
        step: step.to_owned(),
        newline: if returns { "\r\n" } else { "\n" },
    }
}

/// The edits that insert these variants, in the order of the document. `own` has the index of the variant of each code
/// that the enum has.
pub(crate) fn insertions(
    text: &str,
    item: &EnumItem,
    operation: &DocumentedOperation,
    new: &[NewVariant],
    own: &HashMap<&str, usize>,
) -> Vec<Edit> {
    let indices = indices(item, operation, own);
    let mut by_index = BTreeMap::<Option<usize>, Vec<_>>::new();
    for new in new {
        let index = if item.has_numbers() {
            // No variant that is there gets another number.
            item.variants.len().checked_sub(1)
        } else {
            indices.get(&*new.code).copied().flatten()
        };
        by_index.entry(index).or_default().push(new);
    }
    let layout = layout(text, item);
    let mut edits = Vec::new();
    for (before, new) in by_index {
        let variant = before.map(|at| &item.variants[at]);
        let indent = variant.and_then(|variant| indent_at(text, variant.range.start));
        let layout = Layout {
            indent: indent.unwrap_or(&layout.indent).to_owned(),
            ..layout.clone()
        };
        let new: Vec<String> = new.iter().flat_map(|new| new.lines(&layout)).collect();
        let is_last = before.map_or(0, |at| at + 1) == item.variants.len();
        edits.extend(insert_after(text, item, variant, &new, &layout, is_last));
    }
    edits
}

/// For each documented code the index of the variant after which it is inserted; `None` is the beginning of the enum.
///
/// That is the variant of the code before it in the document or, if the enum lacks that, of the one before that, and
/// so on. If the enum has none of these, it is inserted before the next code that the enum has. Nothing is inserted
/// after the variant that gets all other codes.
fn indices<'d>(
    item: &EnumItem,
    operation: &'d DocumentedOperation,
    own: &HashMap<&str, usize>,
) -> HashMap<&'d str, Option<usize>> {
    let limit = item.open().unwrap_or(item.variants.len());
    let present = |code: &str| own.get(code).copied().filter(|at| *at < limit);
    let codes = || operation.codes().iter().map(DocumentedCode::code);
    let first = codes().find_map(present);
    let mut before = first.unwrap_or(limit).checked_sub(1);
    let indices = codes().map(|code| {
        before = present(code).or(before);
        (code, before)
    });
    indices.collect()
}

fn insert_after(
    text: &str,
    item: &EnumItem,
    variant: Option<&EnumVariant>,
    new: &[String],
    layout: &Layout,
    is_last: bool,
) -> Vec<Edit> {
    let mut edits = Vec::new();
    let after = match variant {
        None => item.body.start,
        Some(variant) => variant.comma.unwrap_or_else(|| {
            edits.push(Edit::insert(variant.range.end, ","));
            variant.range.end
        }),
    };
    let Layout {
        indent, newline, ..
    } = layout;
    let mut block = String::new();
    for line in new {
        block.extend([*newline, indent, line]);
    }
    edits.push(if let Some(end) = end_of_line(text, after) {
        Edit::insert(end, block)
    } else {
        // The rest of the line moves to a line of its own.
        let indent = if is_last {
            line_indent(text, item.range.start)
        } else {
            indent
        };
        let next = next_on_line(text, after);
        Edit::replace(after..next, format!("{block}{newline}{indent}"))
    });
    edits
}

/// The end of the line, if only blanks and comments are before it. A doc comment belongs to the item after it.
pub(crate) fn end_of_line(text: &str, mut at: usize) -> Option<usize> {
    loop {
        at = next_on_line(text, at);
        let rest = &text[at..];
        if rest.starts_with('\n') || rest.starts_with("\r\n") {
            return Some(at);
        }
        let doc = (rest.starts_with("///") && !rest.starts_with("////"))
            || (rest.starts_with("/**") && !rest.starts_with("/***") && !rest.starts_with("/**/"));
        if doc {
            return None;
        }
        if rest.starts_with("//") {
            let line = rest.split('\n').next().unwrap_or(rest);
            return Some(at + line.trim_end_matches('\r').len());
        }
        if !rest.starts_with("/*") {
            return None;
        }
        at += block_comment(rest)?;
    }
}

/// The length of the comment that a string begins with. Comments may be nested.
pub(crate) fn block_comment(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let (mut at, mut depth) = (0, 0_usize);
    while at < bytes.len() {
        match &bytes[at..] {
            [b'/', b'*', ..] => {
                depth += 1;
                at += 2;
            }
            [b'*', b'/', ..] => {
                depth = depth.checked_sub(1)?;
                at += 2;
                if depth == 0 {
                    return Some(at);
                }
            }
            _ => at += 1,
        }
    }
    None
}

/// The first byte from here that is not a blank.
pub(crate) fn next_on_line(text: &str, at: usize) -> usize {
    let rest = &text[at..];
    at + rest.len() - rest.trim_start_matches([' ', '\t']).len()
}

/// The blanks before a byte, if its line has nothing else before it.
pub(crate) fn indent_at(text: &str, at: usize) -> Option<&str> {
    let line = text[..at].rfind('\n').map_or(0, |newline| newline + 1);
    let before = &text[line..at];
    before
        .chars()
        .all(|c| matches!(c, ' ' | '\t'))
        .then_some(before)
}

/// The blanks that the line of a byte begins with.
fn line_indent(text: &str, at: usize) -> &str {
    let line = text[..at].rfind('\n').map_or(0, |newline| newline + 1);
    &text[line..next_on_line(text, line).min(at)]
}
