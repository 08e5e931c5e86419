//! Each type of the three crates has a name of its own, as `ARCHITECTURE.md` says.

use std::collections::{BTreeMap, BTreeSet};

use crate::{root, sources};

/// The name that a line declares. An indented `type` belongs to an impl.
fn declared(line: &str) -> Option<&str> {
    let is_indented = line.starts_with(' ');
    let item = line.trim_start();
    let item = match item.strip_prefix("pub") {
        Some(item) if item.starts_with('(') => item.split_once(") ")?.1,
        Some(item) => item.trim_start(),
        None => item,
    };
    let (keyword, rest) = item.split_once(' ')?;
    let is_type = match keyword {
        "struct" | "enum" | "trait" | "union" => true,
        "type" => !is_indented,
        _ => false,
    };
    let name = rest.split(|c: char| !c.is_alphanumeric()).next()?;
    (is_type && name.starts_with(char::is_uppercase)).then_some(name)
}

#[test]
fn no_two_files_declare_a_type_of_the_same_name() {
    let crates = [
        "immersve-errors",
        "immersve-errors-derive",
        "immersve-openapi",
    ];
    let files = crates.map(|name| sources(&root().join(name).join("src")));
    let mut declarations = BTreeMap::<_, BTreeSet<_>>::new();
    for (file, source) in files.iter().flatten() {
        let code = source.split("#[cfg(test)]\nmod tests {").next().unwrap();
        // All of a file with tests outside of such a module is a test.
        if !code.contains("#[test]") {
            for name in code.lines().filter_map(declared) {
                declarations.entry(name).or_default().insert(file);
            }
        }
    }
    let count = declarations.len();
    assert!(count > 200, "only {count} types were found");
    declarations.retain(|_, files| files.len() > 1);
    assert!(declarations.is_empty(), "{declarations:#?}");
}
