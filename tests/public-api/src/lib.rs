//! The public API, held to the listing in `listing.txt`, all features on.
//!
//! After a change that is meant, bless the new listing with
//! `BLESS=1 cargo test -p immersve-errors-test-public-api`, and read the difference. It takes nightly's
//! rustdoc; without one whose format is known the test says that it was skipped.
#![cfg(test)]

use std::{env, fs, io::Write as _, path::Path, process::Command};

/// Says why there is nothing to compare. Output of the macros is shown only where a test fails.
fn skip(why: &str) {
    let note = format!("public_api: SKIPPED, as {why}\n");
    std::io::stderr().write_all(note.as_bytes()).unwrap();
}

fn nightly(arguments: &[&str]) -> bool {
    Command::new("cargo")
        .arg("+nightly")
        .args(arguments)
        .output()
        .is_ok_and(|output| output.status.success())
}

#[test]
fn the_public_api_is_as_listed() {
    if !nightly(&["--version"]) {
        return skip("there is no nightly toolchain");
    }
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let target = here.join("../../target/public-api");
    let of_rustdoc = [
        "-Zunstable-options",
        "--output-format=json",
        "--cap-lints=allow",
    ];
    let mut arguments = vec![
        "rustdoc",
        "-p",
        "immersve-errors",
        "--lib",
        "--all-features",
    ];
    arguments.extend(["--target-dir", target.to_str().unwrap(), "--"]);
    arguments.extend(of_rustdoc);
    assert!(
        nightly(&arguments),
        "`cargo +nightly {}` fails",
        arguments.join(" ")
    );
    let json = target.join("doc/immersve_errors.json");
    let now = public_api::Builder::from_rustdoc_json(json)
        .omit_blanket_impls(true)
        .omit_auto_trait_impls(true)
        .omit_auto_derived_impls(true)
        .build();
    let now = match now {
        Ok(now) => now.to_string(),
        Err(public_api::Error::SerdeJsonError(error)) => {
            return skip(&format!(
                "this nightly's rustdoc speaks another format: {error}"
            ));
        }
        Err(error) => panic!("{error}"),
    };
    let file = here.join("listing.txt");
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
        "the public API has changed; see the head of tests/public-api/src/lib.rs\n{}{}",
        only(&listed, &now, "- "),
        only(&now, &listed, "+ "),
    );
}
