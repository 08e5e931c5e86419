//! The public API, held to the listing in `public-api.txt`, all features on.
//!
//! After a change that is meant, bless the new listing with
//! `BLESS=1 cargo test -p immersve-errors-tests --test public_api`, and read the difference.
//! It takes nightly's rustdoc and `cargo install cargo-public-api`; without them the test says that
//! it was skipped.

use std::io::Write as _;
use std::path::Path;
use std::process::Command;
use std::{env, fs};

fn public_api(arguments: &[&str]) -> Option<String> {
    let output = Command::new("cargo")
        .args(["+nightly", "public-api"])
        .args(arguments)
        .current_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join(".."))
        .output()
        .ok()?;
    (output.status.success()).then(|| String::from_utf8(output.stdout).unwrap())
}

#[test]
fn the_public_api_is_as_listed() {
    if public_api(&["--version"]).is_none() {
        // The macros' output is captured and shown only if a test fails; this is shown.
        let note = "public_api: SKIPPED, as there is no `cargo +nightly public-api`\n";
        std::io::stderr().write_all(note.as_bytes()).unwrap();
        return;
    }
    let now = public_api(&["-p", "immersve-errors", "--all-features", "-sss"])
        .expect("`cargo +nightly public-api` lists the crate");
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("public-api.txt");
    if env::var_os("BLESS").is_some() {
        fs::write(file, now).unwrap();
        return;
    }
    let listed = fs::read_to_string(file).unwrap();
    let only = |of: &str, not_of: &str, sign: &str| {
        of.lines()
            .filter(|line| !not_of.lines().any(|other| other == *line))
            .flat_map(|line| [sign, line, "\n"])
            .collect::<String>()
    };
    assert!(
        listed == now,
        "the public API has changed; see the head of public_api.rs\n{}{}",
        only(&listed, &now, "- "),
        only(&now, &listed, "+ "),
    );
}
