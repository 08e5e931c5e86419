//! What the derive says about mistakes, word by word.
//!
//! Each folder under `ui/` is a rule. Every word there is the derive's own, so the cases match on any
//! toolchain. Where the compiler has the word, the case lies under `ui-pinned/` and runs on the one
//! toolchain that it was blessed on. Bless with `TRYBUILD=overwrite cargo test -p immersve-errors-tests --test ui`, and read
//! the difference as the person who made the mistake.
//!
//! Enums that compile are in `behaviour/accepted.rs`. If one of the cases here had to compile, trybuild would build all
//! dependencies of this crate instead of only checking them.

mod counted;

use std::io::Write as _;
use std::process::Command;

/// The toolchain whose wording `ui-pinned/` has.
const PINNED: &str = "rustc 1.95.";

/// The version of the compiler, as it says it itself.
fn version() -> String {
    let rustc = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let version = Command::new(rustc).arg("--version").output().unwrap();
    String::from_utf8(version.stdout).unwrap()
}

/// Whether this is the toolchain that `ui-pinned/` was blessed on.
fn pinned() -> bool {
    version().starts_with(PINNED)
}

#[test]
fn mistakes_are_explained() {
    let cases = trybuild::TestCases::new();
    cases.compile_fail("ui/*/*.rs");
    if pinned() {
        cases.compile_fail("ui-pinned/*/*.rs");
    } else {
        // Past the test harness, which would keep it to itself.
        let _ = write!(
            std::io::stderr(),
            "skipping `ui-pinned`: it is worded by {PINNED}x, this is {}",
            version()
        );
    }
}
