//! Writes text and inline code into a line of Markdown.

/// A string on one line as inline code, whatever backticks it has.
pub(super) fn code_span(text: &str) -> String {
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

/// Adds inline code, separated from other backticks.
pub(super) fn push_code(line: &mut String, code: &str) {
    if !code.is_empty() && line.ends_with('`') {
        line.push(' ');
    }
    line.push_str(code);
}

/// Adds text without a meaning in Markdown, in which `signs` have one too. A word that is linked becomes inline code.
pub(super) fn push_text(
    line: &mut String,
    text: &str,
    signs: &[char],
    is_linked: impl Fn(&str) -> bool,
    show: impl Fn(&str) -> String,
) {
    for word in text.split_inclusive(' ') {
        let linked = word.trim_matches(|c: char| "()[]<>.,;:!?\"' ".contains(c));
        let around = word.split_once(linked).filter(|_| is_linked(linked));
        let (before, after) = around.unwrap_or((word, ""));
        line.push_str(&escape(&show(before), signs));
        if around.is_some() {
            push_code(line, &code_span(&show(linked)));
            line.push_str(&escape(&show(after), signs));
        }
    }
}

/// A string, escaped so that it has no meaning in Markdown, with as few backslashes as possible.
fn escape(text: &str, signs: &[char]) -> String {
    let mut escaped = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    let mut before = None;
    while let Some(c) = chars.next() {
        let after = chars.peek().copied();
        let alphanumeric = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        let special = match c {
            '`' | '*' | '[' | ']' | '<' | '~' | '|' => true,
            '\\' => after.is_none_or(|c| c.is_ascii_punctuation()),
            '_' => !(alphanumeric(before) && alphanumeric(after)),
            '&' => after.is_some_and(|c| c.is_ascii_alphanumeric() || c == '#'),
            c => signs.contains(&c),
        };
        if special {
            escaped.push('\\');
        }
        escaped.push(c);
        before = Some(c);
    }
    escaped
}
