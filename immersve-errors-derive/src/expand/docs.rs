//! The table of codes on the enum's page of documentation, where the variants show only their names.
//!
//! A derive does not know whether rustdoc runs, and no other build needs the table. So the expansion contains
//! the enum itself, in an attribute that the compiler reads under rustdoc only. There a macro makes the table
//! of it.

use std::fmt::Write as _;

use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens as _, quote};
use syn::ext::IdentExt as _;

use crate::diagnostics::Diagnostics;
use crate::item::Item;
use crate::model::{Code, Model, Role};

/// The documentation of the impl.
pub(super) fn of(input: &TokenStream) -> TokenStream {
    quote!(#[cfg_attr(doc, doc = __immersve::table_of_codes!(#input))])
}

/// The documentation itself, as a literal; empty where the derive reports mistakes.
pub(crate) fn table_of_codes(input: TokenStream) -> TokenStream {
    let table = syn::parse2(input).ok().and_then(|item: Item| {
        let mut errors = Diagnostics::new();
        let model = Model::read(&item, &mut errors);
        errors.finish().is_none().then(|| text(&model))
    });
    table.unwrap_or_default().into_token_stream()
}

fn text(model: &Model) -> String {
    let mut text = String::new();
    if let Some(operation) = &model.operation {
        let _ = writeln!(text, "The codes of {}.\n", literal(operation));
    }
    // The table has no variants that are hidden from the page, and no columns that are empty.
    let shown = || model.variants.iter().filter(|variant| !variant.hidden);
    let codes: Vec<(&Ident, &Code)> = shown()
        .filter_map(|variant| match &variant.role {
            Role::Code(code) => Some((&variant.ident, code)),
            _ => None,
        })
        .collect();
    let columns: Vec<&Column> = COLUMNS
        .iter()
        .filter(|column| {
            codes
                .iter()
                .any(|(_, code)| !(column.cell)(code).is_empty())
        })
        .collect();
    if !codes.is_empty() {
        text.push_str("| code | variant |");
        for column in &columns {
            let _ = write!(text, " {} |", column.title);
        }
        text.push_str("\n|---|---|");
        text.push_str(&"---|".repeat(columns.len()));
        text.push('\n');
        for (ident, code) in codes {
            let canonical = literal(&code.canonical.value);
            let _ = write!(text, "| {canonical} | {} |", link(ident));
            for column in &columns {
                let _ = write!(text, " {} |", (column.cell)(code));
            }
            text.push('\n');
        }
    }
    for variant in shown() {
        let name = link(&variant.ident);
        let line = match &variant.role {
            Role::Code(_) => continue,
            Role::Embed {
                payload,
                unknown: None,
            } => format!("{name} has the codes of {}.", type_name(payload)),
            Role::Embed { payload, .. } => format!(
                "{name} has the other codes of {}, and keeps any other text.",
                type_name(payload)
            ),
            Role::Unknown { .. } => format!("{name} keeps any other text."),
        };
        let _ = write!(text, "\n{line}\n");
    }
    text
}

/// A link to the variant on the page.
fn link(ident: &Ident) -> String {
    let name = ident.unraw();
    format!("[`{name}`](variant@Self::{name})")
}

struct Column {
    title: &'static str,
    cell: fn(&Code) -> String,
}

static COLUMNS: [Column; 4] = [
    Column {
        title: "meaning",
        cell: meaning,
    },
    Column {
        title: "status, if not 403",
        cell: |code| {
            let statuses: Vec<_> = code.statuses.iter().map(u16::to_string).collect();
            if statuses == ["403"] {
                String::new()
            } else {
                statuses.join(", ")
            }
        },
    },
    Column {
        title: "retry",
        cell: |code| match code.retry {
            Some(retry) => retry.name().replace('_', " "),
            None => String::new(),
        },
    },
    Column {
        title: "aliases",
        cell: |code| {
            let aliases: Vec<_> = code
                .aliases
                .iter()
                .map(|alias| literal(&alias.value))
                .collect();
            aliases.join(", ")
        },
    },
];

/// The first paragraph of the description, and whether the code is deprecated.
fn meaning(code: &Code) -> String {
    let mut cell = String::new();
    if let Some(note) = &code.deprecated {
        cell.push_str("**Deprecated**");
        let note = plain(note);
        if !note.is_empty() {
            let _ = write!(cell, ": {note}");
        }
        cell.push_str(". ");
    }
    let known = code.description.as_ref().and_then(|text| text.known());
    if let Some(text) = known {
        cell.push_str(&plain(text.split("\n\n").next().unwrap_or_default()));
    }
    cell.trim_end().to_owned()
}

/// A code or an alias in Markdown's code style, whatever characters it has.
fn literal(text: &str) -> String {
    if text
        .bytes()
        .all(|byte| byte.is_ascii_alphanumeric() || b"_-./:".contains(&byte))
    {
        return format!("`{text}`");
    }
    let mut escaped = String::new();
    for c in text.chars() {
        if c.is_ascii_alphanumeric() {
            escaped.push(c);
        } else {
            let _ = write!(escaped, "&#{};", u32::from(c));
        }
    }
    format!("<code>{escaped}</code>")
}

/// The last name of a type.
fn type_name(ty: &TokenStream) -> String {
    match syn::parse2(ty.clone()) {
        Ok(syn::Type::Group(group)) => type_name(&group.elem.to_token_stream()),
        Ok(syn::Type::Path(path)) => match path.path.segments.last() {
            Some(last) => format!("`{}`", last.ident),
            None => "its enum".to_owned(),
        },
        _ => "its enum".to_owned(),
    }
}

/// Markdown for a cell: one line, with the text of each link but not its target, which may be defined elsewhere.
fn plain(markdown: &str) -> String {
    let mut plain = String::new();
    let mut in_code = false;
    let mut chars = markdown.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '`' => {
                in_code = !in_code;
                plain.push(c);
            }
            '\n' => plain.push(' '),
            '|' => plain.push_str("\\|"),
            _ if in_code => plain.push(c),
            '[' => {}
            ']' => {
                let close = match chars.peek() {
                    Some('(') => ')',
                    Some('[') => ']',
                    _ => continue,
                };
                for c in chars.by_ref() {
                    if c == close {
                        break;
                    }
                }
            }
            '<' => plain.push_str("&lt;"),
            '&' => plain.push_str("&amp;"),
            c => plain.push(c),
        }
    }
    if in_code {
        plain.push('`');
    }
    plain.trim().trim_end_matches('\\').to_owned()
}

#[cfg(test)]
mod tests {
    use super::{literal, plain};

    #[test]
    fn a_code_is_shown_as_it_is() {
        assert_eq!(literal("CARD_NOT_FOUND"), "`CARD_NOT_FOUND`");
        assert_eq!(literal("card.not-found/1:2"), "`card.not-found/1:2`");
        assert_eq!(
            literal("A|`*_<B>"),
            "<code>A&#124;&#96;&#42;&#95;&#60;B&#62;</code>"
        );
    }

    #[test]
    fn a_description_stays_within_its_cell() {
        for (markdown, cell) in [
            ("The card\nis lost.", "The card is lost."),
            ("A | B, `a | b`", "A \\| B, `a \\| b`"),
            (
                "See [`Card`] and [the docs](https://x.y), [a][b].",
                "See `Card` and the docs, a.",
            ),
            ("`[x]` stays", "`[x]` stays"),
            ("Vec<T> & more", "Vec&lt;T> &amp; more"),
            ("open ` code", "open ` code`"),
        ] {
            assert_eq!(plain(markdown), cell, "{markdown}");
        }
    }
}
