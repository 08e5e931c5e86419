//! What the derive writes, as a person would read it.
//!
//! Each `golden/*.in.rs` expands to the `.out.rs` beside it. After a change that is meant, bless the
//! new text with `BLESS=1 cargo test -p immersve-errors-derive golden` and read the difference.

use std::path::Path;
use std::{env, fs};

/// The expansion of one input, formatted.
fn expansion(input: &str) -> String {
    let tokens = crate::derive::derive(input.parse().unwrap());
    // It changes with every version.
    prettyplease::unparse(&syn::parse2(tokens).unwrap())
        .replace(&crate::hash::FINGERPRINT.to_string(), "FINGERPRINT")
}

fn holds(case: &str) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("golden");
    let input = fs::read_to_string(folder.join(format!("{case}.in.rs"))).unwrap();
    let output = folder.join(format!("{case}.out.rs"));
    let now = expansion(&input);
    if env::var_os("BLESS").is_some() {
        fs::write(output, now).unwrap();
        return;
    }
    let blessed = fs::read_to_string(output).unwrap_or_default();
    assert!(
        now == blessed,
        "`{case}` expands to something else; see the head of golden.rs\n\n{now}"
    );
}

#[test]
fn closed_enum_expands_as_blessed() {
    holds("closed");
}

#[test]
fn open_enum_expands_as_blessed() {
    holds("open");
}

#[test]
fn embedding_enum_expands_as_blessed() {
    holds("embed");
}

#[test]
fn enum_with_error_attributes_leaves_display_to_thiserror() {
    holds("thiserror");
}

#[test]
fn mistake_expands_to_one_error_and_inert_impls() {
    holds("mistake");
}
