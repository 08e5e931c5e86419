//! The text of a doc comment, without the comment marks and the indentation.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::{Attribute, Expr, ExprLit, Lit, Meta};

use crate::{attr::is_called, paragraph::on_one_line};

/// The text of a variant's doc comment, as an expression.
///
/// Each paragraph becomes one line. Line breaks are preserved if a part is a macro such as `include_str!`, which is not
/// expanded yet.
pub(crate) fn description(attrs: &[Attribute]) -> TokenStream {
    let mut parts = Vec::new();
    let mut texts = Vec::new();
    for attr in attrs.iter().filter(|attr| is_called(attr, "doc")) {
        let Meta::NameValue(pair) = &attr.meta else {
            continue;
        };
        let Some(text) = string(&pair.value) else {
            let text = clean(&std::mem::take(&mut texts));
            let value = &pair.value;
            // Each attribute ends its line.
            parts.push(quote!(#text, #value, "\n"));
            continue;
        };
        texts.push(text);
    }
    let text = clean(&texts);
    if !parts.is_empty() {
        return quote! {
            __immersve::str::trim_ascii(__immersve::concat!(#(#parts,)* #text))
        };
    }
    on_one_line(&text).trim().to_token_stream()
}

/// The value of a string literal. A fragment of `macro_rules` may be in a group.
pub(crate) fn string(value: &Expr) -> Option<String> {
    match value {
        Expr::Lit(ExprLit {
            lit: Lit::Str(text),
            ..
        }) => Some(text.value()),
        Expr::Group(group) => string(&group.expr),
        Expr::Paren(paren) => string(&paren.expr),
        _ => None,
    }
}

/// The texts of several attributes, joined line by line.
fn clean(texts: &[String]) -> String {
    let mut clean = String::new();
    let mut texts = texts.iter().peekable();
    while let Some(text) = texts.next() {
        if text.contains('\n') {
            push_lines(&mut clean, block(text));
            continue;
        }
        // Comments of one line that follow each other share their indentation.
        let mut lines = vec![text.as_str()];
        while let Some(next) = texts.next_if(|next| !next.contains('\n')) {
            lines.push(next);
        }
        push_lines(&mut clean, unindented(&lines));
    }
    clean
}

fn push_lines(text: &mut String, lines: Vec<&str>) {
    for line in lines {
        let end = line.trim_end();
        text.push_str(end);
        if !end.is_empty() && line.ends_with("  ") {
            // Markdown keeps the line break after two spaces.
            text.push_str("  ");
        }
        text.push('\n');
    }
}

/// The lines of `/** ... */`, which may begin with stars.
fn block(text: &str) -> Vec<&str> {
    let mut lines: Vec<&str> = text.lines().collect();
    let led = lines[1..]
        .iter()
        .filter(|line| !line.trim().is_empty())
        .all(|line| line.trim_start().starts_with('*'));
    if led {
        for line in &mut lines[1..] {
            let rest = line.trim_start();
            *line = rest.strip_prefix('*').unwrap_or(rest);
        }
        if let Some(rest) = lines[0].trim_start().strip_prefix('*') {
            lines[0] = rest;
        }
        return unindented(&lines);
    }
    if !text.starts_with(char::is_whitespace) {
        // This was not a comment but a string with several lines.
        return lines;
    }
    let mut clean = vec![lines[0].trim_start()];
    clean.extend(unindented(&lines[1..]));
    clean
}

/// The lines without the indentation that they share. A line without indentation stays as it is.
fn unindented<'a>(lines: &[&'a str]) -> Vec<&'a str> {
    let indentation = |line: &str| line.len() - line.trim_start_matches([' ', '\t']).len();
    let shared = lines
        .iter()
        .filter(|line| !line.trim().is_empty())
        .map(|line| indentation(line))
        .filter(|indentation| *indentation > 0)
        .min()
        .unwrap_or(0);
    lines
        .iter()
        .map(|line| &line[shared.min(indentation(line))..])
        .collect()
}

#[cfg(test)]
mod tests {
    use proc_macro2::TokenStream;
    use syn::{DeriveInput, LitStr, parse_str, parse2};

    use super::description;

    fn of(docs: &str) -> TokenStream {
        let input: DeriveInput = parse_str(&format!("{docs}\nstruct S;")).unwrap();
        description(&input.attrs)
    }

    fn text(docs: &str) -> String {
        parse2::<LitStr>(of(docs)).unwrap().value()
    }

    #[test]
    fn marks_and_indentation_of_a_comment_are_removed() {
        for (docs, meant) in [
            ("", ""),
            ("///", ""),
            ("/// One.", "One."),
            (
                "/// One.\n/// Two. \n///\n/// Three.",
                "One. Two.\n\nThree.",
            ),
            ("///One.", "One."),
            ("/// One:\n///\n///     code", "One:\n\n    code"),
            ("///   One.\n///   Two.", "One. Two."),
            ("/** One. */", "One."),
            (
                "/**\n * One.\n * Two.\n *\n * Three.\n */",
                "One. Two.\n\nThree.",
            ),
            (
                "/**\n      * One.\n      *   - Two.\n      */",
                "One.\n  - Two.",
            ),
            ("/** One.\n  * Two.\n  */", "One. Two."),
            (
                "/**\n    One.\n    Two.\n\n      Three.\n    */",
                "One. Two.\n\n  Three.",
            ),
            ("/** One.\n    Two.\n */", "One. Two."),
            ("/**\n\tOne.\n\tTwo.\n*/", "One. Two."),
            ("/// One.  \n/// Two.", "One.\nTwo."),
            (
                "/** * not a star of the frame */",
                "* not a star of the frame",
            ),
            ("/// * a list\n/// * of two", "* a list\n* of two"),
            (r#"#[doc = "One."] #[doc = "Two."]"#, "One. Two."),
            (r#"#[doc = "One."] #[doc = " Two."]"#, "One. Two."),
            (r#"#[doc = "One:\n    code"]"#, "One:\n    code"),
            (r#"#[r#doc = "One."]"#, "One."),
            ("#[doc(hidden)] /// One.\n", "One."),
            ("/** One. */ /// Two.\n", "One. Two."),
        ] {
            assert_eq!(text(docs), meant, "{docs}");
        }
    }

    #[test]
    fn macros_stay_between_the_texts_around_them() {
        let docs = r#"/// One.
        #[doc = include_str!("card.md")]
        #[doc = concat!("a", "b")]
        /// Two.
        "#;
        let tokens = of(docs).to_string();
        let index = |part: &str| {
            tokens
                .find(part)
                .unwrap_or_else(|| panic!("{part}: {tokens}"))
        };
        assert!(index(r#""One.\n""#) < index(r#"include_str ! ("card.md")"#));
        assert!(index("card.md") < index(r#"concat ! ("a" , "b")"#));
        assert!(index(r#""b""#) < index(r#""Two.\n""#));
    }
}
