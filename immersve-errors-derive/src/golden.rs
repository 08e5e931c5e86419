//! Compares the code that the derive generates, formatted, with blessed files.
//!
//! Each `golden/*.in.rs` expands to the `.out.rs` beside it, and rustdoc shows the `.page.md` beside it, if there
//! is one. After an intended change, write the new files with
//! `BLESS=1 cargo test -p immersve-errors-derive golden` and read the difference.

use std::path::{Path, PathBuf};
use std::{env, fs};

use proc_macro2::{TokenStream, TokenTree};

/// The expansion of one input, formatted.
fn expansion(input: &str) -> String {
    let tokens = crate::derive::derive(&input.parse().unwrap());
    // The fingerprint changes with `hash.rs`.
    prettyplease::unparse(&syn::parse2(tokens).unwrap())
        .replace(&crate::hash::FINGERPRINT.to_string(), "FINGERPRINT")
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("golden")
}

fn input(case: &str) -> String {
    fs::read_to_string(folder().join(format!("{case}.in.rs"))).unwrap()
}

/// What the page of the enum shows of its codes.
fn page(input: &str) -> String {
    let text = crate::expand::table_of_codes(input.parse().unwrap());
    syn::parse2::<syn::LitStr>(text).unwrap().value()
}

fn is_as_blessed(case: &str) {
    let input = input(case);
    check(case, "out.rs", expansion(&input));
    check(case, "page.md", page(&input));
}

fn check(case: &str, extension: &str, now: String) {
    let output = folder().join(format!("{case}.{extension}"));
    if env::var_os("BLESS").is_some() && !now.is_empty() {
        fs::write(output, now).unwrap();
        return;
    }
    let blessed = fs::read_to_string(output).unwrap_or_default();
    assert!(
        now == blessed,
        "`{case}.{extension}` has another text now; the first lines of golden.rs say what to do\n\n{now}"
    );
}

#[test]
fn closed_enum_expands_as_blessed() {
    is_as_blessed("closed");
}

#[test]
fn open_enum_expands_as_blessed() {
    is_as_blessed("open");
}

#[test]
fn embedding_enum_expands_as_blessed() {
    is_as_blessed("embed");
}

#[test]
fn extending_enum_expands_as_blessed() {
    is_as_blessed("extend");
}

#[test]
fn enum_with_error_attributes_leaves_display_to_thiserror() {
    is_as_blessed("thiserror");
}

#[test]
fn mistake_expands_to_one_error_and_inert_impls() {
    is_as_blessed("mistake");
}

#[test]
fn what_the_compiler_reports_expands_to_inert_impls_and_a_lint() {
    is_as_blessed("unreadable");
}

/// Each method call in the tokens: the last name of its receiver, and its own name.
fn method_calls(tokens: TokenStream, calls: &mut Vec<String>) {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    for window in tokens.windows(5) {
        if let [
            before,
            receiver,
            TokenTree::Punct(dot),
            TokenTree::Ident(name),
            TokenTree::Group(_),
        ] = window
        {
            if dot.as_char() == '.' {
                let receiver = match receiver {
                    TokenTree::Group(_) => before.to_string(),
                    token => token.to_string(),
                };
                calls.push(format!("{receiver}.{name}"));
            }
        }
    }
    for token in tokens {
        if let TokenTree::Group(group) = token {
            method_calls(group.stream(), calls);
        }
    }
}

#[test]
fn no_expansion_calls_a_method_that_a_trait_could_catch() {
    // These are inherent and take `self` by value, so Rust prefers them to the methods of any trait.
    let safe = [
        "Held.as_str",
        "Held.info",
        "Held.text",
        "new.from_code",
        "new.info_of",
        "new.keep",
    ];
    let mut seen = Vec::new();
    for case in ["closed", "embed", "extend", "mistake", "open", "thiserror"] {
        let input = input(case);
        method_calls(crate::derive::derive(&input.parse().unwrap()), &mut seen);
    }
    for call in &seen {
        assert!(safe.contains(&call.as_str()), "an expansion calls {call}");
    }
    for call in safe {
        assert!(seen.iter().any(|seen| seen == call), "nothing calls {call}");
    }
}
