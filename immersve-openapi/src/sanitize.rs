//! Makes text of a document safe for the place where it is shown or written.

#[cfg(feature = "cli")]
pub(crate) mod doc_comment;
#[cfg(feature = "cli")]
pub(crate) mod markdown;
pub(crate) mod terminal;

#[cfg(feature = "cli")]
/// A string on one line as inline code, whatever backticks it has.
pub(crate) fn code_span(text: &str) -> String {
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    // Markdown removes one space on each side of inline code, so a string with spaces there needs two more.
    let own_space = text.starts_with(' ') && text.ends_with(' ') && !text.trim().is_empty();
    let pad = if own_space || text.starts_with('`') || text.ends_with('`') {
        " "
    } else {
        ""
    };
    format!("{fence}{pad}{text}{pad}{fence}")
}
