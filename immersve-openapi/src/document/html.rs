//! HTML in the Markdown of a description: the names of its tags, and its text.

use html5gum::{DefaultEmitter, Token, Tokenizer};

/// The elements that do not divide the text around them.
const INLINE: [&str; 29] = [
    "a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins",
    "kbd", "mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "tt", "u",
    "var", "wbr",
];

/// The name of an HTML tag, with a `/` where it ends an element.
pub(crate) fn name(tag: &str) -> String {
    let name = tag.trim_start_matches('<');
    let end = name
        .get(1..)
        .and_then(|rest| rest.find(|c: char| !c.is_ascii_alphanumeric()));
    let name = name.get(..end.map_or(name.len(), |end| end + 1));
    name.unwrap_or_default().to_ascii_lowercase()
}

/// Whether this tag separates the text before it from the text after it, like a cell or an item.
pub(crate) fn divides(name: &str) -> bool {
    let name = name.trim_start_matches('/');
    name.starts_with(|c: char| c.is_ascii_alphabetic()) && !INLINE.contains(&name)
}

/// The text of HTML, line by line. Cells and items are separated.
pub(crate) fn text(html: &str) -> String {
    text_divided(html, divides)
}

/// The text of HTML, separated at tags with these names.
pub(crate) fn text_divided(html: &str, divides: impl Fn(&str) -> bool) -> String {
    let mut text = String::with_capacity(html.len());
    let emitter = DefaultEmitter::<usize>::new_with_span();
    for Ok(token) in Tokenizer::new_with_emitter(html, emitter) {
        let (name, span) = match token {
            Token::String(string) => {
                text.push_str(&String::from_utf8_lossy(&string));
                continue;
            }
            Token::StartTag(tag) => (tag.name, tag.span),
            Token::EndTag(tag) => (tag.name, tag.span),
            Token::Comment(comment) => (comment.value, comment.span),
            Token::Doctype(doctype) => (doctype.name, doctype.span),
            Token::Error(_) => continue,
        };
        if divides(&String::from_utf8_lossy(&name)) {
            text.push(' ');
        }
        let source = html.get(span.start..span.end).unwrap_or_default();
        text.extend(source.chars().filter(|c| *c == '\n'));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::text;

    #[test]
    fn cells_and_items_are_apart_and_inline_elements_are_not() {
        for (html, shown) in [
            ("<td>A_B</td><td>c</td>", " A_B  c "),
            ("<li>A_B<li>C_D", " A_B C_D"),
            ("A_<b>B</b><wbr>C", "A_BC"),
            ("A&#95;B &lt;", "A_B <"),
            ("a <!-- b\nc --> d\n<p\n>e", "a \n d\n \ne"),
            ("1 < 2 <", "1 < 2 <"),
            ("<td title='>'>A_B", " A_B"),
        ] {
            assert_eq!(text(html), shown, "{html}");
        }
    }
}
