//! The reports in the README are what the command prints.

use std::fs;

use crate::{output, read};

#[test]
fn the_readme_shows_the_reports_of_the_command() {
    let folder = tempfile::tempdir().unwrap();
    for part in ["api", "src"] {
        fs::create_dir(folder.path().join(part)).unwrap();
    }
    let document = folder.path().join("api/immersve.yaml");
    fs::write(document, include_str!("unfreeze-card.yaml")).unwrap();
    let source = folder.path().join("src/codes.rs");
    fs::write(source, include_str!("codes.rs.txt")).unwrap();
    let readme = read("README.md");
    for command in [
        "immersve-openapi check api/immersve.yaml src",
        "immersve-openapi update --check api/immersve.yaml src",
    ] {
        let (_, shown) = readme
            .split_once(&format!("```console\n$ {command}\n"))
            .unwrap_or_else(|| panic!("the README has no console block of `{command}`"));
        let (shown, _) = shown.split_once("```").unwrap();
        let arguments: Vec<_> = command.split(' ').skip(1).collect();
        let printed = output(folder.path(), &arguments);
        assert_eq!(shown.trim_end(), printed.trim_end());
    }
}
