//! The table of codes on the enum's page of documentation.

use std::fmt::Write as _;

use syn::ext::IdentExt as _;

use crate::model::{Code, Model, PayloadKind, Role};

/// The documentation of the impl of `ImmersveErrorCode`.
pub(super) fn table_of_codes(model: &Model) -> String {
    let mut docs =
        String::from("| variant | code | aliases | status | retry |\n|---|---|---|---|---|\n");
    for variant in model.variants.iter().filter(|variant| !variant.hidden) {
        let name = variant.ident.unraw();
        let cells = match &variant.role {
            Role::Code(code) => cells(code),
            Role::Payload { kind, .. } => format!("{} | | |", codes_of(*kind)),
        };
        let _ = writeln!(docs, "| [`{name}`](Self::{name}) | {cells} |");
    }
    docs
}

fn codes_of(kind: PayloadKind) -> &'static str {
    match kind {
        PayloadKind::Closed => "those of the embedded enum",
        PayloadKind::Open => "those of the extended enum, and any other text",
        PayloadKind::Unknown => "any other text",
    }
}

/// The other cells of a variant with a code.
fn cells(code: &Code) -> String {
    let canonical = literal(&code.canonical.value);
    let aliases: Vec<_> = (code.aliases.iter())
        .map(|alias| literal(&alias.value))
        .collect();
    let statuses: Vec<_> = code.statuses.iter().map(u16::to_string).collect();
    let statuses = match &statuses[..] {
        [] => "403".to_owned(),
        statuses => statuses.join(", "),
    };
    let retry = code
        .retry
        .map_or_else(String::new, |retry| literal(retry.name()));
    let aliases = aliases.join(", ");
    format!("{canonical} | {aliases} | {statuses} | {retry}")
}

/// A code or an alias in Markdown's code style, whatever characters it has.
fn literal(code: &str) -> String {
    if !code.contains(['`', '|', '\\']) {
        return format!("`{code}`");
    }
    let mut escaped = String::new();
    for c in code.chars() {
        let _ = write!(escaped, "&#{};", u32::from(c));
    }
    format!("<code>{escaped}</code>")
}

#[cfg(test)]
mod tests {
    use super::literal;

    #[test]
    fn a_code_is_shown_as_it_is() {
        assert_eq!(literal("CARD_NOT_FOUND"), "`CARD_NOT_FOUND`");
        assert_eq!(literal("card.<not>&found*"), "`card.<not>&found*`");
        assert_eq!(literal("A|`"), "<code>&#65;&#124;&#96;</code>");
    }
}
