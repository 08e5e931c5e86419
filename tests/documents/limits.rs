//! The tests that the table of limits in `SECURITY.md` names exist.

use crate::read;

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
                format!("immersve-openapi/tests/library/{file}")
            };
            assert!(has_test(&file, test), "{file} has no test {test}");
        }
    }
}
