//! HTML in the Markdown of a description: the names of its tags, and its text.

/// The name of an HTML tag, with a `/` where it ends an element.
pub(crate) fn name(tag: &str) -> String {
    let name = tag.trim_start_matches('<');
    let end = name
        .get(1..)
        .and_then(|rest| rest.find(|c: char| !c.is_ascii_alphanumeric()));
    let name = name.get(..end.map_or(name.len(), |end| end + 1));
    name.unwrap_or_default().to_ascii_lowercase()
}

/// The text of HTML. Of comments and tags only the line breaks are kept.
pub(crate) fn text(html: &str) -> String {
    let mut text = String::with_capacity(html.len());
    let mut rest = html;
    while let Some((before, inside)) = rest.split_once('<') {
        text.push_str(before);
        let (inside, end) = match inside.strip_prefix("!--") {
            Some(comment) => (comment, "-->"),
            None => (inside, ">"),
        };
        let (inside, after) = inside.split_once(end).unwrap_or((inside, ""));
        text.extend(inside.chars().filter(|c| *c == '\n'));
        rest = after;
    }
    text.push_str(rest);
    text
}
