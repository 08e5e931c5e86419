//! What the documents say about the crates is what their manifests and sources say.

use std::{collections::BTreeSet, fs, process::Command};

use crate::{read, root, sources};

const PUBLISHED: [&str; 3] = [
    "immersve-errors",
    "immersve-errors-derive",
    "immersve-openapi",
];

/// The lines of a table of a manifest.
fn table<'m>(manifest: &'m str, name: &str) -> Vec<&'m str> {
    manifest
        .lines()
        .skip_while(|line| *line != format!("[{name}]"))
        .skip(1)
        .take_while(|line| !line.starts_with('['))
        .collect()
}

#[test]
fn no_published_crate_may_have_unsafe_code() {
    let lints = table(&read("Cargo.toml"), "workspace.lints.rust").join("\n");
    assert!(lints.contains("unsafe_code = \"forbid\""), "{lints}");
    for name in PUBLISHED {
        let manifest = read(&format!("{name}/Cargo.toml"));
        assert!(
            table(&manifest, "lints").contains(&"workspace = true"),
            "{name}"
        );
    }
}

#[test]
fn security_lists_every_dependency_of_users_and_no_other() {
    let mut used = BTreeSet::new();
    for name in PUBLISHED {
        for line in table(&read(&format!("{name}/Cargo.toml")), "dependencies") {
            let end = line.find(['.', ' ']).unwrap_or(line.len());
            used.insert(line[..end].to_owned());
        }
    }
    used.remove("");
    let security = read("SECURITY.md");
    let (_, rows) = security.split_once("| crate | dependency | why |").unwrap();
    let listed: BTreeSet<String> = rows
        .lines()
        .skip(2)
        .take_while(|line| line.starts_with('|'))
        .filter_map(|row| row.split('|').nth(2))
        .flat_map(|cell| cell.split('`').skip(1).step_by(2))
        .map(str::to_owned)
        .collect();
    assert_eq!(used, listed);
}

#[test]
fn a_build_with_the_default_features_has_as_many_crates_as_security_says() {
    let security = read("SECURITY.md");
    let command = security
        .split('`')
        .find(|text| text.starts_with("cargo tree "))
        .unwrap();
    let (command, sort) = command.split_once(" | ").unwrap();
    assert_eq!(sort, "sort -u");
    let crates = crates(command);
    let count = format!("is built from {} crates", crates.len());
    assert!(security.contains(&count), "{crates:?}");
}

/// All dependencies that are needed for the tests of the runtime are built before its example.
#[test]
fn the_quickstart_builds_few_crates() {
    let crates =
        crates("cargo tree -p immersve-errors -e normal,build,dev --prefix none --no-dedupe");
    assert!(crates.len() <= 40, "{crates:?}");
}

/// The lines that this command prints.
fn crates(command: &str) -> BTreeSet<String> {
    let output = Command::new(env!("CARGO"))
        .args(command.split(' ').skip(1))
        .current_dir(root())
        .output()
        .unwrap();
    let crates = String::from_utf8(output.stdout).unwrap();
    crates.lines().map(str::to_owned).collect()
}

#[test]
fn the_derive_opens_no_file_and_no_connection() {
    let mut files = 0;
    for (file, source) in sources(&root().join("immersve-errors-derive/src")) {
        if file.ends_with("golden.rs") {
            // These tests read files.
            continue;
        }
        files += 1;
        for path in ["fs::", "std::fs", "net::", "std::net", "env::", "process::"] {
            assert!(!source.contains(path), "{file} uses {path}");
        }
    }
    assert!(files > 20, "{files}");
}

/// The derive builds a perfect hash with the file, and the runtime reads it with the same one. It is a link in the
/// derive's folder; a copy instead would do as long as it is equal.
#[test]
fn the_hash_is_the_same_in_the_derive_and_in_the_runtime() {
    let derive = read("immersve-errors-derive/src/hash.rs");
    let runtime = read("immersve-errors/src/derive_support/lookup/hash.rs");
    assert!(derive == runtime, "the two copies of `hash.rs` differ");
}

/// The target compiles the modules of the derive itself, and the tests do not compile the target.
#[test]
fn the_fuzz_target_of_the_derive_has_all_its_modules() {
    let modules = |source: &str| -> BTreeSet<String> {
        let lines = source.lines().zip(source.lines().skip(1));
        let modules = lines.filter_map(|(before, line)| {
            let name = line
                .trim()
                .trim_start_matches("pub(crate) ")
                .strip_prefix("mod ")?;
            (before != "#[cfg(test)]").then(|| name.strip_suffix(';').map(str::to_owned))?
        });
        modules.collect()
    };
    let derive = modules(&read("immersve-errors-derive/src/lib.rs"));
    assert!(derive.len() > 15, "{derive:?}");
    assert_eq!(modules(&read("tests/fuzz/fuzz_targets/derive.rs")), derive);
}

#[test]
fn the_contract_tool_uses_public_items_of_the_runtime_only() {
    let mut files = 0;
    for (file, source) in sources(&root().join("immersve-openapi/src")) {
        files += 1;
        assert!(!source.contains("__private"), "{file}");
    }
    assert!(files > 40, "{files}");
}

#[test]
fn the_oldest_compilers_are_those_of_the_manifests() {
    let version = |manifest: &str| {
        let manifest = read(manifest);
        let line = manifest
            .lines()
            .find_map(|line| line.strip_prefix("rust-version = \""));
        line.unwrap().trim_end_matches('"').to_owned()
    };
    let (oldest, tool) = (
        version("Cargo.toml"),
        version("immersve-openapi/Cargo.toml"),
    );
    assert!(read("README.md").contains(&format!("Rust {oldest}, or {tool} for the tool.")));
    let security = read("SECURITY.md");
    let security = security.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(security.contains(&format!(
        "the derive and the runtime need Rust {oldest}, and `immersve-openapi` needs {tool}"
    )));
    let contributing = read("CONTRIBUTING.md");
    assert!(contributing.contains(&format!("support Rust {oldest} and newer")));
    assert!(contributing.contains(&format!("`immersve-openapi` needs {tool}")));
}

#[test]
fn only_three_crates_can_be_published() {
    for entry in fs::read_dir(root().join("tests")).unwrap() {
        let manifest = entry.unwrap().path().join("Cargo.toml");
        if manifest.exists() {
            let text = fs::read_to_string(&manifest).unwrap();
            assert!(text.contains("publish = false"), "{}", manifest.display());
        }
    }
    for package in ["examples", "tests"] {
        assert!(read(&format!("{package}/Cargo.toml")).contains("publish = false"));
    }
    for name in PUBLISHED {
        assert!(!read(&format!("{name}/Cargo.toml")).contains("publish = false"));
    }
}
