//! Checks that the tests that `tests/PROMISES.md` names exist.

use std::{fs, path::Path};

use crate::{read, root};

/// The file and the name of each test in the last column of the table in `tests/PROMISES.md`.
fn proofs(table: &str) -> Vec<(String, String)> {
    let mut proofs = Vec::new();
    for row in table.lines().filter(|line| line.starts_with('|')).skip(2) {
        let cell = row
            .trim_end_matches('|')
            .rsplit('|')
            .next()
            .unwrap_or_default();
        for proof in cell.split(';').map(str::trim) {
            let parts: Vec<_> = proof.split('`').collect();
            let [_, file, _, test, _] = parts[..] else {
                panic!("a proof is a file and a test in backticks: {row}");
            };
            proofs.push((file.to_owned(), test.to_owned()));
        }
    }
    proofs
}

#[test]
fn the_test_behind_each_promise_exists() {
    let proofs = proofs(&read("tests/PROMISES.md"));
    assert!(proofs.len() > 40, "{}", proofs.len());
    for (file, test) in proofs {
        let path = root().join(&file);
        assert!(path.exists(), "{file} does not exist");
        if path.is_dir() {
            // A folder of compile errors: each of its cases is a test.
            assert!(has_case(&path, &test), "{file} has no case {test}");
            continue;
        }
        assert!(has_test(&file, &test), "{file} has no test {test}");
    }
}

fn has_test(file: &str, test: &str) -> bool {
    let source = read(file);
    ["(", "<"]
        .iter()
        .any(|after| source.contains(&format!("fn {test}{after}")))
}

#[test]
fn the_test_behind_each_limit_exists() {
    let security = read("SECURITY.md");
    let (_, table) = security.split_once("| | limit | test |").unwrap();
    let rows: Vec<_> = table
        .lines()
        .skip(2)
        .take_while(|line| line.starts_with('|'))
        .collect();
    assert!(rows.len() > 20, "{}", rows.len());
    for row in rows {
        let cell = row.trim_end_matches('|').rsplit('|').next().unwrap();
        for proof in cell.split(',') {
            let parts: Vec<_> = proof.split('`').collect();
            let (test, file) = match parts[..] {
                [_, test, _] => (test, "limits.rs"),
                [_, test, " in ", file, _] => (test, file),
                _ => panic!("a limit has a test in backticks: {row}"),
            };
            let file = if file.contains('/') {
                format!("immersve-openapi/{file}")
            } else {
                format!("immersve-openapi/tests/{file}")
            };
            assert!(has_test(&file, test), "{file} has no test {test}");
        }
    }
}

fn has_case(folder: &Path, name: &str) -> bool {
    let mut entries = fs::read_dir(folder).unwrap();
    entries.any(|entry| {
        entry
            .unwrap()
            .file_name()
            .to_string_lossy()
            .starts_with(name)
    })
}
