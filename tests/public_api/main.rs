//! Checks the public API of both libraries, with all features, against the listings in this folder.
//!
//! The listings contain what users rely on: items, their derived impls, and whether they are `Send`,
//! `Sync`, `Unpin` and unwind safe. `.ci/run` runs these tests; they build all dependencies again, with nightly, so
//! `cargo test` ignores them. After an intended change, write new listings, and read the difference:
//!
//! ```sh
//! BLESS=1 cargo test -p immersve-errors-tests --features public-api --test public_api -- --ignored
//! ```
//!
//! The tests need the rustdoc of a nightly toolchain with a known format. Without it, they print that they
//! were skipped.

use std::{
    collections::BTreeSet,
    env, fs,
    io::Write as _,
    path::{Path, PathBuf},
    process::Command,
    sync::LazyLock,
};

/// Prints why there is nothing to compare. It does not use `println!`, whose output is shown only if a
/// test fails.
fn skip(why: &str) {
    let note = format!("public_api: SKIPPED, because {why}\n");
    std::io::stderr().write_all(note.as_bytes()).unwrap();
}

fn nightly(arguments: &[&str]) -> bool {
    Command::new("cargo")
        .arg("+nightly")
        .args(arguments)
        .env(
            "RUSTDOCFLAGS",
            "-Zunstable-options --output-format=json --cap-lints=allow",
        )
        .output()
        .is_ok_and(|output| output.status.success())
}

/// The folder with the JSON that rustdoc writes for both libraries. One command writes both, so that their common
/// dependencies are built once.
static DOCUMENTED: LazyLock<PathBuf> = LazyLock::new(|| {
    let target = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/public-api");
    let mut arguments = vec!["doc", "--no-deps", "--lib", "--all-features"];
    arguments.extend(["-p", "immersve-errors", "-p", "immersve-openapi"]);
    arguments.extend(["--target-dir", target.to_str().unwrap()]);
    assert!(
        nightly(&arguments),
        "`cargo +nightly {}` fails",
        arguments.join(" ")
    );
    target.join("doc")
});

fn check(package: &str) {
    if !nightly(&["--version"]) {
        return skip("there is no nightly toolchain");
    }
    let here = Path::new(env!("CARGO_MANIFEST_DIR")).join("public_api");
    let json = DOCUMENTED.join(package.replace('-', "_") + ".json");
    let now = public_api::Builder::from_rustdoc_json(json)
        .omit_blanket_impls(true)
        .build();
    let now = match now {
        Ok(now) => now,
        Err(public_api::Error::SerdeJsonError(error)) => {
            return skip(&format!(
                "this nightly's rustdoc speaks another format: {error}"
            ));
        }
        Err(error) => panic!("{error}"),
    };
    let now: BTreeSet<_> = now
        .items()
        .map(ToString::to_string)
        .filter(|item| is_promise(item))
        .collect();
    let file = here.join(format!("{package}.txt"));
    if env::var_os("BLESS").is_some() {
        let lines: Vec<_> = now.into_iter().collect();
        fs::write(file, lines.join("\n") + "\n").unwrap();
        return;
    }
    let listed = fs::read_to_string(file).unwrap();
    let listed: BTreeSet<_> = listed.lines().map(ToOwned::to_owned).collect();
    let gone = listed.difference(&now).map(|item| format!("- {item}\n"));
    let new = now.difference(&listed).map(|item| format!("+ {item}\n"));
    let changes: String = gone.chain(new).collect();
    assert!(
        changes.is_empty(),
        "the public API of {package} has changed; see the head of tests/public_api/main.rs\n{changes}",
    );
}

/// Whether users see an item. The helper traits behind `PartialEq` and similar derives are left out.
fn is_promise(item: &str) -> bool {
    [
        "core::marker::StructuralPartialEq",
        "core::marker::Freeze",
        "core::marker::UnsafeUnpin",
    ]
    .iter()
    .all(|inner| !item.contains(inner))
}

#[test]
#[ignore = "builds all dependencies again, with nightly; run by `.ci/run`"]
fn the_public_api_of_the_runtime_is_as_listed() {
    check("immersve-errors");
}

#[test]
#[ignore = "builds all dependencies again, with nightly; run by `.ci/run`"]
fn the_public_api_of_the_contract_tool_is_as_listed() {
    check("immersve-openapi");
}
