//! Compares the code that the derive generates, formatted, with blessed files.
//!
//! Each `golden/*.in.rs` expands to the `.out.rs` beside it. After an intended change, write the new files with
//! `BLESS=1 cargo test -p immersve-errors-derive golden` and read the difference.

use std::path::{Path, PathBuf};
use std::{env, fs};

use proc_macro2::{TokenStream, TokenTree};

/// The expansion of one input, formatted.
fn expansion(input: &str) -> String {
    let tokens = crate::derive::derive(&input.parse().unwrap());
    // The version in the name changes with each release.
    prettyplease::unparse(&syn::parse2(tokens).unwrap())
        .replace(&crate::expand::runtime(), "__immersve_errors_VERSION")
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("golden")
}

fn input(case: &str) -> String {
    fs::read_to_string(folder().join(format!("{case}.in.rs"))).unwrap()
}

fn is_as_blessed(case: &str) {
    let now = expansion(&input(case));
    let output = folder().join(format!("{case}.out.rs"));
    if env::var_os("BLESS").is_some() {
        fs::write(output, now).unwrap();
        return;
    }
    let blessed = fs::read_to_string(output).unwrap_or_default();
    assert!(
        now == blessed,
        "`{case}` has another expansion now; the first lines of golden.rs say what to do\n\n{now}"
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
fn attributes_of_snafu_and_derive_more_leave_display_to_them() {
    for (attribute, is_derived) in [
        ("", true),
        ("#[snafu(display(\"lost\"))]", false),
        ("#[display(\"lost\")]", false),
    ] {
        for input in [
            format!("{attribute} enum E {{ CardLost }}"),
            format!("enum E {{ {attribute} CardLost }}"),
        ] {
            assert_eq!(
                expansion(&input).contains("fmt::Display for E"),
                is_derived,
                "{input}"
            );
        }
    }
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
fn an_expansion_uses_the_runtime_of_its_own_version() {
    let version = env!("CARGO_PKG_VERSION").replace('.', "_");
    let tokens = crate::derive::derive(&input("closed").parse().unwrap()).to_string();
    let import = format!("use :: immersve_errors :: __immersve_errors_{version} as __immersve");
    assert!(tokens.contains(&import), "{tokens}");
}

// So a variant that another macro adds later does not compile, instead of getting the index of another.
#[test]
fn an_expansion_names_every_variant_for_its_index() {
    let tokens = crate::derive::derive(&input("extend").parse().unwrap()).to_string();
    let (_, index) = tokens.split_once("fn __immersve_index").unwrap();
    let (index, _) = index.split_once("const").unwrap();
    for variant in ["CardOnFire", "CardInSpace", "Documented", "Shipping"] {
        assert!(index.contains(variant), "{index}");
    }
    assert!(!index.contains("_ =>"), "{index}");
}

#[test]
fn no_expansion_calls_a_method_that_a_trait_could_catch() {
    // These are inherent and take `self` by value, so Rust prefers them to the methods of any trait.
    let safe = [
        "FieldRef.as_str",
        "FieldRef.info",
        "FieldRef.text",
        "new.extend",
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
